package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.TableColumn;

/** All kinds of cargo of a gate's day and direction together. */
final class GateTotals {
  private GateTotals() {}

  private static final Column IS_ALL = GateDay.CARGO_KIND.col().equalTo("all");

  static final List<TableColumn> KEY =
      List.of(
          GateDay.SOURCE_ID,
          GateDay.IS_SIMULATED,
          GateDay.ORIGIN,
          GateDay.GATE_ID,
          GateDay.DAY,
          GateDay.DIRECTION);

  /** The row of all kinds where a source has one; else their sum, if none of them is empty. */
  static Dataset<Row> of(Dataset<Row> gateDays) {
    return gateDays
        .groupBy(CellRows.columns(KEY))
        .agg(
            together(GateDay.CLEARED),
            together(GateDay.WAITING),
            max(GateDay.IS_OPERATING.col()).as(GateDay.IS_OPERATING.name()),
            max(GateDay.KNOWN_FROM.col()).as(GateDay.KNOWN_FROM.name()));
  }

  private static Column together(TableColumn column) {
    Column value = column.col();
    return when(max(IS_ALL), max(when(IS_ALL, value)))
        .otherwise(when(count(value).equalTo(count(lit(1))), sum(value)))
        .as(column.name());
  }
}
