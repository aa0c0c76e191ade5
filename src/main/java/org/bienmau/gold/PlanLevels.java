package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.dayofyear;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.year;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.table.TableColumn.optional;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Growth;
import org.bienmau.measure.Precision;
import org.bienmau.reference.PeriodKind;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/** What was reached from 1 January on, with the share of the plan that sources print beside it. */
final class PlanLevels {
  private PlanLevels() {}

  static final TableColumn UNIT =
      optional("level_unit", StringType, "", "Unit of the level; empty when none is known.");
  static final TableColumn IS_COMPARABLE =
      optional(
          "is_comparable",
          BooleanType,
          "",
          "Whether level and plan are of one regime; empty when no level is known.");
  static final TableColumn TIER =
      optional("level_tier", IntegerType, "", "Tier of its source; empty when none is known.");

  private static final String CHOSEN = "chosen_figure_id";
  private static final String SHARED_LEVEL = "level_beside_share";

  private static final List<TableColumn> DESCRIBED =
      List.of(
          PlanPace.REACHED_VALUE,
          PlanPace.REACHED_REGIME,
          PlanPace.PRINTED_PLAN_PCT,
          PlanPace.IMPLIED_PLAN,
          PlanPace.IMPLIED_PLAN_LOW,
          PlanPace.IMPLIED_PLAN_HIGH,
          PlanPace.PERIOD_KIND,
          PlanPace.PERIOD_START,
          PlanPace.PERIOD_END,
          UNIT);

  /** Levels of every measure that plans are made for, one row per observation. */
  static Dataset<Row> of(Dataset<Row> figures, Dataset<Row> observations) {
    Dataset<Row> levels =
        Bounds.ofObservations(observations.filter(isFromNewYear()))
            .withColumn(PlanPace.PLAN_MEASURE_ID.name(), PlanMeasure.of(Figure.MEASURE_ID.col()))
            .withColumn(PlanPace.PLAN_YEAR.name(), year(Figure.PERIOD_START.col()))
            .withColumn(PlanPace.REACHED_VALUE.name(), Figure.VALUE.col())
            .withColumn(PlanPace.REACHED_REGIME.name(), Figure.REGIME.col())
            .withColumn(TIER.name(), Observation.SOURCE_TIER.col())
            .withColumn(UNIT.name(), Figure.UNIT.col());
    return withPrintedShare(levels, figures).transform(PlanLevels::withImpliedPlan);
  }

  private static Column isFromNewYear() {
    Column start = Figure.PERIOD_START.col();
    Column end = Figure.PERIOD_END.col();
    return PlanMeasure.isPlannedFor(Figure.MEASURE_ID.col())
        .and(dayofyear(start).equalTo(1))
        .and(year(start).equalTo(year(end)))
        .and(not(Figure.PERIOD_KIND.col().isin(PeriodKind.DAY.id(), PeriodKind.POINT.id())))
        .and(start.lt(end));
  }

  /**
   * A share belongs to the level that it was printed beside, which need not be the chosen one; the
   * chosen figure's own share comes first.
   */
  private static Dataset<Row> withPrintedShare(Dataset<Row> levels, Dataset<Row> figures) {
    List<TableColumn> cell =
        Stream.concat(Cell.SERIES.stream(), Stream.of(Figure.PERIOD_ID)).toList();
    Column best =
        min(
            struct(
                not(Figure.FIGURE_ID.col().eqNullSafe(col(CHOSEN))).as("not_chosen"),
                Figure.SOURCE_TIER.col(),
                datediff(lit("1970-01-01").cast("date"), Figure.KNOWN_FROM.col()).as("newest"),
                Figure.FIGURE_ID.col(),
                Figure.PRINTED_PLAN_PCT.col(),
                Figure.VALUE.col()));
    Dataset<Row> chosen =
        levels
            .select(Cell.columns(cell, Observation.FIGURE_ID))
            .withColumnRenamed(Observation.FIGURE_ID.name(), CHOSEN);
    Dataset<Row> shares =
        figures
            .filter(Figure.PRINTED_PLAN_PCT.col().isNotNull())
            .join(chosen, Cell.names(cell))
            .groupBy(Cell.columns(cell))
            .agg(best.as("best"))
            .withColumn(Figure.PRINTED_PLAN_PCT.name(), col("best.printed_plan_pct"))
            .withColumn(SHARED_LEVEL, col("best.value"))
            .drop("best");
    return levels.drop(Figure.PRINTED_PLAN_PCT.name()).join(shares, Cell.names(cell), "left");
  }

  private static Dataset<Row> withImpliedPlan(Dataset<Row> levels) {
    Column share = Figure.PRINTED_PLAN_PCT.col();
    Column half = Precision.percentHalfUnit(share);
    Column level = col(SHARED_LEVEL);
    return levels
        .withColumn(PlanPace.IMPLIED_PLAN.name(), Growth.impliedWhole(level, share))
        .withColumn(PlanPace.IMPLIED_PLAN_LOW.name(), Growth.impliedWhole(level, share.plus(half)))
        .withColumn(
            PlanPace.IMPLIED_PLAN_HIGH.name(), Growth.impliedWhole(level, share.minus(half)));
  }

  /**
   * Sets beside each plan one level per period: of the plan's regime where there is one, else the
   * best of another, which the reader is told not to compare. A plan without any level keeps one
   * row, for its whole year.
   */
  static Dataset<Row> beside(Dataset<Row> plans, Dataset<Row> levels) {
    Column sameRegime = PlanPace.PLAN_REGIME.col().equalTo(PlanPace.REACHED_REGIME.col());
    List<TableColumn> levelColumns =
        Stream.concat(
                Stream.concat(PlanPace.TARGET.stream(), DESCRIBED.stream()),
                Stream.of(PlanPace.PERIOD_ID, PlanPace.OBSERVATION_ID, TIER))
            .toList();
    Column[] preferred =
        Stream.concat(
                Stream.of(
                    not(IS_COMPARABLE.col()).as("not_comparable"),
                    TIER.col(),
                    PlanPace.OBSERVATION_ID.col()),
                DESCRIBED.stream().map(TableColumn::col))
            .toArray(Column[]::new);
    List<TableColumn> key =
        Stream.concat(PlanPace.TARGET.stream(), Stream.of(PlanPace.PLAN_REGIME, PlanPace.PERIOD_ID))
            .toList();
    Dataset<Row> best =
        plans
            .select(Cell.columns(PlanPace.TARGET, PlanPace.PLAN_REGIME))
            .join(levels.select(Cell.columns(levelColumns)), Cell.names(PlanPace.TARGET))
            .withColumn(IS_COMPARABLE.name(), sameRegime)
            .groupBy(Cell.columns(key))
            .agg(min(struct(preferred)).as("best"))
            .select(
                Stream.concat(
                        Stream.of(Cell.columns(key)),
                        Stream.concat(
                            Stream.of(
                                not(col("best.not_comparable")).as(IS_COMPARABLE.name()),
                                col("best.observation_id")),
                            DESCRIBED.stream().map(c -> col("best." + c.name()))))
                    .toArray(Column[]::new));
    return plans
        .join(best, Cell.names(PlanPace.TARGET, PlanPace.PLAN_REGIME), "left")
        .transform(PlanLevels::withWholeYear);
  }

  private static Dataset<Row> withWholeYear(Dataset<Row> pace) {
    Column planYear = PlanPace.PLAN_YEAR.col();
    Column first = make_date(planYear, lit(1), lit(1));
    Column last = make_date(planYear, lit(12), lit(31));
    return pace.withColumn(
            PlanPace.PERIOD_KIND.name(),
            coalesce(PlanPace.PERIOD_KIND.col(), lit(PeriodKind.YEAR.id())))
        .withColumn(
            PlanPace.PERIOD_ID.name(),
            coalesce(PlanPace.PERIOD_ID.col(), planYear.cast(StringType)))
        .withColumn(PlanPace.PERIOD_START.name(), coalesce(PlanPace.PERIOD_START.col(), first))
        .withColumn(PlanPace.PERIOD_END.name(), coalesce(PlanPace.PERIOD_END.col(), last));
  }
}
