package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.DimGate;
import org.bienmau.gold.facts.DimOperatingDay;
import org.bienmau.measure.Growth;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.Types;

/** How many days of January and February each place worked. */
final class WorkDays {
  private WorkDays() {}

  private static final String[] PLACE = {"is_simulated", "scope_type", "scope_id"};

  /** Rows of is_simulated, scope_type, scope_id, calendar_year, days_known and operating_days. */
  static Dataset<Row> of(Dataset<Row> calendar, Dataset<Row> gates, Set<String> borders) {
    Dataset<Row> sections =
        gates.groupBy(DimGate.GATE_ID.col()).agg(min(DimGate.SECTION_ID.col()).as("section"));
    Column[] places =
        Stream.concat(
                Stream.of(
                    place(ScopeType.GATE, DimOperatingDay.GATE_ID.col()),
                    place(ScopeType.SECTION, col("section"))),
                borders.stream().sorted().map(border -> place(ScopeType.AREA, lit(border))))
            .toArray(Column[]::new);
    return calendar
        .filter(month(DimOperatingDay.DAY.col()).leq(2))
        .filter(DimOperatingDay.STATE.col().notEqual("no_report"))
        .join(sections, DimOperatingDay.GATE_ID.name())
        .withColumn("place", explode(array(places)))
        .groupBy(
            DimOperatingDay.IS_SIMULATED.col(),
            col("place.scope_type").as("scope_type"),
            col("place.scope_id").as("scope_id"),
            DimOperatingDay.DAY.col())
        .agg(max(DimOperatingDay.IS_OPERATING.col()).as("works"))
        .groupBy(
            col("is_simulated"),
            col("scope_type"),
            col("scope_id"),
            year(DimOperatingDay.DAY.col()).as("calendar_year"))
        .agg(
            count(lit(1)).cast("int").as("days_known"),
            sum(when(col("works"), 1).otherwise(0)).cast("int").as("days_worked"));
  }

  private static Column place(ScopeType type, Column id) {
    return struct(lit(type.id()).as("scope_type"), id.as("scope_id"));
  }

  /** Adds the days of work of both years to rows of {@link JanFeb}. */
  static Dataset<Row> joined(Dataset<Row> rows, Dataset<Row> workDays) {
    Dataset<Row> before =
        workDays.select(
            col(PLACE[0]),
            col(PLACE[1]),
            col(PLACE[2]),
            col("calendar_year").plus(1).as("calendar_year"),
            col("days_known").as("known_before"),
            col("days_worked").as("worked_before"));
    String[] keys = {PLACE[0], PLACE[1], PLACE[2], "calendar_year"};
    Column days = JanFeb.DAYS.col();
    Column worked = JanFeb.OPERATING_DAYS.col();
    Column leapBefore = col("calendar_year").minus(1).mod(4).equalTo(0);
    Column daysBefore = when(leapBefore, 60).otherwise(59);
    Column workedBefore = when(col("known_before").equalTo(daysBefore), col("worked_before"));
    return rows.drop(
            JanFeb.OPERATING_DAYS.name(),
            JanFeb.PER_OPERATING_DAY.name(),
            JanFeb.GROWTH_PER_OPERATING_DAY_PCT.name())
        .join(workDays, keys, "left")
        .join(before, keys, "left")
        .withColumn(
            JanFeb.OPERATING_DAYS.name(), when(col("days_known").equalTo(days), col("days_worked")))
        .withColumn(
            JanFeb.PER_OPERATING_DAY.name(),
            when(worked.gt(0), JanFeb.VALUE.col().divide(worked)).cast(Types.QUANTITY))
        .withColumn(
            JanFeb.GROWTH_PER_OPERATING_DAY_PCT.name(),
            when(
                JanFeb.GROWTH_PCT.col().isNotNull().and(worked.gt(0)).and(workedBefore.gt(0)),
                Growth.percentChange(
                    JanFeb.VALUE.col().multiply(workedBefore).cast(Types.QUANTITY),
                    JanFeb.VALUE_YEAR_AGO.col().multiply(worked).cast(Types.QUANTITY))));
  }
}
