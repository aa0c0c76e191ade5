package org.bienmau.source.layout;

import java.io.Closeable;
import java.io.IOException;

/** Rows of cells: a sheet of a workbook, or a whole file that has no sheets. */
interface Sheet extends Closeable {

  /** Its name; empty for a file without sheets. */
  String name();

  /** Whether the numbers of its rows count blank ones too, as they do in a workbook. */
  boolean isNumbered();

  /** The next row, blank ones included where the file holds them; null at the end. */
  SheetRow next() throws IOException;

  /** Which of its cells are merged. */
  MergedCells merged();

  /**
   * Where a cell stands, as a person finds it in the file.
   *
   * @param column counted from 0; below 0 for the row as a whole
   */
  String place(SheetRow row, int column);
}
