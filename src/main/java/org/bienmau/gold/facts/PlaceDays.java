package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.silver.Figure;
import org.bienmau.table.Inputs;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * The trucks that every place cleared on each day, by source and direction: what months are added
 * up from, and what tells of a month that is not over.
 */
public final class PlaceDays {
  private PlaceDays() {}

  public static final TableColumn SOURCE_ID = RecordCell.SOURCE_ID;
  public static final TableColumn DAY = VehicleDay.DAY;
  public static final TableColumn CLEARED =
      optional(
          "cleared",
          LongType,
          "vehicles",
          "Trucks cleared on the day; empty where a gate that reports the month does not tell.");
  public static final TableColumn GATES =
      required(
          "gates",
          LongType,
          "count",
          "Gates of the place that report the month; 1 where visits are known, which are all there.");
  public static final TableColumn REPORTED_TO =
      optional(
          "reported_to",
          DateType,
          "",
          "Last day of the source's visits: a day before it without a row had none; empty for counts, where such a day is not known.");

  /** The tables that it is made of. */
  public static final Table[] FROM = {VehicleDay.TABLE, GateDay.TABLE, DimOperatingDay.TABLE};

  /** Whose trucks they are, where, and in which direction. */
  public static final List<TableColumn> SERIES =
      Stream.of(CellRows.SOURCE, CellRows.PLACE, List.of(Figure.DIRECTION))
          .flatMap(List::stream)
          .toList();

  /** The columns of its rows. */
  public static final List<TableColumn> COLUMNS =
      Stream.concat(SERIES.stream(), Stream.of(DAY, CLEARED, GATES, REPORTED_TO)).toList();

  /** Of a table that declares {@link #FROM} among its inputs. */
  public static Dataset<Row> of(Inputs inputs) {
    return of(
        inputs.read(VehicleDay.TABLE),
        CountDays.of(inputs.read(GateDay.TABLE), inputs.read(DimOperatingDay.TABLE)),
        Places.of(inputs));
  }

  static Dataset<Row> of(Dataset<Row> visits, Dataset<Row> counts, Places places) {
    Dataset<Row> reach =
        visits
            .filter(VehicleCells.anything())
            .groupBy(CellRows.columns(CellRows.SOURCE))
            .agg(max(DAY.col()).as(REPORTED_TO.name()));
    Dataset<Row> ofVisits =
        VehicleCells.atPlaces(CellRows.inDirections(visits), places)
            .join(broadcast(reach), CellRows.names(CellRows.SOURCE))
            .filter(DAY.col().leq(REPORTED_TO.col()));
    return ofVisits
        .withColumn(GATES.name(), lit(1L))
        .select(columns())
        .unionByName(
            VehicleCells.atPlaces(counts, places)
                .withColumn(REPORTED_TO.name(), lit(null).cast(DateType))
                .select(columns()));
  }

  private static Column[] columns() {
    return COLUMNS.stream()
        .map(
            column ->
                column.equals(CLEARED)
                    ? col(VehicleCells.CLEARED_THAT_DAY).cast(LongType).as(CLEARED.name())
                    : column.col())
        .toArray(Column[]::new);
  }
}
