package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.DimGate;
import org.bienmau.silver.Crossing;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * What trucks did on a day, counted from their visits.
 *
 * <p>Each stage of a visit counts on its own local day, whatever the day of its announcement. What
 * cannot be counted, because a time is missing, has a column of its own.
 */
public final class VehicleDay {
  private VehicleDay() {}

  public static final TableColumn SOURCE_ID = Crossing.SOURCE_ID;
  public static final TableColumn IS_SIMULATED = Crossing.IS_SIMULATED;
  public static final TableColumn MONTH =
      required("month", StringType, "", "Local month of the day, for example 2024-03.");
  public static final TableColumn DAY = required("day", DateType, "", "The local day.");
  public static final TableColumn SECTION_ID = DimGate.SECTION_ID;
  public static final TableColumn GATE_ID = Crossing.GATE_ID;
  public static final TableColumn DIRECTION = Crossing.DIRECTION;
  public static final TableColumn CARGO_KIND = Crossing.CARGO_KIND;
  public static final TableColumn DECLARED = counted("declared", "Visits announced on the day.");
  public static final TableColumn DECLARED_ONLINE =
      counted("declared_online", "Those of them announced on the digital platform.");
  public static final TableColumn ARRIVED = counted("arrived", "Trucks that came on the day.");
  public static final TableColumn CLEARED =
      counted(
          "cleared",
          "Trucks cleared on the day; where that time is missing, on the day they departed.");
  public static final TableColumn TURNED_BACK =
      counted(
          "turned_back",
          "Trucks turned back on the day they departed; where that time is missing, on the day of their latest stage.");
  public static final TableColumn TRANSFERRED =
      counted("transferred", "Trucks sent to another gate, on the same day as turned_back.");
  public static final TableColumn LOADED =
      counted("loaded", "Cleared trucks whose kind of cargo is not empty.");
  public static final TableColumn EMPTY =
      counted("empty", "Cleared trucks whose kind of cargo is empty.");
  public static final TableColumn WEIGHED =
      counted("weighed", "Cleared trucks whose load has a weight.");
  public static final TableColumn NET_TONNES =
      required("net_tonnes", Types.QUANTITY, "t", "Weight of the loads of the weighed trucks.");
  public static final TableColumn WAITING =
      counted(
          "waiting",
          "Trucks that had come and not left by the end of the day; one that never left waits up to the day on which its visit was last recorded.");
  public static final TableColumn OUT_OF_ORDER =
      counted("out_of_order", "Visits announced on the day whose stages run backwards in time.");
  public static final TableColumn UNDATED =
      counted(
          "undated",
          "Visits announced on the day that were cleared, nobody knows when; they count in no day's cleared.");
  public static final TableColumn KNOWN_FROM = Crossing.KNOWN_FROM;

  /** What the visits of a row share. */
  static final List<TableColumn> KEY =
      List.of(SOURCE_ID, IS_SIMULATED, DAY, GATE_ID, DIRECTION, CARGO_KIND);

  /** Everything that is counted, in the order of the columns. */
  static final List<TableColumn> COUNTS =
      List.of(
          DECLARED,
          DECLARED_ONLINE,
          ARRIVED,
          CLEARED,
          TURNED_BACK,
          TRANSFERRED,
          LOADED,
          EMPTY,
          WEIGHED,
          NET_TONNES,
          WAITING,
          OUT_OF_ORDER,
          UNDATED);

  public static final Table TABLE =
      Table.named(Layer.GOLD, "vehicle_day")
          .purpose(
              "For adding up trucks by day, gate, direction and kind of cargo: what their visits say; a gate's row does not hold its lanes.")
          .columns(
              SOURCE_ID,
              IS_SIMULATED,
              MONTH,
              DAY,
              SECTION_ID,
              GATE_ID,
              DIRECTION,
              CARGO_KIND,
              DECLARED,
              DECLARED_ONLINE,
              ARRIVED,
              CLEARED,
              TURNED_BACK,
              TRANSFERRED,
              LOADED,
              EMPTY,
              WEIGHED,
              NET_TONNES,
              WAITING,
              OUT_OF_ORDER,
              UNDATED,
              KNOWN_FROM)
          .oneRowPer(SOURCE_ID, DAY, GATE_ID, DIRECTION, CARGO_KIND, IS_SIMULATED, MONTH)
          .from(Crossing.TABLE, DimGate.TABLE)
          .byMonth(MONTH)
          .check(
              blocks(
                  "Every cleared truck is loaded or empty.",
                  LOADED.col().plus(EMPTY.col()).notEqual(CLEARED.col())))
          .check(
              blocks(
                  "No day has more visits announced online than announced.",
                  DECLARED_ONLINE.col().gt(DECLARED.col())))
          .check(
              blocks(
                  "No day has more weighed trucks than cleared.", WEIGHED.col().gt(CLEARED.col())))
          .check(blocks("No net_tonnes is negative.", NET_TONNES.col().lt(0)))
          .check(warns("No visit is cleared nobody knows when.", UNDATED.col().gt(0)))
          .computedBy(inputs -> compute(inputs.read(Crossing.TABLE), inputs.read(DimGate.TABLE)));

  static Dataset<Row> compute(Dataset<Row> visits, Dataset<Row> gates) {
    Column[] sums = COUNTS.stream().map(VisitDays::counted).toArray(Column[]::new);
    return VisitDays.of(visits)
        .groupBy(KEY.stream().map(TableColumn::col).toArray(Column[]::new))
        .agg(VisitDays.knownFrom(), sums)
        .withColumn(MONTH.name(), date_format(DAY.col(), "yyyy-MM"))
        .transform(days -> GateSections.named(days, gates))
        .select(TABLE.cols());
  }

  private static TableColumn counted(String name, String description) {
    return required(name, LongType, "vehicles", description);
  }
}
