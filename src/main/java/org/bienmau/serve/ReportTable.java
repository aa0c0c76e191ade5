package org.bienmau.serve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
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
 * @param first which rows when there are more than {@link #MOST_ROWS}; null when it is always all
 * @param digits significant digits of its numbers; 0 for all that the table has
 */
record ReportTable(Table table, Column rows, Column first, int digits, List<TableColumn> columns) {
  /** More than the page of real figures has of anything, and so few that it opens at once. */
  static final int MOST_ROWS = 5_000;

  static ReportTable all(Table table, TableColumn... columns) {
    return where(table, null, columns);
  }

  static ReportTable where(Table table, Column rows, TableColumn... columns) {
    return new ReportTable(table, rows, null, 0, List.of(columns));
  }

  /** Every column but those named, which stand elsewhere on the page. */
  static ReportTable besides(Table table, Column rows, List<TableColumn> elsewhere) {
    return new ReportTable(
        table,
        rows,
        null,
        0,
        table.columns().stream().filter(column -> !elsewhere.contains(column)).toList());
  }

  /** The same; where it has too many rows for a page, only those that are asked for first. */
  ReportTable first(Column asked) {
    return new ReportTable(table, rows, asked, digits, columns);
  }

  /** The same with numbers to so many digits: more than a chart or a sentence can show. */
  ReportTable toDigits(int significant) {
    return new ReportTable(table, rows, first, significant, columns);
  }

  /** Only the rows of the real world, or only those of a simulated one, where a row says which. */
  ReportTable ofWorld(boolean simulated) {
    if (!table.columns().contains(Figure.IS_SIMULATED)) {
      return this;
    }
    Column own = Figure.IS_SIMULATED.col().equalTo(simulated);
    return new ReportTable(table, rows == null ? own : rows.and(own), first, digits, columns);
  }

  String json(TableReader tables) {
    Dataset<Row> read = tables.read(table);
    Dataset<Row> wanted = rows == null ? read : read.filter(rows);
    Dataset<Row> shown =
        (first != null && wanted.count() > MOST_ROWS ? wanted.filter(first) : wanted)
            .select(columns.stream().map(TableColumn::col).toArray(Column[]::new));
    List<List<Object>> cells = shown.collectAsList().stream().map(this::cells).toList();
    return PageJson.text(table.name())
        + ":"
        + Columns.json(columns.stream().map(TableColumn::name).toList(), cells);
  }

  private List<Object> cells(Row row) {
    Object[] cells = new Object[row.size()];
    Arrays.setAll(cells, i -> plain(row.get(i)));
    return Arrays.asList(cells);
  }

  /** Numbers and truth as they are; dates as text, by the local day they name. */
  private Object plain(Object cell) {
    if (cell instanceof BigDecimal number) {
      return digits == 0 ? number : number.round(new MathContext(digits, RoundingMode.HALF_UP));
    }
    return cell == null
            || cell instanceof Integer
            || cell instanceof Long
            || cell instanceof Boolean
        ? cell
        : cell.toString();
  }
}
