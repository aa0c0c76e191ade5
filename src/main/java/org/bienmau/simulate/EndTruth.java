package org.bienmau.simulate;

import java.time.LocalDate;
import org.bienmau.simulate.Closures.Stop;
import org.bienmau.simulate.Shapes.SectionShape;
import org.bienmau.simulate.Shocks.Planted;

/** Writes the truth that does not belong to a month: shocks, closures, the shape of Tết. */
final class EndTruth {
  private static final int DAYS_AROUND_TET = 25;

  private final History history;
  private final Border border;

  EndTruth(History history) {
    this.history = history;
    this.border = history.border;
  }

  void write(Books books) {
    for (Planted shift : history.shocks.shifts()) {
      shock(books.truth(Truth.LEVEL_SHIFT), shift).line();
    }
    for (Planted anomaly : history.shocks.anomalies()) {
      shock(books.truth(Truth.ANOMALY), anomaly).line();
    }
    for (Stop stop : history.closures.all()) {
      closure(books.truth(Truth.CLOSURE), stop);
    }
    profile(books.truth(Truth.TET_PROFILE));
    history.tetEffects.write(books.truth(Truth.TET_EFFECT));
  }

  private CsvBytes shock(CsvBytes out, Planted shock) {
    out.cell(history.timeline.month(shock.month()).name().toString()).comma();
    return group(out, shock.group()).comma().decimal(shock.size(), 6);
  }

  private void closure(CsvBytes out, Stop stop) {
    for (int group = 0; group < border.groups(); group++) {
      String[] families = new String[border.families.size()];
      for (int c = border.groupStart[group]; c < border.groupStart[group + 1]; c++) {
        if (stop.cells[c]) {
          families[border.cellFamily[c]] = border.families.get(border.cellFamily[c]);
        }
      }
      for (String family : families) {
        if (family != null && stop.from <= history.timeline.lastDay()) {
          out.cell(stop.event).comma();
          group(out, group).comma().cell(family).comma();
          out.cell(day(stop.from)).comma().cell(day(stop.until)).comma();
          out.cell(day(stop.lastFelt())).comma().decimal(stop.factor, 4).line();
        }
      }
    }
  }

  /** The factors of days around Tết in the last year. */
  private void profile(CsvBytes out) {
    LocalDate tet = history.dayShape.tet(history.request.lastYear());
    for (SectionShape section : border.sections) {
      for (int direction = 0; direction < Border.DIRECTIONS; direction++) {
        for (int family = 0; family < border.families.size(); family++) {
          for (int day = -DAYS_AROUND_TET; day <= DAYS_AROUND_TET; day++) {
            out.cell(section.id()).comma().cell(Border.DIRECTION[direction].id()).comma();
            out.cell(border.families.get(family)).comma().number(day).comma();
            out.decimal(
                    history.dayShape.holiday(
                        tet.plusDays(day), direction, family, section.tetStrength()),
                    4)
                .line();
          }
        }
      }
    }
  }

  private static String day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  private CsvBytes group(CsvBytes out, int group) {
    out.cell(border.gates.get(group / Border.DIRECTIONS).id()).comma();
    return out.cell(Border.DIRECTION[group % Border.DIRECTIONS].id());
  }
}
