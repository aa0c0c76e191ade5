package org.bienmau.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.bienmau.reference.Gate;
import org.bienmau.reference.Regime;

/**
 * What a statistics office would print of a month: trade of each section by direction and regime,
 * declared trade and trucks of each gate. A figure without anything to count is not printed.
 */
final class MonthStatements {
  static final String DATASET = "published_figures";
  static final String HEADER =
      "figure_id,source_url,publisher,published_on,scope_type,scope_name,province,period_start,"
          + "period_end,period_kind,metric,direction,commodity,regime,value,unit,qualifier,value_high,"
          + "yoy_pct,mom_pct,plan_pct,note";

  private static final String[] DIRECTION = {"export", "import", "total"};
  private static final String STATISTICS = "trade_statistics";
  private static final int DECLARED = 0;

  private final History history;
  private final Timeline.Month month;
  private final LocalDate publishedOn;
  private final CsvBytes out;
  private long rows;

  MonthStatements(History history, Timeline.Month month, LocalDate publishedOn, CsvBytes out) {
    this.history = history;
    this.month = month;
    this.publishedOn = publishedOn;
    this.out = out;
  }

  long rows() {
    return rows;
  }

  /** Prints the values of a month. */
  void printValues(MonthSums sums) {
    Border border = history.border;
    for (int section = 0; section < border.sections.size(); section++) {
      for (int regime = 0; regime < Tally.REGIMES; regime++) {
        BigDecimal[] usd = {BigDecimal.ZERO, BigDecimal.ZERO};
        for (int group = 0; group < border.groups(); group++) {
          if (border.groupSection(group) == section) {
            int direction = group % Border.DIRECTIONS;
            usd[direction] = usd[direction].add(sums.usd(group, regime));
          }
        }
        String province = province(border.sections.get(section).id());
        String id = DeclarationWords.REGIME[regime].id();
        print("province", province, province, id, usd);
      }
    }
    for (int gate = 0; gate < border.gates.size(); gate++) {
      Gate place = border.gates.get(gate);
      print(
          "gate",
          place.nameVi(),
          province(place.sectionId()),
          Regime.CUSTOMS_DECLARED.id(),
          new BigDecimal[] {sums.usd(gate * 2, DECLARED), sums.usd(gate * 2 + 1, DECLARED)});
    }
  }

  /** Prints the trucks that each gate cleared, with loads and without. */
  void printTrucks() {
    Border border = history.border;
    for (int gate = 0; gate < border.gates.size(); gate++) {
      for (int direction = 0; direction < Border.DIRECTIONS; direction++) {
        long cleared = 0;
        for (int kind = 0; kind < Trucks.KINDS; kind++) {
          int series = (gate * Border.DIRECTIONS + direction) * Trucks.KINDS + kind;
          for (int day = month.firstDay(); day <= month.lastDay(); day++) {
            cleared += history.trucks.cleared(series, day);
          }
        }
        if (cleared > 0) {
          Gate place = border.gates.get(gate);
          String province = province(place.sectionId());
          scope("gate", place.nameVi(), province).cell("vehicles_cleared").comma();
          value(DIRECTION[direction], "all", BigDecimal.valueOf(cleared), "vehicles");
        }
      }
    }
  }

  private void print(
      String scopeType, String scope, String province, String regime, BigDecimal[] usd) {
    BigDecimal[] all = {usd[0], usd[1], usd[0].add(usd[1])};
    for (int direction = 0; direction < all.length; direction++) {
      BigDecimal whole = all[direction].setScale(0, RoundingMode.HALF_UP);
      if (whole.signum() > 0) {
        scope(scopeType, scope, province).cell("trade_value").comma();
        value(DIRECTION[direction], regime, whole, "USD");
      }
    }
  }

  /** Writes the cells from the source to the period, with a comma behind them. */
  private CsvBytes scope(String type, String name, String province) {
    String source = history.model.source(STATISTICS);
    out.comma().cell("simulated:" + source + "/monthly").comma().cell(source).comma();
    out.cell(publishedOn.toString()).comma().cell(type).comma().cell(name).comma();
    out.cell(province).comma().cell(month.start().toString()).comma();
    out.cell(month.name().atEndOfMonth().toString()).comma().cell("month").comma();
    return out;
  }

  private void value(String direction, String regime, BigDecimal value, String unit) {
    out.cell(direction).comma().cell("all").comma().cell(regime).comma();
    out.cell(value.toPlainString()).comma().cell(unit).comma().cell("exact").comma();
    out.comma().comma().comma().comma().cell("SIMULATED").line();
    rows++;
  }

  /** The name of the province that held a section in the month. */
  private String province(String section) {
    return history.registers.provinceOf(section, month.name().atEndOfMonth()).nameVi();
  }
}
