package org.bienmau.gold;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.TableColumn;

/** Says why a section has no value in a comparison: what else is known of it. */
final class Missing {
  private Missing() {}

  private static final List<TableColumn> WHAT =
      List.of(
          Observation.MEASURE_ID,
          Observation.DIRECTION,
          Observation.GOODS_ID,
          Observation.IS_SIMULATED);
  private static final Column SECTION = Observation.SCOPE_ID.col();

  /** Adds missing_reason to rows that have a section as scope and may lack a value. */
  static Dataset<Row> explained(Dataset<Row> rows, Dataset<Row> observations) {
    Dataset<Row> known = observations.filter(Observation.SECTION_ID.col().isNotNull());
    Column isSection = Observation.SCOPE_TYPE.col().equalTo("section");
    Dataset<Row> samePeriod =
        known
            .groupBy(
                Cell.columns(
                    WHAT, Observation.SECTION_ID, Observation.PERIOD_START, Observation.PERIOD_END))
            .agg(max(isSection).as("section_known"), max(isSection.equalTo(false)).as("gate_known"))
            .withColumnRenamed(Observation.SECTION_ID.name(), Observation.SCOPE_ID.name());
    Column lastYear = year(Observation.PERIOD_END.col());
    Dataset<Row> sameYear =
        known
            .groupBy(Cell.columns(WHAT, Observation.SECTION_ID))
            .agg(
                collect_set(when(isSection, lastYear)).as("section_years"),
                collect_set(when(isSection.equalTo(false), lastYear)).as("gate_years"))
            .withColumnRenamed(Observation.SECTION_ID.name(), Observation.SCOPE_ID.name());
    return rows.join(
            samePeriod,
            Cell.names(
                WHAT, Observation.SCOPE_ID, Observation.PERIOD_START, Observation.PERIOD_END),
            "left")
        .join(sameYear, Cell.names(WHAT, Observation.SCOPE_ID), "left")
        .withColumn(RegionalComparison.MISSING_REASON.name(), reason())
        .drop("section_known", "gate_known", "section_years", "gate_years");
  }

  private static Column reason() {
    return when(
        RegionalComparison.VALUE.col().isNull(),
        when(coalesce(col("section_known"), lit(false)), "other_regime_only")
            .when(coalesce(col("gate_known"), lit(false)), "gate_only")
            .when(inThatYear("section_years"), "other_period_only")
            .when(inThatYear("gate_years"), "gate_other_period_only")
            .otherwise("no_figure"));
  }

  private static Column inThatYear(String years) {
    return coalesce(array_contains(col(years), year(Observation.PERIOD_END.col())), lit(false));
  }
}
