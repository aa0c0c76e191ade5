package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.measure.Calendar;
import org.bienmau.measure.Growth;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Regime;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * Compares the sections that report one measure for one period in one known regime.
 *
 * <p>Growth, contribution and change of rank use the sections that report in both years, so that a
 * section that begins to report does not look like growth of the region.
 */
final class LikeForLike {
  private LikeForLike() {}

  /** What the values of one comparison share. */
  static final List<TableColumn> COMPARISON =
      Stream.concat(
              Stream.of(
                  Observation.MEASURE_ID,
                  Observation.DIRECTION,
                  Observation.GOODS_ID,
                  Observation.REGIME,
                  Observation.IS_SIMULATED,
                  Observation.UNIT),
              Cell.PERIOD.stream())
          .toList();

  private static final String OTHER_SOURCE = "other_source";
  private static final WindowSpec WHOLE = Window.partitionBy(Cell.columns(COMPARISON));
  private static final Column REPORTS = RegionalComparison.VALUE.col().isNotNull();
  private static final Column REPORTS_TWICE =
      REPORTS.and(RegionalComparison.VALUE_YEAR_AGO.col().isNotNull());

  /** The growth of one section alone is not the growth of the region. */
  private static final Column SEVERAL_TWICE =
      RegionalComparison.SECTIONS_IN_BOTH_YEARS.col().geq(2);

  static Dataset<Row> compare(
      Dataset<Row> observations, Dataset<Row> sections, Additivity additivity, String wholeBorder) {
    Dataset<Row> own =
        observations.filter(
            Observation.SCOPE_TYPE
                .col()
                .equalTo("section")
                .and(Observation.REGIME.col().notEqual(Regime.UNKNOWN.id())));
    Dataset<Row> rows =
        completed(own, sections)
            .transform(all -> withYearAgo(all, own))
            .transform(all -> Missing.explained(all, observations))
            .withColumn(
                RegionalComparison.SECTIONS_REPORTING.name(),
                count(RegionalComparison.VALUE.col()).over(WHOLE).cast("int"))
            .withColumn(
                RegionalComparison.SECTIONS_IN_BOTH_YEARS.name(),
                count(when(REPORTS_TWICE, 1)).over(WHOLE).cast("int"));
    return rows.transform(all -> withComparisons(all, additivity))
        .unionByName(region(rows, additivity, wholeBorder), true)
        .withColumn(RegionalComparison.BASIS.name(), lit(RegionalComparison.LIKE_FOR_LIKE));
  }

  /** A row for each section in each comparison that at least two of them take part in. */
  private static Dataset<Row> completed(Dataset<Row> own, Dataset<Row> sections) {
    Dataset<Row> comparisons =
        own.groupBy(Cell.columns(COMPARISON))
            .agg(countDistinct(Observation.SCOPE_ID.col()).as("reporting"))
            .filter(col("reporting").geq(2))
            .drop("reporting");
    Dataset<Row> levels =
        own.select(
            Cell.columns(
                COMPARISON,
                Observation.SCOPE_ID,
                Observation.VALUE,
                Observation.QUALIFIER,
                Observation.OBSERVATION_ID,
                Observation.PUBLISHER));
    return comparisons
        .crossJoin(sections.withColumnRenamed("section", Observation.SCOPE_ID.name()))
        .join(levels, names(Observation.SCOPE_ID), "left")
        .withColumn(RegionalComparison.VALUE_REGIME.name(), when(REPORTS, Observation.REGIME.col()))
        .withColumn(
            RegionalComparison.VALUE_SCOPE_ID.name(), when(REPORTS, Observation.SCOPE_ID.col()));
  }

  private static Dataset<Row> withYearAgo(Dataset<Row> rows, Dataset<Row> own) {
    List<TableColumn> same =
        List.of(
            Observation.MEASURE_ID,
            Observation.DIRECTION,
            Observation.GOODS_ID,
            Observation.REGIME,
            Observation.IS_SIMULATED,
            Observation.SCOPE_ID,
            Observation.PERIOD_KIND);
    Dataset<Row> before =
        own.select(
                Cell.columns(
                    same,
                    Observation.PERIOD_START,
                    Observation.PERIOD_END,
                    Observation.VALUE,
                    Observation.OBSERVATION_ID,
                    Observation.PUBLISHER))
            .withColumnRenamed(Observation.PUBLISHER.name(), "publisher_before")
            .withColumnRenamed(Observation.PERIOD_START.name(), "start_before")
            .withColumnRenamed(Observation.PERIOD_END.name(), "end_before")
            .withColumnRenamed(Observation.VALUE.name(), RegionalComparison.VALUE_YEAR_AGO.name())
            .withColumnRenamed(
                Observation.OBSERVATION_ID.name(),
                RegionalComparison.YEAR_AGO_OBSERVATION_ID.name());
    return rows.withColumn(
            "start_before", Calendar.startEarlier(Observation.PERIOD_START.col(), 12))
        .withColumn("end_before", Calendar.endEarlier(Observation.PERIOD_END.col(), 12))
        .join(before, with(Cell.names(same), "start_before", "end_before"), "left")
        .transform(LikeForLike::ofOneSource)
        .drop("start_before", "end_before", "publisher_before", Observation.PUBLISHER.name());
  }

  /**
   * Leaves out the year before of partial periods (year to date, any other range) that another
   * source counted: nothing says that both had the same places and goods in by that day.
   */
  private static Dataset<Row> ofOneSource(Dataset<Row> rows) {
    Column partial = Observation.PERIOD_KIND.col().isin(PeriodKind.YTD.id(), PeriodKind.RANGE.id());
    Column oneSource =
        coalesce(Observation.PUBLISHER.col().equalTo(col("publisher_before")), lit(false));
    Column before = RegionalComparison.VALUE_YEAR_AGO.col();
    return rows.withColumn(
            OTHER_SOURCE, before.isNotNull().and(REPORTS).and(partial).and(not(oneSource)))
        .withColumn(RegionalComparison.VALUE_YEAR_AGO.name(), when(not(col(OTHER_SOURCE)), before))
        .withColumn(
            RegionalComparison.YEAR_AGO_OBSERVATION_ID.name(),
            when(not(col(OTHER_SOURCE)), RegionalComparison.YEAR_AGO_OBSERVATION_ID.col()));
  }

  private static Dataset<Row> withComparisons(Dataset<Row> rows, Additivity additivity) {
    Column value = RegionalComparison.VALUE.col();
    Column before = RegionalComparison.VALUE_YEAR_AGO.col();
    Column adds = additivity.mayAddScopes();
    Column total = sum(value).over(WHOLE).cast(Types.QUANTITY);
    Column totalBefore = sum(when(REPORTS_TWICE, before)).over(WHOLE).cast(Types.QUANTITY);
    return rows.withColumn(
            RegionalComparison.SHARE_PCT.name(), when(adds, Growth.percentOf(value, total)))
        .withColumn(RegionalComparison.RANK.name(), when(REPORTS, place(REPORTS, value)))
        .withColumn(
            RegionalComparison.RANK_CHANGE.name(),
            when(REPORTS_TWICE, place(REPORTS_TWICE, before).minus(place(REPORTS_TWICE, value))))
        .withColumn(RegionalComparison.GROWTH_PCT.name(), Growth.percentChange(value, before))
        .withColumn(RegionalComparison.GROWTH_REASON.name(), growthReason(col(OTHER_SOURCE)))
        .withColumn(
            RegionalComparison.CONTRIBUTION_POINTS.name(),
            when(
                adds.and(REPORTS_TWICE).and(SEVERAL_TWICE),
                Growth.percentOf(value.minus(before).cast(Types.QUANTITY), totalBefore)))
        .withColumn(
            RegionalComparison.PER_BORDER_KM.name(),
            value.divide(Sections.BORDER_KM.col()).cast(Types.QUANTITY));
  }

  /** Place among the rows that count, the largest first; equal values share a place. */
  private static Column place(Column counts, Column value) {
    WindowSpec among =
        Window.partitionBy(with(Cell.columns(COMPARISON), counts)).orderBy(value.desc_nulls_last());
    return rank().over(among);
  }

  private static Column growthReason(Column otherSource) {
    return when(RegionalComparison.VALUE.col().isNull(), "value_missing")
        .when(otherSource, "other_source")
        .when(RegionalComparison.VALUE_YEAR_AGO.col().isNull(), "base_missing")
        .when(RegionalComparison.VALUE_YEAR_AGO.col().equalTo(0), "base_zero");
  }

  /**
   * The reporting sections together: their sum, and the growth of those that report in both years.
   */
  private static Dataset<Row> region(Dataset<Row> rows, Additivity additivity, String wholeBorder) {
    Column now = sum(when(REPORTS_TWICE, RegionalComparison.VALUE.col())).cast(Types.QUANTITY);
    Column before =
        sum(when(REPORTS_TWICE, RegionalComparison.VALUE_YEAR_AGO.col())).cast(Types.QUANTITY);
    return rows.filter(additivity.mayAddScopes())
        .groupBy(Cell.columns(COMPARISON))
        .agg(
            sum(RegionalComparison.VALUE.col())
                .cast(Types.QUANTITY)
                .as(RegionalComparison.VALUE.name()),
            when(
                    min(coalesce(RegionalComparison.QUALIFIER.col(), lit("exact")))
                        .equalTo(max(coalesce(RegionalComparison.QUALIFIER.col(), lit("exact")))),
                    min(RegionalComparison.QUALIFIER.col()))
                .otherwise("approx")
                .as(RegionalComparison.QUALIFIER.name()),
            max(RegionalComparison.SECTIONS_REPORTING.col())
                .as(RegionalComparison.SECTIONS_REPORTING.name()),
            max(RegionalComparison.SECTIONS_IN_BOTH_YEARS.col())
                .as(RegionalComparison.SECTIONS_IN_BOTH_YEARS.name()),
            before.as(RegionalComparison.VALUE_YEAR_AGO.name()),
            Growth.percentChange(now, before).as(RegionalComparison.GROWTH_PCT.name()),
            sum(when(RegionalComparison.VALUE.col().isNotNull(), Sections.BORDER_KM.col()))
                .as("km"))
        .withColumn(RegionalComparison.SCOPE_ID.name(), lit(wholeBorder))
        .withColumn(RegionalComparison.WEST_TO_EAST.name(), lit(0))
        .withColumn(RegionalComparison.VALUE_REGIME.name(), Observation.REGIME.col())
        .withColumn(RegionalComparison.VALUE_SCOPE_ID.name(), lit(wholeBorder))
        .withColumn(
            RegionalComparison.GROWTH_PCT.name(),
            when(SEVERAL_TWICE, RegionalComparison.GROWTH_PCT.col()))
        .withColumn(
            RegionalComparison.GROWTH_REASON.name(),
            when(not(SEVERAL_TWICE), "one_section_only").otherwise(growthReason(lit(false))))
        .withColumn(
            RegionalComparison.PER_BORDER_KM.name(),
            RegionalComparison.VALUE.col().divide(col("km")).cast(Types.QUANTITY))
        .drop("km");
  }

  private static String[] names(TableColumn more) {
    return Cell.names(COMPARISON, more);
  }

  private static String[] with(String[] names, String... more) {
    return Stream.concat(Stream.of(names), Stream.of(more)).toArray(String[]::new);
  }

  private static Column[] with(Column[] columns, Column more) {
    return Stream.concat(Stream.of(columns), Stream.of(more)).toArray(Column[]::new);
  }
}
