package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

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

  static final String CLEARED_THAT_DAY = "cleared_that_day";
  private static final String WAITING_THAT_DAY = "waiting_that_day";
  static final String GATES = "gates";
  private static final Column DAY = VehicleDay.DAY.col();
  private static final Column EXACT = lit(Qualifier.EXACT.id());

  private static final List<TableColumn> WHAT =
      Stream.of(CellRows.SOURCE, CellRows.PLACE, List.of(Figure.DIRECTION))
          .flatMap(List::stream)
          .toList();

  /**
   * @param visits see {@link VehicleDay}
   * @param counts see {@link CountDays}
   * @param printed the days and ranges that have cells beside months and what they make up
   */
  static Dataset<Row> of(
      Dataset<Row> visits, Dataset<Row> counts, PrintedPeriods printed, Places places) {
    Dataset<Row> told = counts.filter(VehicleDay.CLEARED.col().isNotNull());
    return cells(
            CellRows.inDirections(visits),
            reach(visits.filter(anything())),
            printed,
            places,
            TruckRules.VISITS)
        .unionByName(cells(counts, reach(told), printed, places, TruckRules.COUNTS));
  }

  /** Whether anything happened: trucks that only wait on tell nothing of how far reports go. */
  static Column anything() {
    return VehicleDay.DECLARED
        .col()
        .plus(VehicleDay.ARRIVED.col())
        .plus(VehicleDay.CLEARED.col())
        .gt(0);
  }

  private static Dataset<Row> reach(Dataset<Row> reports) {
    return SourcePeriods.of(reports.withColumn(TradeMonth.LAST_DAY.name(), DAY));
  }

  private static Dataset<Row> cells(
      Dataset<Row> rows,
      Dataset<Row> periods,
      PrintedPeriods printed,
      Places places,
      TruckRules rules) {
    Dataset<Row> days = atPlaces(rows, places);
    Dataset<Row> ofMonths =
        days.join(
                broadcast(SourcePeriods.withYearEarlier(periods)),
                CellRows.names(CellRows.SOURCE, VehicleDay.MONTH.name()))
            .filter(DAY.leq(Figure.PERIOD_END.col()));
    Dataset<Row> ofPrinted = inPrinted(rows, printed.ofTrucks(), periods, places);
    Column isPoint = Figure.PERIOD_KIND.col().equalTo(PeriodKind.POINT.id());
    return cleared(ofMonths.unionByName(ofPrinted.filter(not(isPoint))), rules)
        .unionByName(
            waiting(monthEnds(days, periods).unionByName(ofPrinted.filter(isPoint)), rules));
  }

  /** Trucks of a place on a day: known where those of all its gates are. */
  static Dataset<Row> atPlaces(Dataset<Row> rows, Places places) {
    return CellRows.atPlaces(rows, places, DAY, DAY)
        .groupBy(CellRows.columns(WHAT, VehicleDay.MONTH.col(), DAY))
        .agg(
            together(VehicleDay.CLEARED).as(CLEARED_THAT_DAY),
            together(VehicleDay.WAITING).as(WAITING_THAT_DAY),
            count(lit(1)).as(GATES),
            max(VehicleDay.KNOWN_FROM.col()).as(VehicleDay.KNOWN_FROM.name()))
        .withColumn(Figure.GOODS_ID.name(), lit("all"))
        .withColumn(Figure.REGIME.name(), lit(Regime.NOT_APPLICABLE.id()));
  }

  private static Column together(TableColumn column) {
    return when(count(column.col()).equalTo(count(lit(1))), sum(column.col()));
  }

  /** The days of printed periods at the places for which they were printed. */
  private static Dataset<Row> inPrinted(
      Dataset<Row> rows, Dataset<Row> printed, Dataset<Row> periods, Places places) {
    String[] ofSource = CellRows.names(CellRows.SOURCE, Figure.PERIOD_ID.name());
    return atPlaces(PrintedPeriods.inWorldsOf(printed, rows), places)
        .join(broadcast(printed), CellRows.names(PrintedPeriods.WHERE))
        .filter(DAY.between(Figure.PERIOD_START.col(), Figure.PERIOD_END.col()))
        .join(
            broadcast(
                PrintedPeriods.covered(printed, periods, SourcePeriods.withYearEarlier(periods))),
            ofSource,
            "left_semi");
  }

  /**
   * Visits are all there: a day without any had none. Counts make up a period only if every day of
   * it is told by as many gates.
   */
  private static Dataset<Row> cleared(Dataset<Row> days, TruckRules rules) {
    Column trucks = VehicleDay.CLEARED.col();
    Column length = datediff(Figure.PERIOD_END.col(), Figure.PERIOD_START.col()).plus(1);
    Column aDay = trucks.cast(Types.QUANTITY).divide(length.cast(Types.QUANTITY));
    Column isComplete =
        rules == TruckRules.VISITS
            ? lit(true)
            : col("days_told").equalTo(length).and(col("fewest").equalTo(col("most")));
    Dataset<Row> sums =
        days.groupBy(key())
            .agg(
                sum(CLEARED_THAT_DAY).as(VehicleDay.CLEARED.name()),
                max(CLEARED_THAT_DAY).as("peak"),
                count(col(CLEARED_THAT_DAY)).as("days_told"),
                min(GATES).as("fewest"),
                max(GATES).as("most"),
                max(VehicleDay.KNOWN_FROM.col()).as(VehicleDay.KNOWN_FROM.name()))
            .filter(isComplete);
    return CellRows.cells(
        sums,
        CellRows.stated("vehicles_cleared", trucks, "vehicles", EXACT, rules.sum(), trucks),
        CellRows.stated("vehicles_per_day", aDay, "vehicles/day", EXACT, rules.mean(), trucks),
        CellRows.stated(
            "vehicles_per_day_peak", col("peak"), "vehicles/day", EXACT, rules.peak(), trucks));
  }

  /** A stock has no sum over time, only a moment: the end of a month that is whole. */
  private static Dataset<Row> monthEnds(Dataset<Row> days, Dataset<Row> periods) {
    Dataset<Row> whole =
        periods
            .filter(Figure.PERIOD_KIND.col().equalTo(PeriodKind.MONTH.id()))
            .select(CellRows.columns(CellRows.SOURCE, VehicleDay.MONTH.col()));
    return days.filter(DAY.equalTo(last_day(DAY)))
        .join(broadcast(whole), CellRows.names(CellRows.SOURCE, VehicleDay.MONTH.name()))
        .withColumn(
            Figure.PERIOD_ID.name(), concat(DAY.cast("string"), lit("@" + PeriodKind.POINT.id())))
        .withColumn(Figure.PERIOD_KIND.name(), lit(PeriodKind.POINT.id()))
        .withColumn(Figure.PERIOD_START.name(), DAY)
        .withColumn(Figure.PERIOD_END.name(), DAY);
  }

  /** The end of a month may have been printed as well. */
  private static Dataset<Row> waiting(Dataset<Row> days, TruckRules rules) {
    Column trucks = col(WAITING_THAT_DAY);
    return CellRows.cells(
        days.dropDuplicates(CellRows.names(WHAT, Figure.PERIOD_ID.name())),
        CellRows.stated("vehicles_waiting", trucks, "vehicles", EXACT, rules.queue(), trucks));
  }

  private static Column[] key() {
    return Stream.of(WHAT, CellRows.PERIOD, List.of(Figure.GOODS_ID, Figure.REGIME))
        .flatMap(List::stream)
        .map(TableColumn::col)
        .toArray(Column[]::new);
  }
}
