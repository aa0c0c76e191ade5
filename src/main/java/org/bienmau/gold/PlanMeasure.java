package org.bienmau.gold;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Which measure holds the plans for what another measure counts. */
final class PlanMeasure {
  private PlanMeasure() {}

  /** The measure of the plan for a level of {@code measure}. */
  static Column of(Column measure) {
    return when(measure.equalTo("trade_value"), "plan_value")
        .when(measure.equalTo("revenue_collected"), "revenue_plan")
        .otherwise(concat(measure, lit("_plan")));
  }

  /** Whether plans are made for a measure. */
  static Column isPlannedFor(Column measure) {
    return measure.isin("trade_value", "revenue_collected");
  }

  /** The measure whose levels a plan of {@code plan} is reached by; empty when it is no plan. */
  static Column levelOf(Column plan) {
    return when(plan.equalTo("plan_value"), "trade_value")
        .when(plan.equalTo("revenue_plan"), "revenue_collected");
  }
}
