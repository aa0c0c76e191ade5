package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Qualifier;
import org.bienmau.reference.Regime;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * Trucks for every place, direction and period: cleared, a day, on the busiest day, and waiting.
 */
final class VehicleCells {
  private VehicleCells() {}

  private static final String CLEARED_THAT_DAY = "cleared_that_day";
  private static final String WAITING_THAT_DAY = "waiting_that_day";
  private static final Column DAY = VehicleDay.DAY.col();
  private static final Column EXACT = lit(Qualifier.EXACT.id());

  private static final List<TableColumn> WHAT =
      Stream.of(CellRows.SOURCE, CellRows.PLACE, List.of(Figure.DIRECTION))
          .flatMap(List::stream)
          .toList();

  static Dataset<Row> of(Dataset<Row> vehicles, Places places) {
    Dataset<Row> periods =
        SourcePeriods.of(vehicles.filter(anything()).withColumn(TradeMonth.LAST_DAY.name(), DAY));
    Dataset<Row> days =
        CellRows.atPlaces(vehicles, places, DAY, DAY)
            .transform(CellRows::inDirections)
            .groupBy(CellRows.columns(WHAT, VehicleDay.MONTH.col(), DAY))
            .agg(
                sum(VehicleDay.CLEARED.col()).as(CLEARED_THAT_DAY),
                sum(VehicleDay.WAITING.col()).as(WAITING_THAT_DAY),
                max(VehicleDay.KNOWN_FROM.col()).as(VehicleDay.KNOWN_FROM.name()))
            .withColumn(Figure.GOODS_ID.name(), lit("all"))
            .withColumn(Figure.REGIME.name(), lit(Regime.NOT_APPLICABLE.id()));
    return cleared(days, periods).unionByName(waiting(days, periods));
  }

  /** Whether anything happened: trucks that only wait on tell nothing of how far reports go. */
  static Column anything() {
    return VehicleDay.DECLARED
        .col()
        .plus(VehicleDay.ARRIVED.col())
        .plus(VehicleDay.CLEARED.col())
        .gt(0);
  }

  private static Dataset<Row> cleared(Dataset<Row> days, Dataset<Row> periods) {
    Column trucks = VehicleDay.CLEARED.col();
    Column length = datediff(Figure.PERIOD_END.col(), Figure.PERIOD_START.col()).plus(1);
    Column aDay = trucks.cast(Types.QUANTITY).divide(length.cast(Types.QUANTITY));
    Dataset<Row> sums =
        days.join(broadcast(periods), CellRows.names(CellRows.SOURCE, VehicleDay.MONTH.name()))
            .groupBy(key())
            .agg(
                sum(CLEARED_THAT_DAY).as(VehicleDay.CLEARED.name()),
                max(CLEARED_THAT_DAY).as("peak"),
                max(VehicleDay.KNOWN_FROM.col()).as(VehicleDay.KNOWN_FROM.name()));
    return CellRows.cells(
        sums,
        CellRows.stated("vehicles_cleared", trucks, "vehicles", EXACT, "visits_counted", trucks),
        CellRows.stated("vehicles_per_day", aDay, "vehicles/day", EXACT, "mean_per_day", trucks),
        CellRows.stated(
            "vehicles_per_day_peak", col("peak"), "vehicles/day", EXACT, "peak_day", trucks));
  }

  /** A stock has no sum over time, only a moment: the end of a month that is whole. */
  private static Dataset<Row> waiting(Dataset<Row> days, Dataset<Row> periods) {
    Column trucks = col(WAITING_THAT_DAY);
    Dataset<Row> whole =
        periods
            .filter(Figure.PERIOD_KIND.col().equalTo(PeriodKind.MONTH.id()))
            .select(CellRows.columns(CellRows.SOURCE, VehicleDay.MONTH.col()));
    Dataset<Row> ends =
        days.filter(DAY.equalTo(last_day(DAY)))
            .join(broadcast(whole), CellRows.names(CellRows.SOURCE, VehicleDay.MONTH.name()))
            .withColumn(
                Figure.PERIOD_ID.name(),
                concat(DAY.cast("string"), lit("@" + PeriodKind.POINT.id())))
            .withColumn(Figure.PERIOD_KIND.name(), lit(PeriodKind.POINT.id()))
            .withColumn(Figure.PERIOD_START.name(), DAY)
            .withColumn(Figure.PERIOD_END.name(), DAY);
    return CellRows.cells(
        ends,
        CellRows.stated("vehicles_waiting", trucks, "vehicles", EXACT, "stock_at_end", trucks));
  }

  private static Column[] key() {
    return Stream.of(WHAT, CellRows.PERIOD, List.of(Figure.GOODS_ID, Figure.REGIME))
        .flatMap(List::stream)
        .map(TableColumn::col)
        .toArray(Column[]::new);
  }
}
