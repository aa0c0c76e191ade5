package org.bienmau.bronze;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.bienmau.bronze.RecordDataset.localDay;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Column;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Visits of trucks to a gate, from the declaration to the departure, every revision of each. */
public final class VehicleCrossings {
  private VehicleCrossings() {}

  public static final TableColumn SOURCE_ID = TradeDeclarations.SOURCE_ID;
  public static final TableColumn VISIT_ID =
      required("visit_id", StringType, "", "The visit, as the source numbers it.");
  public static final TableColumn REVISION_NO =
      required("revision_no", IntegerType, "", "0 as first recorded, then counted up.");
  public static final TableColumn REVISED_AT =
      required("revised_at", TimestampType, "", "When this state was recorded (UTC).");
  public static final TableColumn GATE_ID = TradeDeclarations.GATE_ID;
  public static final TableColumn DIRECTION = TradeDeclarations.DIRECTION;
  public static final TableColumn CARGO_KIND =
      required(
          "cargo_kind",
          StringType,
          "",
          "What the truck carries: fruit, other, new_vehicle, empty.");
  public static final TableColumn OUTCOME =
      required(
          "outcome",
          StringType,
          "",
          "How the visit stands: waiting, cleared, turned_back or transferred to another gate.");
  public static final TableColumn DECLARED_AT =
      required("declared_at", TimestampType, "", "When the visit was announced (UTC).");
  public static final TableColumn ARRIVED_AT =
      optional("arrived_at", TimestampType, "", "When the truck came (UTC); empty when not known.");
  public static final TableColumn INSPECTED_AT =
      optional(
          "inspected_at", TimestampType, "", "When it was inspected (UTC); empty when not known.");
  public static final TableColumn CLEARED_AT =
      optional(
          "cleared_at",
          TimestampType,
          "",
          "When it might go on (UTC); empty while it waits and when not known.");
  public static final TableColumn DEPARTED_AT =
      optional(
          "departed_at",
          TimestampType,
          "",
          "When it left the gate (UTC); empty while it is there and when not known.");
  public static final TableColumn DECLARED_ONLINE =
      required(
          "declared_online", BooleanType, "", "Whether it was announced on the digital platform.");
  public static final TableColumn NET_TONNES =
      optional(
          "net_tonnes",
          createDecimalType(10, 3),
          "t",
          "Weight of the goods; empty when not known.");
  public static final TableColumn PLATE =
      optional(
          "plate",
          StringType,
          "",
          "Keyed hash of the licence plate; empty when personal cells are dropped.");
  public static final TableColumn DRIVER_NAME =
      optional(
          "driver_name",
          StringType,
          "",
          "Keyed hash of the driver's name; empty when not given or dropped.");

  public static final Table TABLE =
      RecordRow.table(
          "vehicle_crossings",
          SOURCE_ID,
          VISIT_ID,
          REVISION_NO,
          REVISED_AT,
          GATE_ID,
          DIRECTION,
          CARGO_KIND,
          OUTCOME,
          DECLARED_AT,
          ARRIVED_AT,
          INSPECTED_AT,
          CLEARED_AT,
          DEPARTED_AT,
          DECLARED_ONLINE,
          NET_TONNES,
          PLATE,
          DRIVER_NAME);

  private static final Column[] STAGES = {
    DECLARED_AT.col(), ARRIVED_AT.col(), INSPECTED_AT.col(), CLEARED_AT.col(), DEPARTED_AT.col()
  };

  /** A visit has to do with every month from its first stage to its last, or to when it ends. */
  public static final RecordDataset RECORDS =
      new RecordDataset(
          TABLE,
          List.of(SOURCE_ID, VISIT_ID),
          List.of(REVISION_NO, REVISED_AT),
          localDay(least(STAGES)),
          when(OUTCOME.col().equalTo("waiting"), RecordDataset.OPEN)
              .otherwise(localDay(greatest(STAGES))));
}
