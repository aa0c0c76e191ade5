package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.bienmau.gold.facts.TruckLoad.CLEARED;
import static org.bienmau.gold.facts.TruckLoad.DIRECTION;
import static org.bienmau.gold.facts.TruckLoad.EMPTY;
import static org.bienmau.gold.facts.TruckLoad.GATES_APART;
import static org.bienmau.gold.facts.TruckLoad.IS_SIMULATED;
import static org.bienmau.gold.facts.TruckLoad.LINES;
import static org.bienmau.gold.facts.TruckLoad.LOADED;
import static org.bienmau.gold.facts.TruckLoad.MONTH;
import static org.bienmau.gold.facts.TruckLoad.NET_TONNES;
import static org.bienmau.gold.facts.TruckLoad.NOBODY;
import static org.bienmau.gold.facts.TruckLoad.REGIME;
import static org.bienmau.gold.facts.TruckLoad.TRADE_SOURCE_ID;
import static org.bienmau.gold.facts.TruckLoad.VALUE_USD;
import static org.bienmau.gold.facts.TruckLoad.VEHICLE_SOURCE_ID;
import static org.bienmau.gold.facts.TruckLoad.WEIGHED;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.bienmau.measure.Growth;
import org.bienmau.reference.Direction;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Qualifier;
import org.bienmau.reference.Regime;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** Computes {@link TruckLoad}: brings trade and trucks to the same places, then divides. */
final class TruckLoads {
  private TruckLoads() {}

  private static final int KG_PER_TONNE = 1000;
  private static final String SOURCE_ID = RecordCell.SOURCE_ID.name();
  private static final String ROOT = "root_gate";
  private static final String LOADED_BALANCE = "loaded_balance";
  private static final String VALUE_BALANCE = "value_balance";
  private static final String WAYS_OF_LINES = "ways_of_lines";
  private static final String WAYS_OF_TRUCKS = "ways_of_trucks";
  private static final Column GATE = Places.GATE_ID.col();
  private static final Column IS_OUT = DIRECTION.col().equalTo(Direction.EXPORT.id());
  private static final Column UNCONVERTED = TradeMonth.LINES_UNCONVERTED.col();

  private static final List<TableColumn> PLACE =
      List.of(IS_SIMULATED, MONTH, TruckLoad.SCOPE_TYPE, TruckLoad.SCOPE_ID, TruckLoad.SECTION_ID);

  static Dataset<Row> of(Dataset<Row> trade, Dataset<Row> vehicles, Places places) {
    Dataset<Row> lines = atPlaces(lines(trade), places, TRADE_SOURCE_ID);
    Dataset<Row> trucks = atPlaces(trucks(vehicles), places, VEHICLE_SOURCE_ID);
    return pairs(lines, trucks)
        .join(
            added(lines, TRADE_SOURCE_ID, REGIME),
            CellRows.names(placed(TRADE_SOURCE_ID, REGIME, DIRECTION)),
            "left")
        .join(
            added(trucks, VEHICLE_SOURCE_ID),
            CellRows.names(placed(VEHICLE_SOURCE_ID, DIRECTION)),
            "left")
        .transform(TruckLoads::divided);
  }

  /** Lines of a source, month, gate, direction and regime. */
  private static Dataset<Row> lines(Dataset<Row> trade) {
    Dataset<Row> active = trade.filter(TradeMonth.LINES.col().gt(0));
    Column tonnes = sum(TradeMonth.NET_KG.col()).divide(KG_PER_TONNE).cast(Types.QUANTITY);
    return active
        .groupBy(
            CellRows.columns(CellRows.SOURCE, MONTH.col(), GATE, DIRECTION.col(), REGIME.col()))
        .agg(
            sum(TradeMonth.VALUE_USD.col()).cast(Types.QUANTITY).as(VALUE_USD.name()),
            tonnes.as(NET_TONNES.name()),
            sum(TradeMonth.LINES.col()).as(LINES.name()),
            sum(UNCONVERTED).as(TradeMonth.LINES_UNCONVERTED.name()))
        .withColumn(VALUE_BALANCE, outLessIn(VALUE_USD))
        .withColumn(WAYS_OF_LINES, way())
        .transform(rows -> marked(rows, SourcePeriods.of(trade)));
  }

  /** Trucks of a source, month, gate and direction, all kinds of cargo together. */
  private static Dataset<Row> trucks(Dataset<Row> vehicles) {
    Dataset<Row> moved =
        vehicles
            .filter(VehicleCells.anything())
            .withColumn(TradeMonth.LAST_DAY.name(), VehicleDay.DAY.col());
    return moved
        .groupBy(CellRows.columns(CellRows.SOURCE, MONTH.col(), GATE, DIRECTION.col()))
        .agg(
            sum(VehicleDay.CLEARED.col()).as(CLEARED.name()),
            sum(VehicleDay.LOADED.col()).as(LOADED.name()),
            sum(VehicleDay.EMPTY.col()).as(EMPTY.name()),
            sum(VehicleDay.WEIGHED.col()).as(WEIGHED.name()),
            sum(VehicleDay.NET_TONNES.col()).cast(Types.QUANTITY).as("weighed_tonnes"))
        .withColumn(LOADED_BALANCE, outLessIn(LOADED))
        .withColumn(WAYS_OF_TRUCKS, when(LOADED.col().gt(0), way()).otherwise(0))
        .transform(rows -> marked(rows, SourcePeriods.of(moved)));
  }

  private static Column outLessIn(TableColumn column) {
    return when(IS_OUT, column.col()).otherwise(lit(0).minus(column.col()));
  }

  /** A bit for each direction, so that both together are the bits of both. */
  private static Column way() {
    return when(IS_OUT, 1).otherwise(2);
  }

  /** Says which months are whole, as the cube's cells see them. */
  private static Dataset<Row> marked(Dataset<Row> rows, Dataset<Row> periods) {
    Dataset<Row> whole =
        periods
            .filter(Figure.PERIOD_KIND.col().equalTo(PeriodKind.MONTH.id()))
            .select(CellRows.columns(CellRows.SOURCE, MONTH.col(), lit(true).as("is_whole")));
    return rows.join(whole, CellRows.names(CellRows.SOURCE, MONTH.name()), "left");
  }

  /** A row for each place that holds the gate all month; a gate's root holds all its lanes. */
  private static Dataset<Row> atPlaces(Dataset<Row> rows, Places places, TableColumn source) {
    Column starts = to_date(concat(MONTH.col(), lit("-01")));
    Column isGate = TruckLoad.SCOPE_TYPE.col().equalTo(ScopeType.GATE.id());
    Column largest = when(isGate, struct(Places.GATES_HELD.col(), TruckLoad.SCOPE_ID.col()));
    return places
        .holding(rows, starts, last_day(starts), ScopeType.GATE, ScopeType.SECTION)
        .withColumn(
            ROOT,
            max(largest)
                .over(Window.partitionBy(CellRows.columns(CellRows.SOURCE, MONTH.col(), GATE)))
                .getField(TruckLoad.SCOPE_ID.name()))
        .withColumnRenamed(SOURCE_ID, source.name());
  }

  /** Every pair of a source of trade and one of trucks that report the same place and month. */
  private static Dataset<Row> pairs(Dataset<Row> lines, Dataset<Row> trucks) {
    Dataset<Row> both =
        reported(lines, TRADE_SOURCE_ID, "trade", collect_set(REGIME.col()).as("regimes"))
            .join(
                reported(trucks, VEHICLE_SOURCE_ID, "truck", lit(true).as("has_trucks")),
                CellRows.names(PLACE),
                "full_outer");
    List<TableColumn> pair =
        List.of(TRADE_SOURCE_ID, VEHICLE_SOURCE_ID, IS_SIMULATED, MONTH, TruckLoad.SECTION_ID);
    Dataset<Row> shared =
        both.filter(col("trade_root").and(col("truck_root")))
            .groupBy(CellRows.columns(pair))
            .agg(count(lit(1)).as("shared_gates"));
    Column apart =
        coalesce(col("trade_gates"), lit(0L))
            .plus(coalesce(col("truck_gates"), lit(0L)))
            .minus(coalesce(col("shared_gates"), lit(0L)).multiply(2));
    Column isSection = TruckLoad.SCOPE_TYPE.col().equalTo(ScopeType.SECTION.id());
    Column regimes = coalesce(col("regimes"), array(lit(Regime.NOT_APPLICABLE.id())));
    Column[] directions =
        Stream.of(Direction.EXPORT, Direction.IMPORT, Direction.TOTAL)
            .map(direction -> lit(direction.id()))
            .toArray(Column[]::new);
    return both.join(shared, CellRows.names(pair), "left")
        .withColumn(GATES_APART.name(), when(isSection, apart).otherwise(0L))
        .withColumn(REGIME.name(), explode(regimes))
        .withColumn(DIRECTION.name(), explode(array(directions)));
  }

  private static Dataset<Row> reported(
      Dataset<Row> rows, TableColumn source, String what, Column also) {
    Column isRoot =
        TruckLoad.SCOPE_TYPE
            .col()
            .equalTo(ScopeType.GATE.id())
            .and(TruckLoad.SCOPE_ID.col().equalTo(col(ROOT)));
    return rows.groupBy(CellRows.columns(placed(source)))
        .agg(
            also,
            countDistinct(col(ROOT)).as(what + "_gates"),
            max(isRoot).as(what + "_root"),
            max(col("is_whole")).as(what + "_whole"));
  }

  /** Everything that is counted of a place and direction, and of both directions. */
  private static Dataset<Row> added(Dataset<Row> rows, TableColumn... what) {
    Column[] sums =
        Stream.of(rows.columns())
            .filter(name -> COUNTED.contains(name) || WAYS.contains(name))
            .map(
                name ->
                    (WAYS.contains(name) ? expr("bit_or(%s)".formatted(name)) : sum(col(name)))
                        .as(name))
            .toArray(Column[]::new);
    return CellRows.inDirections(rows)
        .groupBy(CellRows.columns(placed(what), DIRECTION.col()))
        .agg(sums[0], Stream.of(sums).skip(1).toArray(Column[]::new));
  }

  private static final Set<String> WAYS = Set.of(WAYS_OF_LINES, WAYS_OF_TRUCKS);

  private static final Set<String> COUNTED =
      Set.of(
          VALUE_USD.name(),
          NET_TONNES.name(),
          LINES.name(),
          TradeMonth.LINES_UNCONVERTED.name(),
          VALUE_BALANCE,
          CLEARED.name(),
          LOADED.name(),
          EMPTY.name(),
          WEIGHED.name(),
          "weighed_tonnes",
          LOADED_BALANCE);

  private static Dataset<Row> divided(Dataset<Row> rows) {
    Dataset<Row> known = rows;
    for (TableColumn column : List.of(CLEARED, LOADED, EMPTY, WEIGHED)) {
      known = known.withColumn(column.name(), orNone(column, VEHICLE_SOURCE_ID));
    }
    for (TableColumn column : List.of(LINES, VALUE_USD, NET_TONNES)) {
      known = known.withColumn(column.name(), orNone(column, TRADE_SOURCE_ID));
    }
    Column isBoth = DIRECTION.col().equalTo(Direction.TOTAL.id());
    Column isExact = coalesce(UNCONVERTED, lit(0L)).equalTo(0);
    Column loadedPct = Growth.percentOf(exact(LOADED.col()), exact(CLEARED.col()));
    Column perWeighed = col("weighed_tonnes").divide(exact(WEIGHED.col()));
    return known
        .filter(coalesce(LINES.col(), lit(0L)).plus(coalesce(CLEARED.col(), lit(0L))).gt(0))
        .withColumn(TruckLoad.LOADED_PCT.name(), loadedPct)
        .withColumn(
            TruckLoad.EMPTY_PCT.name(),
            lit(100).minus(TruckLoad.LOADED_PCT.col()).cast(Types.PERCENT))
        .withColumn(
            TruckLoad.TONNES_PER_WEIGHED.name(),
            when(WEIGHED.col().gt(0), perWeighed).cast(Types.QUANTITY))
        .withColumn(TruckLoad.LOAD_REASON.name(), reason())
        .withColumn(TruckLoad.USD_PER_TRUCK.name(), perTruck(VALUE_USD))
        .withColumn(TruckLoad.TONNES_PER_TRUCK.name(), perTruck(NET_TONNES))
        .withColumn(
            TruckLoad.VALUE_QUALIFIER.name(),
            when(
                LINES.col().isNotNull(),
                when(isExact, Qualifier.EXACT.id()).otherwise(Qualifier.OVER.id())))
        .withColumn(
            TruckLoad.LOADED_IMBALANCE_PCT.name(),
            when(isBoth, Growth.percentOf(exact(col(LOADED_BALANCE)), exact(LOADED.col()))))
        .withColumn(
            TruckLoad.VALUE_IMBALANCE_PCT.name(),
            when(isBoth.and(isExact), Growth.percentOf(exact(col(VALUE_BALANCE)), VALUE_USD.col())))
        .withColumn(TRADE_SOURCE_ID.name(), coalesce(TRADE_SOURCE_ID.col(), lit(NOBODY)))
        .withColumn(VEHICLE_SOURCE_ID.name(), coalesce(VEHICLE_SOURCE_ID.col(), lit(NOBODY)))
        .select(TruckLoad.TABLE.cols());
  }

  /** A source that reports the place had nothing to report where it has no row. */
  private static Column orNone(TableColumn column, TableColumn source) {
    return when(source.col().isNotNull(), coalesce(column.col(), lit(0))).cast(column.type());
  }

  private static Column reason() {
    Column areWhole = coalesce(col("trade_whole").and(col("truck_whole")), lit(false));
    return when(TRADE_SOURCE_ID.col().isNull(), "no_trade")
        .when(VEHICLE_SOURCE_ID.col().isNull(), "no_trucks")
        .when(not(areWhole), "month_not_whole")
        .when(GATES_APART.col().gt(0), "gates_apart")
        .when(LINES.col().equalTo(0), "no_lines")
        .when(LOADED.col().equalTo(0), "none_loaded")
        .when(col(WAYS_OF_LINES).notEqual(col(WAYS_OF_TRUCKS)), "directions_apart");
  }

  private static Column perTruck(TableColumn what) {
    return when(TruckLoad.LOAD_REASON.col().isNull(), what.col().divide(exact(LOADED.col())))
        .cast(Types.QUANTITY);
  }

  private static Column exact(Column number) {
    return number.cast(Types.QUANTITY);
  }

  private static List<TableColumn> placed(TableColumn... more) {
    return Stream.concat(PLACE.stream(), Stream.of(more)).toList();
  }
}
