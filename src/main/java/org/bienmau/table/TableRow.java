package org.bienmau.table;

import java.util.Arrays;
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
    int place = table.columns().indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "Cannot set %s in a row of %s: it has no such column."
              .formatted(column.name(), table.id()));
    }
    cells[place] = value;
    return this;
  }

  /** The row as Spark takes it. */
  public Row row() {
    return RowFactory.create(Arrays.copyOf(cells, cells.length));
  }
}
