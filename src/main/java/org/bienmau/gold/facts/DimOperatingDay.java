package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.DimEvent;
import org.bienmau.gold.DimGate;
import org.bienmau.silver.Figure;
import org.bienmau.silver.VehicleCount;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * On which days a gate worked: a day of a month of which the gate has records.
 *
 * <p>Traffic decides, because registers know of few closures and gates also rest on days that
 * nobody registers. The registers say why a day without traffic had none, and point out traffic on
 * days on which they know the gate closed.
 */
public final class DimOperatingDay {
  private DimOperatingDay() {}

  public static final TableColumn IS_SIMULATED = VehicleDay.IS_SIMULATED;
  public static final TableColumn MONTH = VehicleDay.MONTH;
  public static final TableColumn DAY = VehicleDay.DAY;
  public static final TableColumn GATE_ID = VehicleDay.GATE_ID;
  public static final TableColumn IS_OPERATING =
      required("is_operating", BooleanType, "", "Whether any truck came or left on the day.");
  public static final TableColumn STATE =
      required(
          "state",
          StringType,
          "",
          "traffic: trucks came or left; closed: none did, and the registers know why; idle: none did though a source reports the day; no_report: no source reports the day.");
  public static final TableColumn CLOSED_BY =
      optional(
          "closed_by",
          StringType,
          "",
          "What the registers know against the day: the gate's status, or the event that closed it; empty when nothing.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_operating_day")
          .purpose(
              "The calendar of days on which a gate worked, to count days of work and to tell a closed day from a quiet one.")
          .columns(IS_SIMULATED, MONTH, DAY, GATE_ID, IS_OPERATING, STATE, CLOSED_BY)
          .oneRowPer(DAY, GATE_ID, IS_SIMULATED, MONTH)
          .from(VehicleCount.TABLE, VehicleDay.TABLE, DimGate.TABLE, DimEvent.TABLE)
          .byMonth(MONTH)
          .check(
              blocks(
                  "Every day of state traffic is operating, and no other is.",
                  IS_OPERATING.col().notEqual(STATE.col().equalTo("traffic"))))
          .check(
              blocks(
                  "Every closed day names what closed the gate.",
                  STATE.col().equalTo("closed").and(CLOSED_BY.col().isNull())))
          .check(
              warns(
                  "No truck comes or leaves on a day on which the registers know the gate closed.",
                  IS_OPERATING.col().and(CLOSED_BY.col().isNotNull())))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(VehicleCount.TABLE),
                      inputs.read(VehicleDay.TABLE),
                      inputs.read(DimGate.TABLE),
                      inputs.read(DimEvent.TABLE),
                      Places.of(inputs)));

  private static final String[] GATE_DAY = {IS_SIMULATED.name(), GATE_ID.name(), DAY.name()};

  /** States in which no truck may pass. */
  private static final String[] SHUT = {"planned", "suspended", "people_only"};

  private static final String MOVED = "moved";
  private static final String HAS_VISITS = "has_visits";
  private static final String REPORTED = "reported";

  static Dataset<Row> compute(
      Dataset<Row> counts,
      Dataset<Row> visits,
      Dataset<Row> gates,
      Dataset<Row> events,
      Places places) {
    Dataset<Row> reported =
        moved(counts, false)
            .unionByName(moved(visits, true))
            .groupBy(IS_SIMULATED.col(), GATE_ID.col(), MONTH.col(), DAY.col())
            .agg(max(col(MOVED)).as(MOVED), max(col(HAS_VISITS)).as(HAS_VISITS))
            .withColumn(REPORTED, lit(true));
    return withAllDays(reported)
        .transform(days -> withClosures(days, gates, events, places.ofGates()))
        .withColumn(IS_OPERATING.name(), coalesce(col(MOVED), lit(false)))
        .withColumn(STATE.name(), state())
        .select(TABLE.cols());
  }

  private static Dataset<Row> moved(Dataset<Row> days, boolean areVisits) {
    Column trucks =
        coalesce(VehicleDay.ARRIVED.col(), lit(0))
            .plus(coalesce(VehicleDay.CLEARED.col(), lit(0)))
            .plus(coalesce(VehicleDay.TURNED_BACK.col(), lit(0)));
    return days.select(
        IS_SIMULATED.col(),
        GATE_ID.col(),
        MONTH.col(),
        DAY.col(),
        trucks.gt(0).as(MOVED),
        lit(areVisits).as(HAS_VISITS));
  }

  /** Every day of a month in which the gate has any row; visits speak of all days of theirs. */
  private static Dataset<Row> withAllDays(Dataset<Row> reported) {
    Column first = to_date(concat(MONTH.col(), lit("-01")));
    Dataset<Row> months =
        reported
            .groupBy(IS_SIMULATED.col(), GATE_ID.col(), MONTH.col())
            .agg(max(col(HAS_VISITS)).as("visits_in_month"))
            .withColumn(DAY.name(), explode(sequence(first, date_sub(add_months(first, 1), 1))));
    return months.join(
        reported.drop(HAS_VISITS),
        Stream.concat(Stream.of(GATE_DAY), Stream.of(MONTH.name())).toArray(String[]::new),
        "left");
  }

  private static Column state() {
    return when(IS_OPERATING.col(), "traffic")
        .when(CLOSED_BY.col().isNotNull(), "closed")
        .when(col("visits_in_month").or(coalesce(col(REPORTED), lit(false))), "idle")
        .otherwise("no_report");
  }

  /** Adds what the registers know against a gate's day: its status first, then closing events. */
  private static Dataset<Row> withClosures(
      Dataset<Row> days, Dataset<Row> gates, Dataset<Row> events, Dataset<Row> places) {
    Dataset<Row> states =
        gates
            .filter(DimGate.STATUS.col().isin((Object[]) SHUT))
            .select(
                GATE_ID.col().as("shut_gate"),
                DimGate.STATUS.col().as("shut_status"),
                DimGate.VALID_FROM.col(),
                DimGate.VALID_TO.col());
    Column held =
        GATE_ID
            .col()
            .equalTo(col("shut_gate"))
            .and(coalesce(DimGate.VALID_FROM.col().leq(DAY.col()), lit(true)))
            .and(coalesce(DimGate.VALID_TO.col().geq(DAY.col()), lit(true)));
    return days.join(broadcast(states), held, "left")
        .join(
            broadcast(closedDays(events, places)),
            new String[] {GATE_ID.name(), DAY.name()},
            "left")
        .withColumn(
            CLOSED_BY.name(),
            coalesce(concat(lit("status "), col("shut_status")), col("closing_event")));
  }

  /** An event that closes a place closes all gates that the place holds on the day. */
  private static Dataset<Row> closedDays(Dataset<Row> events, Dataset<Row> places) {
    Column last = coalesce(DimEvent.LAST_DAY.col(), DimEvent.FIRST_DAY.col());
    Column held =
        coalesce(Places.HELD_FROM.col().leq(DAY.col()), lit(true))
            .and(coalesce(Places.HELD_TO.col().geq(DAY.col()), lit(true)));
    return events
        .filter(DimEvent.EFFECT.col().equalTo("closure"))
        .select(
            DimEvent.EVENT_ID.col(),
            DimEvent.SCOPE_TYPE.col(),
            explode(split(DimEvent.SCOPE_IDS.col(), " ")).as(Figure.SCOPE_ID.name()),
            sequence(DimEvent.FIRST_DAY.col(), last).as("closed_days"))
        .join(places, new String[] {Figure.SCOPE_TYPE.name(), Figure.SCOPE_ID.name()})
        .withColumn(DAY.name(), explode(col("closed_days")))
        .filter(held)
        .groupBy(GATE_ID.col(), DAY.col())
        .agg(min(DimEvent.EVENT_ID.col()).as("closing_event"));
  }
}
