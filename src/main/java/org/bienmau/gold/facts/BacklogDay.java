package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.reference.CongestionLevel;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * How many trucks wait at a gate or in a section at the end of a day, how congested that is called,
 * and how many days the queue would take at the pace of late.
 */
public final class BacklogDay {
  private BacklogDay() {}

  /** The pace of this many days of work is taken for the present one. */
  private static final int PACE_OF_DAYS = 7;

  public static final TableColumn SOURCE_ID = GateDay.SOURCE_ID;
  public static final TableColumn IS_SIMULATED = GateDay.IS_SIMULATED;
  public static final TableColumn ORIGIN = GateDay.ORIGIN;
  public static final TableColumn SCOPE_TYPE =
      required("scope_type", StringType, "", "gate with its lanes, or section.");
  public static final TableColumn SCOPE_ID =
      required("scope_id", StringType, "", "The gate or the border section.");
  public static final TableColumn SECTION_ID = GateDay.SECTION_ID;
  public static final TableColumn DAY = GateDay.DAY;
  public static final TableColumn WAITING =
      required(
          "waiting",
          LongType,
          "vehicles",
          "Trucks waiting at the end of the day, both directions and all cargo, at the gates that report a stock.");
  public static final TableColumn GATES_REPORTING =
      required("gates_reporting", LongType, "count", "Gates and lanes that report a stock.");
  public static final TableColumn LEVEL =
      required("level", StringType, "", "Official level of congestion of that many trucks.");
  public static final TableColumn LEVEL_ORDER =
      required("level_order", IntegerType, "", "0 for the level without congestion, then upwards.");
  public static final TableColumn CLEARED =
      optional("cleared", LongType, "vehicles", "Trucks cleared that day; empty when not known.");
  public static final TableColumn PACE =
      optional(
          "cleared_per_operating_day",
          Types.QUANTITY,
          "vehicles/day",
          "Mean number cleared on the last seven operating days up to this one; empty when there is none.");
  public static final TableColumn PACE_DAYS =
      required("pace_days", LongType, "days", "How many operating days that mean is of.");
  public static final TableColumn PACE_FROM =
      optional("pace_from", DateType, "", "The first of them; empty when there is none.");
  public static final TableColumn DAYS_TO_CLEAR =
      optional(
          "days_to_clear",
          Types.QUANTITY,
          "days",
          "waiting divided by that mean; empty when nothing was cleared, see days_reason.");
  public static final TableColumn DAYS_REASON =
      optional(
          "days_reason",
          StringType,
          "",
          "no_operating_day or nothing_cleared; empty when there are days_to_clear.");
  public static final TableColumn CAPACITY_LOW =
      optional(
          "capacity_low",
          Types.QUANTITY,
          "vehicles/day",
          "Lower end of what the gate can clear in both directions on the day; empty when no such capacity is registered, as for sections.");
  public static final TableColumn CAPACITY_HIGH =
      optional(
          "capacity_high",
          Types.QUANTITY,
          "vehicles/day",
          "Upper end of the same; empty when no such capacity is registered, as for sections.");
  public static final TableColumn DAYS_AT_CAPACITY_LOW =
      optional(
          "days_at_capacity_low",
          Types.QUANTITY,
          "days",
          "waiting divided by capacity_high: the fewest days that clearing takes; empty when none is registered, or one of 0.");
  public static final TableColumn DAYS_AT_CAPACITY_HIGH =
      optional(
          "days_at_capacity_high",
          Types.QUANTITY,
          "days",
          "waiting divided by capacity_low: the days that clearing takes at the lower capacity; empty when none is registered, or one of 0.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "backlog_day")
          .purpose(
              "For seeing how long the queue at a gate or in a section would take to clear, and how congested it is officially.")
          .columns(
              SOURCE_ID,
              IS_SIMULATED,
              ORIGIN,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              DAY,
              WAITING,
              GATES_REPORTING,
              LEVEL,
              LEVEL_ORDER,
              CLEARED,
              PACE,
              PACE_DAYS,
              PACE_FROM,
              DAYS_TO_CLEAR,
              DAYS_REASON,
              CAPACITY_LOW,
              CAPACITY_HIGH,
              DAYS_AT_CAPACITY_LOW,
              DAYS_AT_CAPACITY_HIGH)
          .oneRowPer(SOURCE_ID, ORIGIN, SCOPE_TYPE, SCOPE_ID, DAY, IS_SIMULATED)
          .from(GateDay.TABLE)
          .check(blocks("No waiting is negative.", WAITING.col().lt(0)))
          .check(
              blocks(
                  "Every days_to_clear is empty exactly when there is a days_reason.",
                  DAYS_TO_CLEAR.col().isNull().equalTo(DAYS_REASON.col().isNull())))
          .check(
              blocks(
                  "Every mean is of one to seven days, or empty.",
                  PACE_DAYS
                      .col()
                      .between(0, PACE_OF_DAYS)
                      .equalTo(false)
                      .or(PACE.col().isNull().notEqual(PACE_DAYS.col().equalTo(0)))))
          .check(
              blocks(
                  "No days_at_capacity_low are more than the days_at_capacity_high.",
                  DAYS_AT_CAPACITY_LOW.col().gt(DAYS_AT_CAPACITY_HIGH.col())))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(GateDay.TABLE),
                      Places.of(inputs),
                      Capacities.of(inputs),
                      inputs.given(Registers.class).congestionLevels()));

  private static final List<TableColumn> SCOPE =
      List.of(SOURCE_ID, IS_SIMULATED, ORIGIN, SCOPE_TYPE, SCOPE_ID, SECTION_ID);

  static Dataset<Row> compute(
      Dataset<Row> gateDays, Places places, Dataset<Row> capacities, List<CongestionLevel> levels) {
    return atScopes(GateTotals.of(gateDays), places)
        .transform(BacklogDay::withPace)
        .filter(WAITING.col().isNotNull())
        .withColumn(LEVEL.name(), levelOf(levels, level -> lit(level.id())))
        .withColumn(LEVEL_ORDER.name(), levelOf(levels, level -> lit(level.order())))
        .withColumn(DAYS_TO_CLEAR.name(), daysToClear())
        .withColumn(DAYS_REASON.name(), daysReason())
        .transform(days -> withCapacity(days, capacities))
        .select(TABLE.cols());
  }

  /** Queues hold both directions, and so must the capacity that they are set against. */
  private static Dataset<Row> withCapacity(Dataset<Row> days, Dataset<Row> capacities) {
    Dataset<Row> ofBoth =
        capacities
            .filter(Capacities.DIRECTION.col().equalTo(Direction.TOTAL.id()))
            .drop(Capacities.DIRECTION.name());
    Column isOfGate =
        SCOPE_TYPE
            .col()
            .equalTo(ScopeType.GATE.id())
            .and(SCOPE_ID.col().equalTo(Capacities.GATE_ID.col()));
    return days.join(broadcast(ofBoth), isOfGate.and(Capacities.holdsOn(DAY.col())), "left")
        .withColumn(DAYS_AT_CAPACITY_LOW.name(), daysAt(CAPACITY_HIGH))
        .withColumn(DAYS_AT_CAPACITY_HIGH.name(), daysAt(CAPACITY_LOW));
  }

  private static Column daysAt(TableColumn capacity) {
    return when(capacity.col().gt(0), WAITING.col().cast(Types.QUANTITY).divide(capacity.col()))
        .cast(Types.QUANTITY);
  }

  private static Dataset<Row> atScopes(Dataset<Row> totals, Places places) {
    return places
        .holding(totals, DAY.col(), DAY.col(), ScopeType.GATE, ScopeType.SECTION)
        .groupBy(CellRows.columns(SCOPE, DAY.col()))
        .agg(
            sum(GateDay.WAITING.col()).as(WAITING.name()),
            countDistinct(when(GateDay.WAITING.col().isNotNull(), GateDay.GATE_ID.col()))
                .as(GATES_REPORTING.name()),
            sum(GateDay.CLEARED.col()).as(CLEARED.name()),
            max(GateDay.IS_OPERATING.col()).as("worked"));
  }

  /** Days without work are passed over, and see the pace of the last days that had some. */
  private static Dataset<Row> withPace(Dataset<Row> days) {
    Column counts = col("worked").and(CLEARED.col().isNotNull());
    WindowSpec lastDays =
        Window.partitionBy(CellRows.columns(SCOPE, col("counts")))
            .orderBy(DAY.col())
            .rowsBetween(1L - PACE_OF_DAYS, 0);
    WindowSpec soFar =
        Window.partitionBy(CellRows.columns(SCOPE))
            .orderBy(DAY.col())
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return days.withColumn("counts", counts)
        .withColumn("mean", when(col("counts"), avg(CLEARED.col()).over(lastDays)))
        .withColumn("mean_of", when(col("counts"), count(lit(1)).over(lastDays)))
        .withColumn("mean_from", when(col("counts"), min(DAY.col()).over(lastDays)))
        .withColumn(PACE.name(), last(col("mean"), true).over(soFar).cast(Types.QUANTITY))
        .withColumn(PACE_DAYS.name(), coalesce(last(col("mean_of"), true).over(soFar), lit(0L)))
        .withColumn(PACE_FROM.name(), last(col("mean_from"), true).over(soFar));
  }

  private interface OfLevel {
    Column column(CongestionLevel level);
  }

  private static Column levelOf(List<CongestionLevel> levels, OfLevel part) {
    Column found = part.column(levels.get(0));
    for (CongestionLevel level : levels.subList(1, levels.size())) {
      found = when(WAITING.col().gt(level.above()), part.column(level)).otherwise(found);
    }
    return found;
  }

  private static Column daysToClear() {
    return when(PACE.col().gt(0), WAITING.col().cast(Types.QUANTITY).divide(PACE.col()))
        .cast(Types.QUANTITY);
  }

  private static Column daysReason() {
    return when(PACE_DAYS.col().equalTo(0), "no_operating_day")
        .when(not(PACE.col().gt(0)), "nothing_cleared");
  }
}
