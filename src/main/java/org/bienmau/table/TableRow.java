package org.bienmau.table;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A row of a table, filled by column; what is not set is empty. */
public final class TableRow {
  private final Table table;
  private final Object[] cells;

  private TableRow(Table table, Object[] cells) {
    this.table = table;
    this.cells = cells;
  }

  /** A row of the table without any value. */
  public static TableRow of(Table table) {
    return new TableRow(table, new Object[table.columns().size()]);
  }

  /** The same values in a row of its own, to be filled further. */
  public TableRow copy() {
    return new TableRow(table, Arrays.copyOf(cells, cells.length));
  }

  /**
   * Sets the value of a column; null for an empty one.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public TableRow with(TableColumn column, Object value) {
    cells[place(column)] = value;
    return this;
  }

  private int place(TableColumn column) {
    List<TableColumn> columns = table.columns();
    for (int place = 0; place < columns.size(); place++) {
      // By name and not by all that a column says of itself: this is done for millions of cells.
      if (columns.get(place).name().equals(column.name())) {
        return place;
      }
    }
    throw new IllegalArgumentException(
        "Cannot set %s in a row of %s: it has no such column."
            .formatted(column.name(), table.id()));
  }

  /** The row as Spark takes it. */
  public Row row() {
    return RowFactory.create(Arrays.copyOf(cells, cells.length));
  }
}
