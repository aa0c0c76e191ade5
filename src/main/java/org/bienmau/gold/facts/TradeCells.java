package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.Qualifier;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/** Value and weight of trade for every place, group of goods, direction and period. */
final class TradeCells {
  private TradeCells() {}

  private static final int KG_PER_TONNE = 1000;

  private static final List<TableColumn> WHAT =
      Stream.of(
              CellRows.SOURCE,
              CellRows.PLACE,
              List.of(Figure.DIRECTION, Figure.GOODS_ID, Figure.REGIME))
          .flatMap(List::stream)
          .toList();
  private static final Column MONTH = TradeMonth.MONTH.col();
  private static final Column STARTS = to_date(concat(MONTH, lit("-01")));

  private static final Column VALUE_USD = added(TradeMonth.VALUE_USD);
  private static final Column[] REST = {
    added(TradeMonth.NET_KG),
    added(TradeMonth.LINES),
    added(TradeMonth.LINES_UNCONVERTED),
    max(TradeMonth.KNOWN_FROM.col()).as(TradeMonth.KNOWN_FROM.name())
  };

  /**
   * @param printed the spans of whole months that have cells beside months and what they make up
   */
  static Dataset<Row> of(Dataset<Row> trade, PrintedPeriods printed, Places places) {
    // Lines that were cancelled say that the source has reported that far, too.
    Dataset<Row> periods = SourcePeriods.of(trade);
    return months(trade, places)
        .join(broadcast(periods), CellRows.names(CellRows.SOURCE, TradeMonth.MONTH.name()))
        .unionByName(inPrinted(trade, printed.ofTrade(), periods, places))
        .groupBy(
            Stream.concat(WHAT.stream(), CellRows.PERIOD.stream())
                .map(TableColumn::col)
                .toArray(Column[]::new))
        .agg(VALUE_USD, REST)
        .transform(TradeCells::asCells);
  }

  private static Dataset<Row> months(Dataset<Row> trade, Places places) {
    return CellRows.atPlaces(
            trade.filter(TradeMonth.LINES.col().gt(0)), places, STARTS, last_day(STARTS))
        .transform(rows -> inGroups(rows, places))
        .transform(CellRows::inDirections)
        .groupBy(CellRows.columns(WHAT, MONTH))
        .agg(VALUE_USD, REST);
  }

  private static Dataset<Row> inPrinted(
      Dataset<Row> trade, Dataset<Row> printed, Dataset<Row> periods, Places places) {
    String[] ofSource = CellRows.names(CellRows.SOURCE, Figure.PERIOD_ID.name());
    return months(PrintedPeriods.inWorldsOf(printed, trade), places)
        .join(broadcast(printed), CellRows.names(PrintedPeriods.WHERE))
        .filter(STARTS.between(Figure.PERIOD_START.col(), Figure.PERIOD_END.col()))
        .join(broadcast(PrintedPeriods.covered(printed, periods, periods)), ofSource, "left_semi");
  }

  /** Gates have all goods together only; see {@link RecordCell}. */
  private static Dataset<Row> inGroups(Dataset<Row> trade, Places places) {
    Column isGate = Figure.SCOPE_TYPE.col().equalTo(ScopeType.GATE.id());
    return trade
        .join(broadcast(places.ofGoods()), TradeMonth.GOODS_ID.name())
        .filter(Places.IS_ROOT.col().or(not(isGate)))
        .withColumn(Figure.GOODS_ID.name(), Places.GROUP_ID.col());
  }

  private static Dataset<Row> asCells(Dataset<Row> sums) {
    Column lines = TradeMonth.LINES.col();
    Column converted = lines.minus(TradeMonth.LINES_UNCONVERTED.col());
    Column exact = lit(Qualifier.EXACT.id());
    Column atLeast = when(converted.equalTo(lines), exact).otherwise(Qualifier.OVER.id());
    Column tonnes = TradeMonth.NET_KG.col().divide(KG_PER_TONNE);
    return CellRows.cells(
        sums,
        CellRows.stated(
            "trade_value", TradeMonth.VALUE_USD.col(), "USD", atLeast, "lines_added", converted),
        CellRows.stated("trade_weight", tonnes, "t", exact, "lines_added", lines));
  }

  private static Column added(TableColumn column) {
    return sum(column.col()).cast(column.type()).as(column.name());
  }
}
