package org.bienmau.silver;

import static org.bienmau.check.Check.blocks;

import org.bienmau.bronze.RecordRow;
import org.bienmau.bronze.VehicleCounts;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The counts of gates, day by day, as last published. */
public final class VehicleCount {
  private VehicleCount() {}

  public static final TableColumn SOURCE_ID = VehicleCounts.SOURCE_ID;
  public static final TableColumn GATE_ID = VehicleCounts.GATE_ID;
  public static final TableColumn DAY = VehicleCounts.DAY;
  public static final TableColumn DIRECTION = VehicleCounts.DIRECTION;
  public static final TableColumn CARGO_KIND = VehicleCounts.CARGO_KIND;
  public static final TableColumn ARRIVED = VehicleCounts.ARRIVED;
  public static final TableColumn CLEARED = VehicleCounts.CLEARED;
  public static final TableColumn TURNED_BACK = VehicleCounts.TURNED_BACK;
  public static final TableColumn WAITING = VehicleCounts.WAITING;
  public static final TableColumn PUBLISHED_AT = VehicleCounts.PUBLISHED_AT;

  public static final TableColumn EVENT_ON = RecordRow.EVENT_ON;
  public static final TableColumn MONTH = RecordRow.MONTH;
  public static final TableColumn REMARKS = RecordRow.REMARKS;
  public static final TableColumn IS_SIMULATED = Publisher.IS_SIMULATED;
  public static final TableColumn KNOWN_FROM = CurrentRows.KNOWN_FROM;
  public static final TableColumn FILE_ID = RecordRow.FILE_ID;
  public static final TableColumn LINE_NO = RecordRow.LINE_NO;

  public static final Table TABLE =
      CurrentRows.view(
              "vehicle_count",
              VehicleCounts.RECORDS,
              SOURCE_ID,
              GATE_ID,
              DAY,
              DIRECTION,
              CARGO_KIND,
              ARRIVED,
              CLEARED,
              TURNED_BACK,
              WAITING,
              PUBLISHED_AT)
          .purpose("For following a gate from day to day by the counts that it publishes.")
          .check(blocks("No count of waiting trucks is negative.", WAITING.col().lt(0)))
          .computedBy(inputs -> CurrentRows.of(VehicleCounts.RECORDS, VehicleCount.TABLE, inputs));
}
