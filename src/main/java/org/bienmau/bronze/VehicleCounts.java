package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** What gates count each day: trucks that came, went on, turned back and wait. */
public final class VehicleCounts {
  private VehicleCounts() {}

  public static final TableColumn SOURCE_ID = TradeDeclarations.SOURCE_ID;
  public static final TableColumn GATE_ID = TradeDeclarations.GATE_ID;
  public static final TableColumn DAY = required("day", DateType, "", "The local day.");
  public static final TableColumn DIRECTION = TradeDeclarations.DIRECTION;
  public static final TableColumn CARGO_KIND =
      required(
          "cargo_kind",
          StringType,
          "",
          "What the trucks carry: fruit, other, new_vehicle, empty, or all of them.");
  public static final TableColumn ARRIVED =
      optional(
          "arrived", IntegerType, "vehicles", "Trucks that came; empty when not counted, not 0.");
  public static final TableColumn CLEARED =
      optional(
          "cleared",
          IntegerType,
          "vehicles",
          "Trucks that might go on; empty when not counted, not 0.");
  public static final TableColumn TURNED_BACK =
      optional(
          "turned_back",
          IntegerType,
          "vehicles",
          "Trucks that went back; empty when not counted, not 0.");
  public static final TableColumn WAITING =
      optional(
          "waiting",
          IntegerType,
          "vehicles",
          "Trucks at the gate at the day's end; empty when not counted, not 0.");
  public static final TableColumn PUBLISHED_AT =
      required("published_at", TimestampType, "", "When the count was published (UTC).");

  public static final Table TABLE =
      RecordRow.table(
          "vehicle_counts",
          SOURCE_ID,
          GATE_ID,
          DAY,
          DIRECTION,
          CARGO_KIND,
          ARRIVED,
          CLEARED,
          TURNED_BACK,
          WAITING,
          PUBLISHED_AT);

  public static final RecordDataset RECORDS =
      new RecordDataset(
          TABLE,
          List.of(SOURCE_ID, GATE_ID, DAY, DIRECTION, CARGO_KIND),
          List.of(PUBLISHED_AT),
          DAY.col(),
          DAY.col());
}
