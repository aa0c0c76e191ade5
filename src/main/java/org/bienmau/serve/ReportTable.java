package org.bienmau.serve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.silver.Figure;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * A table on the page: the columns that the page shows and the rows that it needs.
 *
 * @param rows which rows; null for all of them
 */
record ReportTable(Table table, Column rows, List<TableColumn> columns) {

  static ReportTable all(Table table, TableColumn... columns) {
    return new ReportTable(table, null, List.of(columns));
  }

  static ReportTable where(Table table, Column rows, TableColumn... columns) {
    return new ReportTable(table, rows, List.of(columns));
  }

  /** Only the rows of the real world, or only those of a simulated one, where a row says which. */
  ReportTable ofWorld(boolean simulated) {
    if (!table.columns().contains(Figure.IS_SIMULATED)) {
      return this;
    }
    Column own = Figure.IS_SIMULATED.col().equalTo(simulated);
    return new ReportTable(table, rows == null ? own : rows.and(own), columns);
  }

  String json(TableReader tables) {
    Dataset<Row> read = tables.read(table);
    Dataset<Row> shown =
        (rows == null ? read : read.filter(rows))
            .select(columns.stream().map(TableColumn::col).toArray(Column[]::new));
    List<List<Object>> cells = shown.collectAsList().stream().map(ReportTable::cells).toList();
    return PageJson.text(table.name())
        + ":"
        + Columns.json(columns.stream().map(TableColumn::name).toList(), cells);
  }

  private static List<Object> cells(Row row) {
    List<Object> cells = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      cells.add(plain(row.get(i)));
    }
    return cells;
  }

  /** Numbers and truth as they are; dates as text, by the local day they name. */
  private static Object plain(Object cell) {
    return cell == null
            || cell instanceof BigDecimal
            || cell instanceof Integer
            || cell instanceof Long
            || cell instanceof Boolean
        ? cell
        : cell.toString();
  }
}
