package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * What is known of each section in each year, and what is not.
 *
 * <p>A section without a figure is a row that says so, because a reader who sees no row cannot tell
 * a year without trade from a year that nobody read.
 */
public final class Completeness {
  private Completeness() {}

  public static final TableColumn SECTION_ID = DimSection.SECTION_ID;
  public static final TableColumn CALENDAR_YEAR =
      required("calendar_year", IntegerType, "", "The year, by local days.");
  public static final TableColumn MEASURE_ID = Figure.MEASURE_ID;
  public static final TableColumn REGIME = Figure.REGIME;
  public static final TableColumn IS_SIMULATED = Figure.IS_SIMULATED;
  public static final TableColumn FIGURES =
      required("figures", IntegerType, "count", "Standing figures of the section itself.");
  public static final TableColumn FIGURES_ALL_GOODS =
      required(
          "figures_all_goods",
          IntegerType,
          "count",
          "Those of them that speak of all goods; only they cover periods.");
  public static final TableColumn GATE_FIGURES =
      required("gate_figures", IntegerType, "count", "Standing figures of gates in the section.");
  public static final TableColumn MONTHS_COVERED =
      required("months_covered", IntegerType, "count", "Months with a figure of that month.");
  public static final TableColumn QUARTERS_COVERED =
      required("quarters_covered", IntegerType, "count", "Quarters with a figure of that quarter.");
  public static final TableColumn HALVES_COVERED =
      required("halves_covered", IntegerType, "count", "Halves with a figure of that half.");
  public static final TableColumn HAS_YEAR =
      required("has_year", BooleanType, "", "Whether a figure speaks of the whole year.");
  public static final TableColumn YTD_PERIODS =
      required("ytd_periods", IntegerType, "count", "Year-to-date periods with a figure.");
  public static final TableColumn DAYS_COVERED =
      required(
          "days_covered",
          IntegerType,
          "days",
          "Days of the year inside at least one period of the section's own figures.");
  public static final TableColumn GATE_DAYS_COVERED =
      required(
          "gate_days_covered",
          IntegerType,
          "days",
          "Days of the year inside at least one period of its gates' figures.");
  public static final TableColumn FIRST_DAY =
      optional(
          "first_day",
          DateType,
          "",
          "First day of the year that the section's own figures cover; empty when they cover none.");
  public static final TableColumn LAST_DAY =
      optional(
          "last_day",
          DateType,
          "",
          "Last day of the year that the section's own figures cover; empty when they cover none.");
  public static final TableColumn STATUS =
      required(
          "status",
          StringType,
          "",
          "complete: every day is covered; partial: the section has figures; gate_only: only its gates have; none: nothing is known.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "completeness")
          .purpose(
              "What is known of each section by year, measure and regime; what is missing stands as a row of its own and never as a zero value.")
          .columns(
              SECTION_ID,
              CALENDAR_YEAR,
              MEASURE_ID,
              REGIME,
              IS_SIMULATED,
              FIGURES,
              FIGURES_ALL_GOODS,
              GATE_FIGURES,
              MONTHS_COVERED,
              QUARTERS_COVERED,
              HALVES_COVERED,
              HAS_YEAR,
              YTD_PERIODS,
              DAYS_COVERED,
              GATE_DAYS_COVERED,
              FIRST_DAY,
              LAST_DAY,
              STATUS)
          .oneRowPer(SECTION_ID, CALENDAR_YEAR, MEASURE_ID, REGIME, IS_SIMULATED)
          .from(Figure.TABLE, DimSection.TABLE)
          .check(
              blocks(
                  "Every months_covered lies between 0 and 12.",
                  not(MONTHS_COVERED.col().between(0, 12))))
          .check(
              blocks(
                  "Every days_covered lies between 0 and 366.",
                  not(DAYS_COVERED.col().between(0, 366))))
          .check(
              blocks(
                  "Every status is complete, partial, gate_only or none.",
                  not(STATUS.col().isin("complete", "partial", "gate_only", "none"))))
          .check(
              blocks(
                  "Every first_day is empty exactly when days_covered is 0.",
                  FIRST_DAY.col().isNull().notEqual(DAYS_COVERED.col().equalTo(0))))
          .computedBy(
              inputs ->
                  compute(
                      Standing.of(inputs.read(Figure.TABLE), inputs.given(AsOf.class)),
                      inputs.read(DimSection.TABLE)));

  private static final List<TableColumn> CELL =
      List.of(SECTION_ID, CALENDAR_YEAR, MEASURE_ID, REGIME, IS_SIMULATED);
  private static final Column OWN = Figure.SCOPE_TYPE.col().equalTo(ScopeType.SECTION.id());

  static Dataset<Row> compute(Dataset<Row> standing, Dataset<Row> sections) {
    Dataset<Row> byYear = standing.transform(Completeness::splitByYear);
    Dataset<Row> counts =
        byYear
            .filter(SECTION_ID.col().isNotNull())
            .transform(Completeness::withNewDays)
            .transform(Completeness::counted);
    return grid(byYear, sections)
        .join(counts, Cell.names(CELL), "left")
        .transform(Completeness::withZeroCounts)
        .withColumn(STATUS.name(), status());
  }

  /** A figure over several years counts in each of them, with the days that lie in it. */
  private static Dataset<Row> splitByYear(Dataset<Row> figures) {
    Column start = Figure.PERIOD_START.col();
    Column end = Figure.PERIOD_END.col();
    Column calendarYear = CALENDAR_YEAR.col();
    return figures
        .withColumn(CALENDAR_YEAR.name(), explode(sequence(year(start), year(end))))
        .withColumn("from_day", greatest(start, make_date(calendarYear, lit(1), lit(1))))
        .withColumn("to_day", least(end, make_date(calendarYear, lit(12), lit(31))));
  }

  /**
   * Counts for each period the days that no earlier one has covered, so that their sum is the days
   * covered by any. A range of one day is one whose beginning was not printed: it covers nothing.
   */
  private static Dataset<Row> withNewDays(Dataset<Row> figures) {
    WindowSpec earlier =
        Window.partitionBy(
                Stream.concat(Stream.of(Cell.columns(CELL)), Stream.of(OWN, col("covers")))
                    .toArray(Column[]::new))
            .orderBy(col("from_day"), col("to_day"), Figure.STATEMENT_KEY.col())
            .rowsBetween(Window.unboundedPreceding(), -1);
    Column noBeginning =
        Figure.PERIOD_KIND
            .col()
            .equalTo(PeriodKind.RANGE.id())
            .and(Figure.PERIOD_START.col().equalTo(Figure.PERIOD_END.col()));
    Column covers = Figure.GOODS_ID.col().equalTo("all").and(not(noBeginning));
    Column alreadyCovered = datediff(max(col("to_day")).over(earlier), col("from_day")).plus(1);
    Column days = datediff(col("to_day"), col("from_day")).plus(1);
    Column fresh = greatest(lit(0), days.minus(greatest(lit(0), coalesce(alreadyCovered, lit(0)))));
    return figures
        .withColumn("covers", covers)
        .withColumn("new_days", when(col("covers"), fresh).otherwise(0));
  }

  private static Dataset<Row> counted(Dataset<Row> figures) {
    Column covering = OWN.and(col("covers"));
    return figures
        .groupBy(Cell.columns(CELL))
        .agg(
            count(when(OWN, 1)).as(FIGURES.name()),
            count(when(OWN.and(Figure.GOODS_ID.col().equalTo("all")), 1))
                .as(FIGURES_ALL_GOODS.name()),
            count(when(not(OWN), 1)).as(GATE_FIGURES.name()),
            periods(covering, PeriodKind.MONTH).as(MONTHS_COVERED.name()),
            periods(covering, PeriodKind.QUARTER).as(QUARTERS_COVERED.name()),
            periods(covering, PeriodKind.HALF).as(HALVES_COVERED.name()),
            periods(covering, PeriodKind.YEAR).gt(0).as(HAS_YEAR.name()),
            periods(covering, PeriodKind.YTD).as(YTD_PERIODS.name()),
            sum(when(OWN, col("new_days"))).as(DAYS_COVERED.name()),
            sum(when(not(OWN), col("new_days"))).as(GATE_DAYS_COVERED.name()),
            min(when(covering, col("from_day"))).as(FIRST_DAY.name()),
            max(when(covering, col("to_day"))).as(LAST_DAY.name()));
  }

  private static Column periods(Column covering, PeriodKind kind) {
    return countDistinct(
        when(covering.and(Figure.PERIOD_KIND.col().equalTo(kind.id())), Figure.PERIOD_ID.col()));
  }

  /** Every section in every year and regime that any figure of the measure speaks of. */
  private static Dataset<Row> grid(Dataset<Row> byYear, Dataset<Row> sections) {
    List<TableColumn> what = List.of(MEASURE_ID, IS_SIMULATED);
    Dataset<Row> years = byYear.select(Cell.columns(what, CALENDAR_YEAR)).dropDuplicates();
    Dataset<Row> regimes = byYear.select(Cell.columns(what, REGIME)).dropDuplicates();
    return years.join(regimes, Cell.names(what)).crossJoin(sections.select(SECTION_ID.col()));
  }

  private static Dataset<Row> withZeroCounts(Dataset<Row> rows) {
    Column[] cells =
        TABLE.columns().stream()
            .filter(column -> !column.equals(STATUS))
            .map(Completeness::zeroWhenNothingIsKnown)
            .toArray(Column[]::new);
    return rows.select(cells);
  }

  private static Column zeroWhenNothingIsKnown(TableColumn column) {
    if (column.type().equals(IntegerType)) {
      return coalesce(column.col().cast(IntegerType), lit(0)).as(column.name());
    }
    return column.equals(HAS_YEAR)
        ? coalesce(column.col(), lit(false)).as(column.name())
        : column.col();
  }

  private static Column status() {
    Column daysOfYear =
        datediff(
                make_date(CALENDAR_YEAR.col(), lit(12), lit(31)),
                make_date(CALENDAR_YEAR.col(), lit(1), lit(1)))
            .plus(1);
    return when(DAYS_COVERED.col().equalTo(daysOfYear), "complete")
        .when(FIGURES.col().gt(0), "partial")
        .when(GATE_FIGURES.col().gt(0), "gate_only")
        .otherwise("none");
  }
}
