package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The seven sections side by side, for each period in which at least two of them report. */
public final class RegionalComparison {
  private RegionalComparison() {}

  static final String LIKE_FOR_LIKE = "like_for_like";
  static final String BEST_KNOWN = "best_known";

  public static final TableColumn BASIS =
      required(
          "basis",
          StringType,
          "",
          "like_for_like: all values are of one regime; best_known: each section's best level whatever its regime, which must not be added or ranked.");
  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn REGIME =
      required(
          "regime",
          StringType,
          "",
          "The one regime of a like-for-like comparison; mixed for best_known rows.");
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn SCOPE_ID =
      required(
          "scope_id",
          StringType,
          "",
          "The section, or border for the row of the reporting sections together.");
  public static final TableColumn WEST_TO_EAST =
      required(
          "west_to_east",
          IntegerType,
          "",
          "Place along the border: 1 westernmost to 7 easternmost, 0 for the region's row.");
  public static final TableColumn VALUE =
      optional(
          "value",
          Types.QUANTITY,
          "",
          "The section's level in the measure's base unit; empty when missing, see missing_reason.");
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn QUALIFIER =
      optional(
          "qualifier",
          StringType,
          "",
          "How exactly the source means the value; empty when the value is.");
  public static final TableColumn VALUE_REGIME =
      optional(
          "value_regime",
          StringType,
          "",
          "Regime of this row's own value; empty when the value is.");
  public static final TableColumn VALUE_SCOPE_ID =
      optional(
          "value_scope_id",
          StringType,
          "",
          "Whose figure stands here: the section itself, or its largest reporting gate in a best_known row; empty when the value is.");
  public static final TableColumn MISSING_REASON =
      optional(
          "missing_reason",
          StringType,
          "",
          "other_regime_only, gate_only, other_period_only, gate_other_period_only (periods of the same year) or no_figure; empty when there is a value.");
  public static final TableColumn SECTIONS_REPORTING =
      required(
          "sections_reporting",
          IntegerType,
          "count",
          "How many of the seven sections have a value in this comparison.");
  public static final TableColumn SECTIONS_IN_BOTH_YEARS =
      optional(
          "sections_in_both_years",
          IntegerType,
          "count",
          "How many sections have a value in this comparison and in the same period a year earlier; empty for best_known rows.");
  public static final TableColumn SHARE_PCT =
      optional(
          "share_pct",
          Types.PERCENT,
          "%",
          "Part of the reporting sections' sum; empty for best_known rows, missing values, sums of zero and measures that do not add up over places.");
  public static final TableColumn RANK =
      optional(
          "rank",
          IntegerType,
          "",
          "1 for the largest reporting section; equal values share a rank; empty where share or value is not comparable.");
  public static final TableColumn RANK_CHANGE =
      optional(
          "rank_change",
          IntegerType,
          "",
          "Places gained since the same period a year earlier among the sections reporting in both; empty when either rank is.");
  public static final TableColumn VALUE_YEAR_AGO =
      optional(
          "value_year_ago",
          Types.QUANTITY,
          "",
          "The level of the same period a year earlier in the same regime; empty when there is none.");
  public static final TableColumn YEAR_AGO_OBSERVATION_ID = Trend.YEAR_AGO_OBSERVATION_ID;
  public static final TableColumn GROWTH_PCT =
      optional(
          "growth_pct",
          Types.PERCENT,
          "%",
          "Change on the same period a year earlier; empty without a comparable base, see growth_reason.");
  public static final TableColumn GROWTH_REASON =
      optional(
          "growth_reason",
          StringType,
          "",
          "base_missing, base_zero, value_missing, other_source (a partial period counted by another source), one_section_only (for the region: fewer than two sections report in both years) or not_like_for_like; empty when there is a growth.");
  public static final TableColumn CONTRIBUTION_POINTS =
      optional(
          "contribution_points",
          Types.PERCENT,
          "points",
          "Share of the growth of the sections reporting in both years, in percentage points; empty when this section does not report in both, or no other does.");
  public static final TableColumn PER_BORDER_KM =
      optional(
          "per_border_km",
          Types.QUANTITY,
          "",
          "Value per kilometre of the section's border; empty when the value is or for best_known values of a gate.");
  public static final TableColumn OBSERVATION_ID =
      optional(
          "observation_id",
          StringType,
          "",
          "The observation behind the value; empty for missing values and the region's row.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "regional_comparison")
          .purpose(
              "For comparing the seven border sections in one period: level, share, rank, growth and contribution within one regime, and beside it the best that is known of each.")
          .columns(
              BASIS,
              MEASURE_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              SCOPE_ID,
              WEST_TO_EAST,
              VALUE,
              UNIT,
              QUALIFIER,
              VALUE_REGIME,
              VALUE_SCOPE_ID,
              MISSING_REASON,
              SECTIONS_REPORTING,
              SECTIONS_IN_BOTH_YEARS,
              SHARE_PCT,
              RANK,
              RANK_CHANGE,
              VALUE_YEAR_AGO,
              YEAR_AGO_OBSERVATION_ID,
              GROWTH_PCT,
              GROWTH_REASON,
              CONTRIBUTION_POINTS,
              PER_BORDER_KM,
              OBSERVATION_ID)
          .oneRowPer(
              BASIS, MEASURE_ID, PERIOD_ID, DIRECTION, GOODS_ID, REGIME, IS_SIMULATED, SCOPE_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every row has a value or a missing_reason, never both.",
                  VALUE.col().isNull().equalTo(MISSING_REASON.col().isNull())))
          .check(
              blocks(
                  "Every share_pct lies between 0 and 100.", not(SHARE_PCT.col().between(0, 100))))
          .check(
              blocks(
                  "No best_known row has a share, a rank, a growth or a contribution.",
                  BASIS
                      .col()
                      .equalTo(BEST_KNOWN)
                      .and(
                          coalesce(
                                  SHARE_PCT.col(),
                                  RANK.col(),
                                  GROWTH_PCT.col(),
                                  CONTRIBUTION_POINTS.col())
                              .isNotNull())))
          .check(
              blocks(
                  "Every value of a like_for_like comparison is of the comparison's regime.",
                  BASIS
                      .col()
                      .equalTo(LIKE_FOR_LIKE)
                      .and(not(coalesce(VALUE_REGIME.col(), REGIME.col()).equalTo(REGIME.col())))))
          .check(
              blocks(
                  "At least two sections report in every comparison.",
                  SECTIONS_REPORTING.col().lt(2)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Observation.TABLE),
                      Sections.of(inputs),
                      Additivity.of(inputs.given(Registers.class)),
                      inputs.given(Registers.class).wholeBorder().id()));

  /**
   * Pure: like-for-like comparisons and, beside them, what is known at best.
   *
   * @param sections all of them, with {@code west_to_east} and {@code border_km}
   * @param wholeBorder id of the area that they make up together
   */
  static Dataset<Row> compute(
      Dataset<Row> observations, Dataset<Row> sections, Additivity additivity, String wholeBorder) {
    Dataset<Row> likeForLike = LikeForLike.compare(observations, sections, additivity, wholeBorder);
    Dataset<Row> bestKnown = BestKnown.stand(observations, sections);
    return likeForLike.unionByName(bestKnown, true).select(TABLE.cols());
  }
}
