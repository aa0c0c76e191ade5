package org.bienmau.source.layout;

import java.util.List;
import org.bienmau.source.Reason;

/**
 * One row of a sheet.
 *
 * @param number its row in the sheet or its line in the file, counted from 1
 * @param raw its text as received
 * @param keys what its cells are called where every row says so itself; null where a header does
 * @param cells its cells from the first column on; those behind the last are empty
 * @param faults why the row as a whole cannot be read
 */
record SheetRow(long number, String raw, List<String> keys, List<Cell> cells, List<Reason> faults) {

  /** The cell of a column counted from 0. */
  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  boolean isBlank() {
    return faults.isEmpty() && cells.stream().allMatch(Cell::isEmpty);
  }
}
