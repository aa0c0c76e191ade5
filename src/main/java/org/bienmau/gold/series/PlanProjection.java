package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.gold.PlanPace;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** Where the year of a plan will end, by the pace of past years with Tết moved to this year's. */
public final class PlanProjection {
  private PlanProjection() {}

  public static final TableColumn SERIES_ID =
      optional(
          SeriesKey.SERIES_ID.name(),
          StringType,
          "",
          "The monthly series of the level, see series_analysis; empty when none is analysed.");
  public static final TableColumn REASON =
      optional(
          "not_projected",
          StringType,
          "",
          "share_empty (see plan_pace), month_not_over, no_series, too_few_years or nothing_reached; empty when there is a projection.");
  public static final TableColumn EXPECTED_SHARE_PCT =
      optional(
          "expected_share_pct",
          Types.PERCENT,
          "%",
          "Part of the whole year that past years had reached by then; empty without a projection.");
  public static final TableColumn PROJECTED =
      year("projected_year", "The whole year, as likely too high as too low");
  public static final TableColumn LOW_80 = year("low_80", "Lower end of its 80 % interval");
  public static final TableColumn HIGH_80 = year("high_80", "Upper end of its 80 % interval");
  public static final TableColumn LOW_95 = year("low_95", "Lower end of its 95 % interval");
  public static final TableColumn HIGH_95 = year("high_95", "Upper end of its 95 % interval");
  public static final TableColumn PROBABILITY_PCT =
      optional(
          "probability_pct",
          Types.PERCENT,
          "%",
          "Of reaching the plan by the end of the year; empty without a projection.");
  public static final TableColumn PAST_YEARS =
      optional(
          "past_years",
          IntegerType,
          "count",
          "Past years with all their months; empty without a projection.");
  public static final TableColumn IS_TET_SHIFTED =
      optional(
          "is_tet_shifted",
          BooleanType,
          "",
          "Whether past years were given this year's Tết, which needs a series that is adjusted; empty without a projection.");

  /** What there is of a level and its plan before anything is projected. */
  static final List<TableColumn> GIVEN =
      List.of(
          PlanPace.PLAN_MEASURE_ID,
          PlanPace.SCOPE_TYPE,
          PlanPace.SCOPE_ID,
          PlanPace.PLAN_YEAR,
          PlanPace.DIRECTION,
          PlanPace.GOODS_ID,
          PlanPace.PLAN_REGIME,
          PlanPace.IS_SIMULATED,
          PlanPace.PERIOD_ID,
          PlanPace.PERIOD_END,
          PlanPace.UNIT,
          PlanPace.PLAN_VALUE,
          PlanPace.REACHED_VALUE,
          PlanPace.SHARE_REACHED_PCT,
          SERIES_ID);

  private static final List<TableColumn> FOUND =
      List.of(
          REASON,
          EXPECTED_SHARE_PCT,
          PROJECTED,
          LOW_80,
          HIGH_80,
          LOW_95,
          HIGH_95,
          PROBABILITY_PCT,
          PAST_YEARS,
          IS_TET_SHIFTED);

  public static final Table TABLE =
      Table.named(Layer.GOLD, "plan_projection")
          .purpose(
              "Whether a plan will be reached: the share that past years had reached by the same month, the year to be expected, and how likely it is to reach the plan.")
          .columns(Stream.concat(GIVEN.stream(), FOUND.stream()).toArray(TableColumn[]::new))
          .oneRowPer(
              PlanPace.PLAN_MEASURE_ID,
              PlanPace.SCOPE_TYPE,
              PlanPace.SCOPE_ID,
              PlanPace.PLAN_YEAR,
              PlanPace.DIRECTION,
              PlanPace.GOODS_ID,
              PlanPace.PLAN_REGIME,
              PlanPace.IS_SIMULATED,
              PlanPace.PERIOD_ID)
          .from(PlanPace.TABLE, SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every level has a projection or a reason why not.",
                  REASON.col().isNull().equalTo(PROJECTED.col().isNull())))
          .check(
              blocks(
                  "Every probability_pct lies between 0 and 100.",
                  PROBABILITY_PCT.col().between(0, 100).equalTo(false)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(PlanPace.TABLE),
                      inputs.read(SeriesAnalysis.TABLE),
                      inputs.encoder(PlanProjector.ROW)));

  /** Pure: one row for every level beside a plan, projected or not. */
  static Dataset<Row> compute(Dataset<Row> pace, Dataset<Row> analyses, Encoder<Row> encoder) {
    Dataset<Row> series =
        analyses.select(
            SeriesKey.SERIES_ID.col(), SeriesAnalysis.BY_MONTH.col(), SeriesAnalysis.EFFECTS.col());
    Column[] given =
        Stream.concat(GIVEN.stream(), Stream.of(SeriesAnalysis.BY_MONTH, SeriesAnalysis.EFFECTS))
            .map(TableColumn::col)
            .toArray(Column[]::new);
    return pace.withColumn(Observation.REGIME.name(), PlanPace.REACHED_REGIME.col())
        .withColumn(
            SERIES_ID.name(), when(PlanPace.REACHED_REGIME.col().isNotNull(), SeriesKey.id()))
        .join(series, new String[] {SERIES_ID.name()}, "left")
        .withColumn(
            SERIES_ID.name(), when(SeriesAnalysis.BY_MONTH.col().isNotNull(), SERIES_ID.col()))
        .select(given)
        .mapPartitions(new PlanProjector(), encoder)
        .select(TABLE.cols());
  }

  private static TableColumn year(String name, String description) {
    return optional(name, Types.QUANTITY, "", description + "; empty without a projection.");
  }
}
