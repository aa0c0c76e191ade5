package org.bienmau.gold;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.Regime;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** Each series over time: growth by date, sums and averages, beside what the source printed. */
public final class Trend {
  private Trend() {}

  public static final TableColumn OBSERVATION_ID = Observation.OBSERVATION_ID;
  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn SCOPE_TYPE = Observation.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Observation.SCOPE_ID;
  public static final TableColumn SECTION_ID = Observation.SECTION_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn VALUE = Observation.VALUE;
  public static final TableColumn VALUE_HIGH = Observation.VALUE_HIGH;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn QUALIFIER = Observation.QUALIFIER;
  public static final TableColumn ORIGIN = Observation.ORIGIN;
  public static final TableColumn VALUE_BEFORE =
      optional(
          "value_before",
          Types.QUANTITY,
          "",
          "The period just before: last month, quarter, half or year; empty when it has no figure or the kind of period has none before.");
  public static final TableColumn BEFORE_OBSERVATION_ID =
      optional(
          "before_observation_id",
          StringType,
          "",
          "The observation behind value_before; empty when that is.");
  public static final TableColumn CHANGE_PCT =
      optional(
          "change_pct",
          Types.PERCENT,
          "%",
          "Change on the period just before (month on month for months); empty without a comparable base, see change_reason.");
  public static final TableColumn CHANGE_REASON =
      optional(
          "change_reason",
          StringType,
          "",
          "Why change_pct is empty: base_missing, base_zero, base_other_regime, regime_unknown (two publishers that do not say what they count), other_source (a partial period counted by two sources), range_of_values or no_period_before; empty when there is a change.");
  public static final TableColumn PRINTED_CHANGE_PCT =
      optional(
          "printed_change_pct",
          Types.PERCENT,
          "%",
          "Change on the period before as the source printed it; empty when it printed none.");
  public static final TableColumn CHANGE_GAP_POINTS =
      optional(
          "change_gap_points",
          Types.PERCENT,
          "points",
          "Our change less the printed one; empty when either is.");
  public static final TableColumn VALUE_YEAR_AGO =
      optional(
          "value_year_ago",
          Types.QUANTITY,
          "",
          "The same period a year earlier; empty when it has no figure.");
  public static final TableColumn YEAR_AGO_OBSERVATION_ID =
      optional(
          "year_ago_observation_id",
          StringType,
          "",
          "The observation behind value_year_ago; empty when that is.");
  public static final TableColumn YOY_PCT =
      optional(
          "yoy_pct",
          Types.PERCENT,
          "%",
          "Change on the same period a year earlier; empty without a comparable base, see yoy_reason.");
  public static final TableColumn YOY_REASON =
      optional(
          "yoy_reason",
          StringType,
          "",
          "Why yoy_pct is empty, in the codes of change_reason; empty when there is a growth.");
  public static final TableColumn PRINTED_YOY_PCT = Observation.PRINTED_YOY_PCT;
  public static final TableColumn YOY_GAP_POINTS =
      optional(
          "yoy_gap_points",
          Types.PERCENT,
          "points",
          "Our growth less the printed one; empty when either is.");
  public static final TableColumn YEAR_TO_DATE =
      optional(
          "year_to_date",
          Types.QUANTITY,
          "",
          "Sum from January to this month; empty when a month is missing, the regime is unknown or the measure does not add up over time.");
  public static final TableColumn ROLLING_3 =
      optional(
          "rolling_3_months",
          Types.QUANTITY,
          "",
          "Sum of this month and the two before; empty under the same conditions as year_to_date.");
  public static final TableColumn ROLLING_12 =
      optional(
          "rolling_12_months",
          Types.QUANTITY,
          "",
          "Sum of this month and the eleven before; empty under the same conditions as year_to_date.");
  public static final TableColumn CAGR_PCT =
      optional(
          "cagr_pct",
          Types.PERCENT,
          "%",
          "Mean yearly growth since the series' first comparable year; empty for other kinds of period, unknown regimes and less than two years between.");
  public static final TableColumn CAGR_FROM =
      optional(
          "cagr_from",
          StringType,
          "",
          "The year that cagr_pct starts from; empty when cagr_pct is.");
  public static final TableColumn SOURCE_URL = Observation.SOURCE_URL;
  public static final TableColumn FIGURE_ID = Observation.FIGURE_ID;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "trend")
          .purpose(
              "For following one series over time: its level, change and growth by date, sums and mean growth, beside what the source printed.")
          .columns(
              OBSERVATION_ID,
              MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              VALUE,
              VALUE_HIGH,
              UNIT,
              QUALIFIER,
              ORIGIN,
              VALUE_BEFORE,
              BEFORE_OBSERVATION_ID,
              CHANGE_PCT,
              CHANGE_REASON,
              PRINTED_CHANGE_PCT,
              CHANGE_GAP_POINTS,
              VALUE_YEAR_AGO,
              YEAR_AGO_OBSERVATION_ID,
              YOY_PCT,
              YOY_REASON,
              PRINTED_YOY_PCT,
              YOY_GAP_POINTS,
              YEAR_TO_DATE,
              ROLLING_3,
              ROLLING_12,
              CAGR_PCT,
              CAGR_FROM,
              SOURCE_URL,
              FIGURE_ID)
          .oneRowPer(OBSERVATION_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every change_pct is there or has a change_reason, never both.",
                  CHANGE_PCT.col().isNull().equalTo(CHANGE_REASON.col().isNull())))
          .check(
              blocks(
                  "Every yoy_pct is there or has a yoy_reason, never both.",
                  YOY_PCT.col().isNull().equalTo(YOY_REASON.col().isNull())))
          .check(
              blocks(
                  "No sum over time is made of values of unknown regime.",
                  REGIME
                      .col()
                      .equalTo(Regime.UNKNOWN.id())
                      .and(
                          coalesce(YEAR_TO_DATE.col(), ROLLING_3.col(), ROLLING_12.col())
                              .isNotNull())))
          .check(
              warns(
                  "No yoy_pct differs from the printed one by more than ten points.",
                  abs(YOY_GAP_POINTS.col()).gt(10)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Observation.TABLE),
                      Additivity.of(inputs.given(Registers.class))));

  /** Pure: every observation with what its own series and its source say about its movement. */
  static Dataset<Row> compute(Dataset<Row> observations, Additivity additivity) {
    return observations
        .withColumnRenamed(Observation.PRINTED_MOM_PCT.name(), PRINTED_CHANGE_PCT.name())
        .transform(rows -> Comparison.BEFORE.withChange(rows, observations))
        .transform(rows -> Comparison.YEAR_AGO.withChange(rows, observations))
        .transform(rows -> SumsOverTime.added(rows, additivity))
        .select(TABLE.cols());
  }
}
