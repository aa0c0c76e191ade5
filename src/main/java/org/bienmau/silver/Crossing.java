package org.bienmau.silver;

import static org.bienmau.check.Check.warns;

import org.bienmau.bronze.RecordRow;
import org.bienmau.bronze.VehicleCrossings;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Visits of trucks to a gate in their current state. */
public final class Crossing {
  private Crossing() {}

  public static final TableColumn SOURCE_ID = VehicleCrossings.SOURCE_ID;
  public static final TableColumn VISIT_ID = VehicleCrossings.VISIT_ID;
  public static final TableColumn REVISION_NO = VehicleCrossings.REVISION_NO;
  public static final TableColumn REVISED_AT = VehicleCrossings.REVISED_AT;
  public static final TableColumn GATE_ID = VehicleCrossings.GATE_ID;
  public static final TableColumn DIRECTION = VehicleCrossings.DIRECTION;
  public static final TableColumn CARGO_KIND = VehicleCrossings.CARGO_KIND;
  public static final TableColumn OUTCOME = VehicleCrossings.OUTCOME;
  public static final TableColumn DECLARED_AT = VehicleCrossings.DECLARED_AT;
  public static final TableColumn ARRIVED_AT = VehicleCrossings.ARRIVED_AT;
  public static final TableColumn INSPECTED_AT = VehicleCrossings.INSPECTED_AT;
  public static final TableColumn CLEARED_AT = VehicleCrossings.CLEARED_AT;
  public static final TableColumn DEPARTED_AT = VehicleCrossings.DEPARTED_AT;
  public static final TableColumn DECLARED_ONLINE = VehicleCrossings.DECLARED_ONLINE;
  public static final TableColumn NET_TONNES = VehicleCrossings.NET_TONNES;
  public static final TableColumn PLATE = VehicleCrossings.PLATE;
  public static final TableColumn DRIVER_NAME = VehicleCrossings.DRIVER_NAME;

  public static final TableColumn EVENT_ON = RecordRow.EVENT_ON;
  public static final TableColumn MONTH = RecordRow.MONTH;
  public static final TableColumn REMARKS = RecordRow.REMARKS;
  public static final TableColumn IS_SIMULATED = Publisher.IS_SIMULATED;
  public static final TableColumn KNOWN_FROM = CurrentRows.KNOWN_FROM;
  public static final TableColumn FILE_ID = RecordRow.FILE_ID;
  public static final TableColumn LINE_NO = RecordRow.LINE_NO;

  public static final Table TABLE =
      CurrentRows.view(
              "crossing",
              VehicleCrossings.RECORDS,
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
              DRIVER_NAME)
          .purpose(
              "For following trucks through a gate: the current state of every visit with its stages.")
          .check(
              warns("No truck departs before it arrives.", DEPARTED_AT.col().lt(ARRIVED_AT.col())))
          .computedBy(inputs -> CurrentRows.of(VehicleCrossings.RECORDS, Crossing.TABLE, inputs));
}
