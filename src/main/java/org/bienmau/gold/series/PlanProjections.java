package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.table.TableColumn.optional;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.gold.PlanPace;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** Where the year of a plan will end, by the pace of past years with Tết moved to this year's. */
public final class PlanProjections {
  private PlanProjections() {}

  public static final TableColumn SERIES_ID =
      optional(
          "series_id",
          StringType,
          "",
          "The monthly series of the level, see series_analysis; empty when none is analysed.");
  public static final TableColumn REASON =
      optional(
          "not_projected",
          StringType,
          "",
          "share_empty (see share_reason), month_not_over, no_series, too_few_years or nothing_reached; empty when there is a projection.");
  public static final TableColumn EXPECTED_SHARE_PCT =
      optional(
          "expected_share_pct",
          Types.PERCENT,
          "%",
          "Part of the whole year that past years had reached by then, given this year's Tết; empty without a projection.");
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

  /** What {@link PlanPace} says of the year, after what is known. */
  public static final List<TableColumn> COLUMNS =
      List.of(
          SERIES_ID,
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

  /**
   * The levels with their projections, or with why there is none.
   *
   * @param known levels in the columns of {@link PlanPace#KNOWN}
   * @param analyses see {@link SeriesAnalysis}
   */
  public static Dataset<Row> of(Dataset<Row> known, Dataset<Row> analyses, Encoder<Row> encoder) {
    Dataset<Row> series =
        analyses.select(
            SeriesKey.SERIES_ID.col(), SeriesAnalysis.BY_MONTH.col(), SeriesAnalysis.EFFECTS.col());
    Column[] given =
        Stream.concat(
                PlanPace.KNOWN.stream(),
                Stream.of(SERIES_ID, SeriesAnalysis.BY_MONTH, SeriesAnalysis.EFFECTS))
            .map(TableColumn::col)
            .toArray(Column[]::new);
    return known
        .withColumn(Observation.REGIME.name(), PlanPace.REACHED_REGIME.col())
        .withColumn(
            SERIES_ID.name(), when(PlanPace.REACHED_REGIME.col().isNotNull(), SeriesKey.id()))
        .join(series, new String[] {SERIES_ID.name()}, "left")
        .withColumn(
            SERIES_ID.name(), when(SeriesAnalysis.BY_MONTH.col().isNotNull(), SERIES_ID.col()))
        .select(given)
        .mapPartitions(new PlanProjector(), encoder)
        .select(PlanPace.TABLE.cols());
  }

  private static TableColumn year(String name, String description) {
    return optional(name, Types.QUANTITY, "", description + "; empty without a projection.");
  }
}
