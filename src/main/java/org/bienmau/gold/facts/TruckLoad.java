package org.bienmau.gold.facts;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.Column;
import org.bienmau.reference.Direction;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * What a truck carries on average, how many go empty, and how far one direction outweighs the
 * other.
 *
 * <p>Value and weight come from declarations and trucks from visits, as a rule of different
 * sources: one is divided by the other only where both report the same gates in the whole of a
 * month. It is computed as a whole, because only later months tell whether the latest one was.
 */
public final class TruckLoad {
  private TruckLoad() {}

  /** Stands for the source of what no source reports. */
  static final String NOBODY = "none";

  public static final TableColumn TRADE_SOURCE_ID =
      required(
          "trade_source_id",
          StringType,
          "",
          "Whose declarations value and weight come from; none where nobody reports trade.");
  public static final TableColumn VEHICLE_SOURCE_ID =
      required(
          "vehicle_source_id",
          StringType,
          "",
          "Whose visits the trucks come from; none where nobody reports trucks.");
  public static final TableColumn IS_SIMULATED = TradeMonth.IS_SIMULATED;
  public static final TableColumn MONTH =
      required(
          "month",
          StringType,
          "",
          "Local month in which the trucks were cleared and the lines registered.");
  public static final TableColumn SCOPE_TYPE =
      required("scope_type", StringType, "", "gate with its lanes, or section.");
  public static final TableColumn SCOPE_ID =
      required("scope_id", StringType, "", "The gate or the border section.");
  public static final TableColumn SECTION_ID = TradeMonth.SECTION_ID;
  public static final TableColumn DIRECTION =
      required("direction", StringType, "", "export, import, or total for both.");
  public static final TableColumn REGIME =
      required(
          "regime",
          StringType,
          "",
          "Regime of value and weight; trucks do not tell theirs and are the same in all of them; not_applicable where nobody reports trade.");
  public static final TableColumn CLEARED = trucks("cleared", "Trucks cleared in the month");
  public static final TableColumn LOADED = trucks("loaded", "Those of them with a load");
  public static final TableColumn EMPTY = trucks("empty", "Those of them without one");
  public static final TableColumn LOADED_PCT =
      optional(
          "loaded_pct",
          Types.PERCENT,
          "%",
          "loaded in per cent of cleared; empty when none was cleared or nobody reports trucks.");
  public static final TableColumn EMPTY_PCT =
      optional("empty_pct", Types.PERCENT, "%", "100 less loaded_pct; empty when that is.");
  public static final TableColumn WEIGHED = trucks("weighed", "Cleared trucks with a weight");
  public static final TableColumn TONNES_PER_WEIGHED =
      optional(
          "tonnes_per_weighed_truck",
          Types.QUANTITY,
          "t/vehicle",
          "Mean load of the weighed trucks, from the visits alone; empty when none was weighed.");
  public static final TableColumn LINES =
      optional(
          "lines", LongType, "count", "Lines of declarations; empty when nobody reports trade.");
  public static final TableColumn VALUE_USD =
      optional(
          "value_usd",
          Types.QUANTITY,
          "USD",
          "Their value, of those that could be converted; empty when nobody reports trade.");
  public static final TableColumn NET_TONNES =
      optional(
          "net_tonnes",
          Types.QUANTITY,
          "t",
          "Their weight without packing; empty when nobody reports trade.");
  public static final TableColumn GATES_APART =
      required(
          "gates_apart",
          LongType,
          "count",
          "Gates of a section, each with its lanes, of which only trade or only trucks are reported; 0 for gates.");
  public static final TableColumn USD_PER_TRUCK =
      optional(
          "usd_per_truck",
          Types.QUANTITY,
          "USD/vehicle",
          "value_usd divided by loaded; empty when load_reason says why.");
  public static final TableColumn TONNES_PER_TRUCK =
      optional(
          "tonnes_per_truck",
          Types.QUANTITY,
          "t/vehicle",
          "net_tonnes divided by loaded; empty when load_reason says why.");
  public static final TableColumn VALUE_QUALIFIER =
      optional(
          "value_qualifier",
          StringType,
          "",
          "exact, or over when some lines could not be converted, for value_usd and usd_per_truck; empty when nobody reports trade.");
  public static final TableColumn LOAD_REASON =
      optional(
          "load_reason",
          StringType,
          "",
          "The first that holds: no_trade, no_trucks (nobody reports them), month_not_whole, gates_apart, no_lines, none_loaded, directions_apart (of both together: lines in a direction without loaded trucks, or the other way round); empty when there is a load per truck.");
  public static final TableColumn LOADED_IMBALANCE_PCT =
      optional(
          "loaded_imbalance_pct",
          Types.PERCENT,
          "%",
          "Loaded trucks out less those in, in per cent of both: 100 when all go out; empty but in rows of both directions, and when none was loaded.");
  public static final TableColumn VALUE_IMBALANCE_PCT =
      optional(
          "value_imbalance_pct",
          Types.PERCENT,
          "%",
          "The same of value_usd; empty but in rows of both directions, and when it is not exact or 0.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "truck_load")
          .purpose(
              "For what a truck carries: value and tonnes a truck, loaded and empty shares, and how far one direction outweighs the other; rows must not be added.")
          .columns(
              TRADE_SOURCE_ID,
              VEHICLE_SOURCE_ID,
              IS_SIMULATED,
              MONTH,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              DIRECTION,
              REGIME,
              CLEARED,
              LOADED,
              EMPTY,
              LOADED_PCT,
              EMPTY_PCT,
              WEIGHED,
              TONNES_PER_WEIGHED,
              LINES,
              VALUE_USD,
              NET_TONNES,
              GATES_APART,
              USD_PER_TRUCK,
              TONNES_PER_TRUCK,
              VALUE_QUALIFIER,
              LOAD_REASON,
              LOADED_IMBALANCE_PCT,
              VALUE_IMBALANCE_PCT)
          .oneRowPer(
              TRADE_SOURCE_ID,
              VEHICLE_SOURCE_ID,
              MONTH,
              SCOPE_TYPE,
              SCOPE_ID,
              DIRECTION,
              REGIME,
              IS_SIMULATED)
          .from(TradeMonth.TABLE, VehicleDay.TABLE)
          .check(
              blocks(
                  "Every cleared truck is loaded or empty.",
                  LOADED.col().plus(EMPTY.col()).notEqual(CLEARED.col())))
          .check(
              blocks(
                  "Every load per truck is empty exactly when there is a load_reason.",
                  isEmpty(USD_PER_TRUCK)
                      .equalTo(isEmpty(LOAD_REASON))
                      .or(isEmpty(TONNES_PER_TRUCK).equalTo(isEmpty(LOAD_REASON)))))
          .check(
              blocks(
                  "No load per truck is of trade and trucks of different gates.",
                  USD_PER_TRUCK.col().isNotNull().and(GATES_APART.col().gt(0))))
          .check(
              blocks(
                  "Only rows of both directions have an imbalance, between -100 and 100.",
                  outOfPlace(LOADED_IMBALANCE_PCT).or(outOfPlace(VALUE_IMBALANCE_PCT))))
          .computedBy(
              inputs ->
                  TruckLoads.of(
                      inputs.read(TradeMonth.TABLE),
                      inputs.read(VehicleDay.TABLE),
                      Places.of(inputs)));

  private static Column isEmpty(TableColumn column) {
    return column.col().isNull();
  }

  private static Column outOfPlace(TableColumn imbalance) {
    return imbalance
        .col()
        .isNotNull()
        .and(
            DIRECTION
                .col()
                .notEqual(Direction.TOTAL.id())
                .or(imbalance.col().between(-100, 100).equalTo(false)));
  }

  private static TableColumn trucks(String name, String what) {
    return optional(name, LongType, "vehicles", what + "; empty when nobody reports trucks.");
  }
}
