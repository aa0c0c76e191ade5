package org.bienmau.simulate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bienmau.simulate.Draws.Stream;
import org.bienmau.simulate.Shapes.SectionShape;

/**
 * Statistics of each year as files: what was printed of each month soon after it, with the year's
 * plans, and in the middle of the next year the same figures once more, as they came out. A
 * workbook tells the declared trade of gates as customs offices lay it out.
 */
final class Yearbooks {
  private static final int PRINTED_ON_DAY = 12;
  private static final int REVISED_IN = 6;
  private static final int DIGITS_OF_A_PLAN = 2;

  private final History history;
  private final Path folder;
  private final Map<Integer, CsvBytes> first = new TreeMap<>();
  private final Map<Integer, CsvBytes> last = new TreeMap<>();
  private final Map<Integer, long[]> rows = new TreeMap<>();

  private final Map<Integer, GateWorkbook> workbooks = new TreeMap<>();

  /** By section and year: dollars of each direction, and those declared. */
  private final Map<String, BigDecimal[]> years = new TreeMap<>();

  Yearbooks(History history, Path folder) {
    this.history = history;
    this.folder = folder;
  }

  /** Takes in the sums of the next month. */
  void add(MonthWork.Result result) {
    Timeline.Month month = result.month;
    int year = month.name().getYear();
    long[] counts = rows.computeIfAbsent(year, any -> new long[2]);
    LocalDate soon = month.name().plusMonths(1).atDay(PRINTED_ON_DAY);
    MonthStatements early =
        new MonthStatements(history, month, soon, first.computeIfAbsent(year, Yearbooks::buffer));
    early.printValues(new MonthSums(history, month, result.first));
    early.printTrucks();
    counts[0] += early.rows();
    MonthSums settled = new MonthSums(history, month, result.settled);
    LocalDate later = LocalDate.of(year + 1, REVISED_IN, PRINTED_ON_DAY);
    MonthStatements late =
        new MonthStatements(history, month, later, last.computeIfAbsent(year, Yearbooks::buffer));
    late.printValues(settled);
    workbooks.computeIfAbsent(year, any -> new GateWorkbook(history)).add(settled);
    counts[1] += late.rows();
    add(year, settled);
  }

  /** Writes a year's files when its last month is in. */
  List<DeliveryFile> write(int year) {
    CsvBytes early = first.get(year);
    long plans = plans(year, early);
    return List.of(
        file(
            "simulated_published_figures_%d.csv".formatted(year), early, rows.get(year)[0] + plans),
        file(
            "simulated_published_figures_%d_revised.csv".formatted(year),
            last.get(year),
            rows.get(year)[1]));
  }

  /** The workbook of a year whose last month is in. */
  GateWorkbook workbook(int year) {
    return workbooks.get(year);
  }

  /** Writes the true growth of sections and what became of plans. */
  void write(Books books) {
    for (SectionShape section : history.border.sections) {
      for (int year = history.request.firstYear(); year <= history.request.lastYear(); year++) {
        BigDecimal[] now = years.get(key(section.id(), year));
        BigDecimal[] before = years.get(key(section.id(), year - 1));
        for (int direction = 0; direction < Border.DIRECTIONS; direction++) {
          CsvBytes out = books.truth(Truth.GROWTH).cell(section.id()).comma().number(year).comma();
          out.cell(Border.DIRECTION[direction].id()).comma();
          out.cell(now[direction].toPlainString()).comma();
          if (before != null && before[direction].signum() > 0) {
            out.cell(
                percent(now[direction], before[direction])
                    .subtract(BigDecimal.valueOf(100))
                    .toPlainString());
          }
          out.line();
        }
        BigDecimal target = target(section, year);
        CsvBytes out = books.truth(Truth.PLAN).cell(section.id()).comma().number(year).comma();
        out.cell(target.toPlainString()).comma().cell(now[2].toPlainString()).comma();
        out.cell(percent(now[2], target).toPlainString()).line();
      }
    }
  }

  private void add(int year, MonthSums sums) {
    for (int group = 0; group < history.border.groups(); group++) {
      String section = history.border.sections.get(history.border.groupSection(group)).id();
      BigDecimal[] all =
          years.computeIfAbsent(
              key(section, year),
              any -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
      for (int regime = 0; regime < Tally.REGIMES; regime++) {
        int direction = group % Border.DIRECTIONS;
        all[direction] = all[direction].add(sums.usd(group, regime));
        all[2] = regime == 0 ? all[2].add(sums.usd(group, regime)) : all[2];
      }
    }
  }

  /** Prints the declared trade that each section is meant to reach in the year. */
  private long plans(int year, CsvBytes out) {
    String source = history.model.source("plans");
    for (SectionShape section : history.border.sections) {
      LocalDate start = LocalDate.of(year, 1, 1);
      String province = history.registers.provinceOf(section.id(), start).nameVi();
      out.comma().cell("simulated:" + source + "/plans").comma().cell(source).comma();
      out.cell(start.plusDays(9).toString()).comma().cell("province").comma();
      out.cell(province).comma().cell(province).comma().cell(start.toString()).comma();
      out.cell(LocalDate.of(year, 12, 31).toString()).comma().cell("year").comma();
      out.cell("plan_value").comma().cell("total").comma().cell("all").comma();
      out.cell(DeclarationWords.REGIME[0].id()).comma();
      out.cell(target(section, year).toPlainString()).comma().cell("USD").comma();
      out.cell("exact").comma().comma().comma().comma().comma().cell("SIMULATED").line();
    }
    return history.border.sections.size();
  }

  /** Last year's declared trade and a little more, rounded as plans are. */
  private BigDecimal target(SectionShape section, int year) {
    int place = history.border.sections.indexOf(section);
    double stretch = history.model.parameter("plan_stretch");
    double more =
        Draws.of(history.request.seed(), Stream.PLAN, place, year).between(0, 2 * stretch);
    Timeline.Month month = history.timeline.month(12 * (year - history.request.firstYear()));
    double declared =
        history.path.total(place, year - 1) * history.path.regimeShares(place, month)[0];
    return new BigDecimal(declared * (1 + more))
        .round(new MathContext(DIGITS_OF_A_PLAN, RoundingMode.HALF_UP))
        .setScale(0, RoundingMode.HALF_UP);
  }

  private DeliveryFile file(String name, CsvBytes rows, long count) {
    DeliveryFile file =
        new DeliveryFile(folder.resolve(name), MonthStatements.DATASET, MonthStatements.HEADER);
    file.append(rows, count);
    return file;
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal of) {
    return part.multiply(BigDecimal.valueOf(100)).divide(of, 4, RoundingMode.HALF_UP);
  }

  private static CsvBytes buffer(int year) {
    return new CsvBytes(1 << 16);
  }

  private static String key(String section, int year) {
    return section + "/" + year;
  }
}
