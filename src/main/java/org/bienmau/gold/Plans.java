package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Growth;
import org.bienmau.reference.PeriodKind;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The annual plans that are known: printed ones first, then registered, then implied ones. */
final class Plans {
  private Plans() {}

  private static final List<TableColumn> DESCRIBED =
      List.of(
          PlanPace.PLAN_VALUE,
          PlanPace.PLAN_ORIGIN,
          PlanPace.PLAN_ID,
          PlanPace.UNIT,
          PlanPace.MEASURE_ID,
          PlanPace.SECTION_ID);
  private static final String LOW = "stated_low";
  private static final String HIGH = "stated_high";

  /** How many per cent of an implied plan its printed digits leave open; less is better. */
  private static final String OPEN = "open_pct";

  /** One plan per place, year, direction, goods and regime. */
  static Dataset<Row> of(Dataset<Row> observations, Dataset<Row> registered, Dataset<Row> levels) {
    Dataset<Row> all =
        printed(observations).unionByName(register(registered)).unionByName(implied(levels));
    Column[] preferred =
        Stream.concat(
                Stream.of(col("preference"), col(OPEN), PlanPace.PLAN_ID.col()),
                DESCRIBED.stream().map(c -> c.col().as("of_" + c.name())))
            .toArray(Column[]::new);
    Column[] best =
        Stream.concat(
                Stream.of(Cell.columns(PlanPace.TARGET, PlanPace.PLAN_REGIME)),
                Stream.concat(
                    DESCRIBED.stream().map(c -> col("best.of_" + c.name()).as(c.name())),
                    Stream.of(PlanPace.PLAN_LOWEST.col(), PlanPace.PLAN_HIGHEST.col())))
            .toArray(Column[]::new);
    return all.groupBy(Cell.columns(PlanPace.TARGET, PlanPace.PLAN_REGIME))
        .agg(
            min(struct(preferred)).as("best"),
            min(col(LOW)).as(PlanPace.PLAN_LOWEST.name()),
            max(col(HIGH)).as(PlanPace.PLAN_HIGHEST.name()))
        .select(best);
  }

  private static Dataset<Row> printed(Dataset<Row> observations) {
    Column level = PlanMeasure.levelOf(Figure.MEASURE_ID.col());
    return observations
        .filter(level.isNotNull().and(Figure.PERIOD_KIND.col().equalTo(PeriodKind.YEAR.id())))
        .withColumn(PlanPace.PLAN_MEASURE_ID.name(), Figure.MEASURE_ID.col())
        .withColumn(LOW, coalesce(Observation.COMPETING_LOW.col(), Figure.VALUE.col()))
        .withColumn(HIGH, coalesce(Observation.COMPETING_HIGH.col(), Figure.VALUE.col()))
        .select(plan(1, "printed", Observation.OBSERVATION_ID.col(), level));
  }

  private static Dataset<Row> register(Dataset<Row> plans) {
    Column measure = Figure.MEASURE_ID.col();
    Column level = coalesce(PlanMeasure.levelOf(measure), measure);
    return plans
        .filter(DimPlan.PERIOD_KIND.col().equalTo(PeriodKind.YEAR.id()))
        .withColumn(PlanPace.PLAN_MEASURE_ID.name(), PlanMeasure.of(level))
        .withColumn(Figure.GOODS_ID.name(), lit("all"))
        .withColumn(Figure.IS_SIMULATED.name(), lit(false))
        .withColumn(
            Figure.SECTION_ID.name(),
            when(Figure.SCOPE_TYPE.col().equalTo("section"), Figure.SCOPE_ID.col()))
        .withColumn(LOW, DimPlan.VALUE.col())
        .withColumn(HIGH, DimPlan.VALUE_HIGH.col())
        .select(plan(2, "register", DimPlan.PLAN_ID.col(), level));
  }

  private static Dataset<Row> implied(Dataset<Row> levels) {
    Column none = lit(null).cast(Types.QUANTITY);
    return levels
        .filter(PlanPace.IMPLIED_PLAN.col().isNotNull())
        .withColumn(LOW, none)
        .withColumn(HIGH, none)
        .withColumn(
            OPEN,
            Growth.percentChange(PlanPace.IMPLIED_PLAN_HIGH.col(), PlanPace.IMPLIED_PLAN_LOW.col()))
        .withColumn(Figure.VALUE.name(), PlanPace.IMPLIED_PLAN.col())
        .select(plan(3, "implied", Observation.OBSERVATION_ID.col(), Figure.MEASURE_ID.col()));
  }

  private static Column[] plan(int preference, String origin, Column id, Column level) {
    Column open = preference == 3 ? col(OPEN) : lit(0).cast(Types.PERCENT);
    return new Column[] {
      PlanPace.PLAN_MEASURE_ID.col(),
      Figure.SCOPE_TYPE.col(),
      Figure.SCOPE_ID.col(),
      year(Figure.PERIOD_START.col()).as(PlanPace.PLAN_YEAR.name()),
      Figure.DIRECTION.col(),
      Figure.GOODS_ID.col(),
      Figure.IS_SIMULATED.col(),
      Figure.REGIME.col().as(PlanPace.PLAN_REGIME.name()),
      lit(preference).as("preference"),
      open.as(OPEN),
      Figure.VALUE.col().as(PlanPace.PLAN_VALUE.name()),
      lit(origin).as(PlanPace.PLAN_ORIGIN.name()),
      id.as(PlanPace.PLAN_ID.name()),
      Figure.UNIT.col(),
      level.as(PlanPace.MEASURE_ID.name()),
      Figure.SECTION_ID.col(),
      col(LOW),
      col(HIGH)
    };
  }
}
