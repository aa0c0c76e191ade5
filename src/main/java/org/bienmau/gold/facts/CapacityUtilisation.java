package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Calendar;
import org.bienmau.measure.Growth;
import org.bienmau.reference.Direction;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * How much of what a gate can clear it did clear, as an interval, because capacities are printed as
 * ranges: the least is against the upper end, the most against the lower one.
 */
public final class CapacityUtilisation {
  private CapacityUtilisation() {}

  private static final int NEARLY_FULL_PCT = 90;

  public static final TableColumn SOURCE_ID = GateDay.SOURCE_ID;
  public static final TableColumn IS_SIMULATED = GateDay.IS_SIMULATED;
  public static final TableColumn ORIGIN = GateDay.ORIGIN;
  public static final TableColumn GATE_ID = Capacities.GATE_ID;
  public static final TableColumn SECTION_ID = GateDay.SECTION_ID;
  public static final TableColumn DIRECTION = Capacities.DIRECTION;
  public static final TableColumn PERIOD_KIND =
      required("period_kind", StringType, "", "day or month.");
  public static final TableColumn PERIOD_START =
      required("period_start", DateType, "", "First local day of the period.");
  public static final TableColumn CLEARED =
      required("cleared", LongType, "vehicles", "Trucks cleared on the operating days counted.");
  public static final TableColumn OPERATING_DAYS =
      required(
          "operating_days",
          LongType,
          "days",
          "Operating days of the period with a count and a registered capacity.");
  public static final TableColumn CAPACITY_LOW =
      required(
          "capacity_low", Types.QUANTITY, "vehicles", "Lower capacities of these days, added up.");
  public static final TableColumn CAPACITY_HIGH =
      required(
          "capacity_high", Types.QUANTITY, "vehicles", "Upper capacities of these days, added up.");
  public static final TableColumn LEAST_PCT =
      optional(
          "utilisation_low_pct",
          Types.PERCENT,
          "%",
          "cleared in per cent of capacity_high; empty only when it is out of all bounds.");
  public static final TableColumn MOST_PCT =
      optional(
          "utilisation_high_pct",
          Types.PERCENT,
          "%",
          "cleared in per cent of capacity_low; empty only when it is out of all bounds.");
  public static final TableColumn SURELY_FULL =
      required(
          "days_surely_over_90",
          LongType,
          "days",
          "Days on which even utilisation_low_pct is above 90.");
  public static final TableColumn PERHAPS_FULL =
      required(
          "days_perhaps_over_90",
          LongType,
          "days",
          "Days on which utilisation_high_pct is above 90, those that surely are included.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "capacity_utilisation")
          .purpose(
              "How near a gate is to its capacity, by day and month, as far as its capacity is known.")
          .columns(
              SOURCE_ID,
              IS_SIMULATED,
              ORIGIN,
              GATE_ID,
              SECTION_ID,
              DIRECTION,
              PERIOD_KIND,
              PERIOD_START,
              CLEARED,
              OPERATING_DAYS,
              CAPACITY_LOW,
              CAPACITY_HIGH,
              LEAST_PCT,
              MOST_PCT,
              SURELY_FULL,
              PERHAPS_FULL)
          .oneRowPer(SOURCE_ID, ORIGIN, GATE_ID, DIRECTION, PERIOD_KIND, PERIOD_START, IS_SIMULATED)
          .from(GateDay.TABLE)
          .check(
              blocks(
                  "No utilisation_low_pct lies above utilisation_high_pct.",
                  LEAST_PCT.col().gt(MOST_PCT.col())))
          .check(
              blocks(
                  "No more days are surely than perhaps over 90 per cent, and none more than there are.",
                  SURELY_FULL
                      .col()
                      .gt(PERHAPS_FULL.col())
                      .or(PERHAPS_FULL.col().gt(OPERATING_DAYS.col()))))
          .check(warns("No gate clears twice what it can.", LEAST_PCT.col().gt(2 * 100)))
          .computedBy(
              inputs ->
                  compute(inputs.read(GateDay.TABLE), Places.of(inputs), Capacities.of(inputs)));

  private static final List<TableColumn> GATE =
      List.of(SOURCE_ID, IS_SIMULATED, ORIGIN, GATE_ID, SECTION_ID, DIRECTION);

  static Dataset<Row> compute(Dataset<Row> gateDays, Places places, Dataset<Row> capacities) {
    Column day = GateDay.DAY.col();
    Column holds = Capacities.holdsOn(day);
    Dataset<Row> days =
        ofGates(GateTotals.of(gateDays), places)
            .join(broadcast(capacities), new String[] {GATE_ID.name(), DIRECTION.name()})
            .filter(holds.and(GateDay.IS_OPERATING.col()).and(CLEARED.col().isNotNull()))
            .withColumn(LEAST_PCT.name(), ofCapacity(CAPACITY_HIGH))
            .withColumn(MOST_PCT.name(), ofCapacity(CAPACITY_LOW))
            .withColumn(
                "period",
                explode(
                    array(
                        period(PeriodKind.DAY, day),
                        period(PeriodKind.MONTH, Calendar.startOf(PeriodKind.MONTH, day)))));
    return days.groupBy(
            CellRows.columns(
                GATE,
                col("period.kind").as(PERIOD_KIND.name()),
                col("period.start").as(PERIOD_START.name())))
        .agg(
            sum(CLEARED.col()).as(CLEARED.name()),
            count(lit(1)).as(OPERATING_DAYS.name()),
            sum(CAPACITY_LOW.col()).cast(Types.QUANTITY).as(CAPACITY_LOW.name()),
            sum(CAPACITY_HIGH.col()).cast(Types.QUANTITY).as(CAPACITY_HIGH.name()),
            count(when(LEAST_PCT.col().gt(NEARLY_FULL_PCT), 1)).as(SURELY_FULL.name()),
            count(when(MOST_PCT.col().gt(NEARLY_FULL_PCT), 1)).as(PERHAPS_FULL.name()))
        .withColumn(LEAST_PCT.name(), ofCapacity(CAPACITY_HIGH))
        .withColumn(MOST_PCT.name(), ofCapacity(CAPACITY_LOW))
        .select(TABLE.cols());
  }

  /** Trucks of a gate and its lanes by direction; both together only where both are known. */
  private static Dataset<Row> ofGates(Dataset<Row> totals, Places places) {
    Column day = GateDay.DAY.col();
    Dataset<Row> byDirection =
        places
            .holding(totals, day, day, ScopeType.GATE)
            .withColumn(GATE_ID.name(), Figure.SCOPE_ID.col())
            .groupBy(CellRows.columns(GATE, GateDay.DAY.col()))
            .agg(
                when(count(CLEARED.col()).equalTo(count(lit(1))), sum(CLEARED.col()))
                    .as(CLEARED.name()),
                max(GateDay.IS_OPERATING.col()).as(GateDay.IS_OPERATING.name()));
    Column isVisits = GateDay.ORIGIN.col().equalTo(GateDay.VISITS);
    Dataset<Row> both =
        byDirection
            .withColumn(DIRECTION.name(), lit(Direction.TOTAL.id()))
            .groupBy(CellRows.columns(GATE, GateDay.DAY.col()))
            .agg(
                when(max(isVisits).or(count(CLEARED.col()).equalTo(2)), sum(CLEARED.col()))
                    .as(CLEARED.name()),
                max(GateDay.IS_OPERATING.col()).as(GateDay.IS_OPERATING.name()));
    return byDirection.unionByName(both);
  }

  private static Column ofCapacity(TableColumn capacity) {
    return Growth.percentOf(CLEARED.col().cast(Types.QUANTITY), capacity.col());
  }

  private static Column period(PeriodKind kind, Column start) {
    return struct(lit(kind.id()).as("kind"), start.as("start"));
  }
}
