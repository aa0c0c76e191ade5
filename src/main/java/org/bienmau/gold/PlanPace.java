package org.bienmau.gold;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.series.PlanProjections;
import org.bienmau.gold.series.SeriesAnalysis;
import org.bienmau.measure.Growth;
import org.bienmau.reference.Regime;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * How much of an annual plan was reached by when, beside the share that sources print.
 *
 * <p>Most plans are never printed as an amount; a level and its printed share give them back. Such
 * an implied plan stands in only where no printed or registered one is known.
 */
public final class PlanPace {
  private PlanPace() {}

  public static final TableColumn PLAN_MEASURE_ID =
      required("plan_measure_id", StringType, "", "Measure of the plan; see dim_measure.");
  public static final TableColumn SCOPE_TYPE = Observation.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Observation.SCOPE_ID;
  public static final TableColumn SECTION_ID = Observation.SECTION_ID;
  public static final TableColumn PLAN_YEAR =
      required("plan_year", IntegerType, "", "The calendar year that the plan is for.");
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn PLAN_REGIME =
      required("plan_regime", StringType, "", "What a trade plan covers.");
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn PLAN_VALUE =
      required("plan_value", Types.QUANTITY, "", "The annual plan, in the base unit.");
  public static final TableColumn PLAN_ORIGIN =
      required(
          "plan_origin",
          StringType,
          "",
          "printed: a source states the plan; register: dim_plan holds it; implied: a level and its printed share give it back.");
  public static final TableColumn PLAN_ID =
      required(
          "plan_id",
          StringType,
          "",
          "The plan's observation, its row of dim_plan, or the level's observation that implies it.");
  public static final TableColumn PLAN_LOWEST =
      optional(
          "plan_lowest",
          Types.QUANTITY,
          "",
          "The lowest printed or registered plan; empty when the plan is implied.");
  public static final TableColumn PLAN_HIGHEST =
      optional(
          "plan_highest",
          Types.QUANTITY,
          "",
          "The highest printed or registered plan; empty when the plan is implied.");
  public static final TableColumn MEASURE_ID =
      required("measure_id", StringType, "", "What the plan is reached by.");
  public static final TableColumn REACHED_VALUE =
      optional(
          "reached_value",
          Types.QUANTITY,
          "",
          "Level of the period from 1 January, in the base unit; empty when none is known.");
  public static final TableColumn REACHED_REGIME =
      optional(
          "reached_regime", StringType, "", "Regime of reached_value; empty when none is known.");
  public static final TableColumn OBSERVATION_ID =
      optional(
          "observation_id",
          StringType,
          "",
          "The observation of reached_value; empty when none is known.");
  public static final TableColumn SHARE_REACHED_PCT =
      optional(
          "share_reached_pct",
          Types.PERCENT,
          "%",
          "Level in per cent of the plan; empty when they are not comparable, see share_reason.");
  public static final TableColumn SHARE_REASON =
      optional(
          "share_reason",
          StringType,
          "",
          "level_missing, other_unit, regime_unknown, other_regime or plan_zero; empty when there is a share.");
  public static final TableColumn PRINTED_PLAN_PCT =
      optional(
          "printed_plan_pct",
          Types.PERCENT,
          "%",
          "Share of the plan as a source printed it for this level or, when it chose another one, for its own; empty when none did.");
  public static final TableColumn GAP_POINTS =
      optional(
          "gap_points",
          Types.PERCENT,
          "points",
          "Our share less the printed one; empty when either is.");
  public static final TableColumn IMPLIED_PLAN =
      optional(
          "implied_plan",
          Types.QUANTITY,
          "",
          "Plan that the printed share and the level printed beside it imply; empty when no share is printed.");
  public static final TableColumn IMPLIED_PLAN_LOW =
      optional(
          "implied_plan_low",
          Types.QUANTITY,
          "",
          "The same with the share's digits rounded up (6.6 % taken as 6.65 %); empty when no share is printed.");
  public static final TableColumn IMPLIED_PLAN_HIGH =
      optional(
          "implied_plan_high",
          Types.QUANTITY,
          "",
          "The same with the share's digits rounded down (6.6 % taken as 6.55 %); empty when no share is printed.");

  /** What is known of a level beside its plan before anything is projected. */
  public static final List<TableColumn> KNOWN =
      List.of(
          PLAN_MEASURE_ID,
          SCOPE_TYPE,
          SCOPE_ID,
          SECTION_ID,
          PLAN_YEAR,
          DIRECTION,
          GOODS_ID,
          PLAN_REGIME,
          IS_SIMULATED,
          PERIOD_ID,
          PERIOD_KIND,
          PERIOD_START,
          PERIOD_END,
          UNIT,
          PLAN_VALUE,
          PLAN_ORIGIN,
          PLAN_ID,
          PLAN_LOWEST,
          PLAN_HIGHEST,
          MEASURE_ID,
          REACHED_VALUE,
          REACHED_REGIME,
          OBSERVATION_ID,
          SHARE_REACHED_PCT,
          SHARE_REASON,
          PRINTED_PLAN_PCT,
          GAP_POINTS,
          IMPLIED_PLAN,
          IMPLIED_PLAN_LOW,
          IMPLIED_PLAN_HIGH);

  public static final Table TABLE =
      Table.named(Layer.GOLD, "plan_pace")
          .purpose(
              "How far along an annual plan a place was at each date, computed and as printed, and whether it will be reached by the pace of past years; plans that nobody printed are recovered from printed shares.")
          .columns(
              Stream.concat(KNOWN.stream(), PlanProjections.COLUMNS.stream())
                  .toArray(TableColumn[]::new))
          .oneRowPer(
              PLAN_MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              PLAN_YEAR,
              DIRECTION,
              GOODS_ID,
              PLAN_REGIME,
              IS_SIMULATED,
              PERIOD_ID)
          .from(Figure.TABLE, Observation.TABLE, DimPlan.TABLE, SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every plan_origin is printed, register or implied.",
                  not(PLAN_ORIGIN.col().isin("printed", "register", "implied"))))
          .check(
              blocks(
                  "Every share_reached_pct is empty exactly when share_reason is not.",
                  SHARE_REACHED_PCT.col().isNull().equalTo(SHARE_REASON.col().isNull())))
          .check(blocks("No share_reached_pct is negative.", SHARE_REACHED_PCT.col().lt(0)))
          .check(
              blocks(
                  "Every implied_plan lies between implied_plan_low and implied_plan_high.",
                  not(IMPLIED_PLAN.col().between(IMPLIED_PLAN_LOW.col(), IMPLIED_PLAN_HIGH.col()))))
          .check(
              blocks(
                  "Every level has a projection or a reason why not.",
                  PlanProjections.REASON
                      .col()
                      .isNull()
                      .equalTo(PlanProjections.PROJECTED.col().isNull())))
          .check(
              blocks(
                  "Every probability_pct lies between 0 and 100.",
                  PlanProjections.PROBABILITY_PCT.col().between(0, 100).equalTo(false)))
          .check(
              warns(
                  "No computed share departs from the printed one by more than 5 points.",
                  not(GAP_POINTS.col().between(-5, 5))))
          .computedBy(
              inputs ->
                  PlanProjections.of(
                      compute(
                          Standing.of(inputs.read(Figure.TABLE), inputs.given(AsOf.class)),
                          inputs.read(Observation.TABLE),
                          inputs.read(DimPlan.TABLE)),
                      inputs.read(SeriesAnalysis.TABLE),
                      inputs.encoder(PlanPace.TABLE.schema())));

  /** What a plan is for; a level of the same is set beside it. */
  static final List<TableColumn> TARGET =
      List.of(PLAN_MEASURE_ID, SCOPE_TYPE, SCOPE_ID, PLAN_YEAR, DIRECTION, GOODS_ID, IS_SIMULATED);

  /** Pure: what is known of every level beside its plan. */
  static Dataset<Row> compute(
      Dataset<Row> figures, Dataset<Row> observations, Dataset<Row> registered) {
    Dataset<Row> levels = PlanLevels.of(figures, observations);
    Dataset<Row> plans = Plans.of(observations, registered, levels);
    return PlanLevels.beside(plans, levels)
        .transform(PlanPace::withShare)
        .select(Cell.columns(KNOWN));
  }

  private static Dataset<Row> withShare(Dataset<Row> pace) {
    Column reason =
        when(REACHED_VALUE.col().isNull(), "level_missing")
            .when(PlanLevels.UNIT.col().notEqual(UNIT.col()), "other_unit")
            .when(not(PlanLevels.IS_COMPARABLE.col()).and(isUnknown()), "regime_unknown")
            .when(not(PlanLevels.IS_COMPARABLE.col()), "other_regime")
            .when(PLAN_VALUE.col().equalTo(0), "plan_zero");
    Column share = Growth.percentOf(REACHED_VALUE.col(), PLAN_VALUE.col());
    return pace.withColumn(SHARE_REASON.name(), reason)
        .withColumn(SHARE_REACHED_PCT.name(), when(SHARE_REASON.col().isNull(), share))
        .withColumn(
            GAP_POINTS.name(),
            SHARE_REACHED_PCT.col().minus(PRINTED_PLAN_PCT.col()).cast(Types.PERCENT));
  }

  private static Column isUnknown() {
    return PLAN_REGIME
        .col()
        .equalTo(Regime.UNKNOWN.id())
        .or(REACHED_REGIME.col().equalTo(Regime.UNKNOWN.id()));
  }
}
