package org.bienmau.source.layout;

import java.io.Serializable;

/**
 * Where the header of a sheet stands.
 *
 * @param from what a cell of its first row reads; null when the row's number tells
 * @param at its first row, counted from 1
 * @param rows of how many rows it is made; 0 when columns are only known by their letters
 * @param fillsRight whether an empty heading above another is the one to its left, as where cells
 *     are centred over several columns without being merged
 * @param skipAfter rows between the header and the data
 */
record HeaderRule(TextPattern from, int at, int rows, boolean fillsRight, int skipAfter)
    implements Serializable {
  /** One row, the first of the sheet. */
  static final HeaderRule FIRST_ROW = new HeaderRule(null, 1, 1, false, 0);
}
