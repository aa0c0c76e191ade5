package org.bienmau.source.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bienmau.source.StrictUtf8;

/** Some thousand rows of a file, cut into cells but not read yet. */
final class Rows {
  /** Rows that are read at once. */
  static final int CAPACITY = 4096;

  /** What the places of two columns lie apart; not a power of two, which caches handle badly. */
  private static final int STRIDE = CAPACITY + 16;

  /** How a row could be cut. */
  static final byte CUT = 0;

  static final byte WRONG_CELL_COUNT = 1;
  static final byte WRONG_QUOTING = 2;

  private final int columns;
  private final int[] from;
  private final int[] to;

  final int[] rowFrom = new int[CAPACITY];
  final int[] rowTo = new int[CAPACITY];
  final long[] line = new long[CAPACITY];
  final byte[] state = new byte[CAPACITY];
  final int[] cells = new int[CAPACITY];

  byte[] bytes;
  int count;

  /** How many of them could not be cut. */
  int uncut;

  Rows(int columns) {
    this.columns = columns;
    this.from = new int[columns * STRIDE];
    this.to = new int[columns * STRIDE];
  }

  int columns() {
    return columns;
  }

  void clear(byte[] window) {
    bytes = window;
    count = 0;
    uncut = 0;
  }

  void cell(int column, int row, int cellFrom, int cellTo) {
    from[column * STRIDE + row] = cellFrom;
    to[column * STRIDE + row] = cellTo;
  }

  /** The places where the cells of a column begin, from {@link #first} on, row by row. */
  int[] from() {
    return from;
  }

  /** The places behind the cells of a column; negative where quotation marks are doubled. */
  int[] to() {
    return to;
  }

  /** Where a column's places stand in {@link #from()} and {@link #to()}. */
  static int first(int column) {
    return column * STRIDE;
  }

  /** Takes a row's cells away, because nobody can tell which is which. */
  void giveUp(int row, byte why, int cellCount) {
    state[row] = why;
    cells[row] = cellCount;
    uncut++;
    for (int column = 0; column < columns; column++) {
      cell(column, row, rowFrom[row], rowFrom[row]);
    }
  }

  /** A cell's bytes, with single quotation marks where they are doubled in the file. */
  byte[] cell(int column, int row) {
    int cellFrom = from[column * STRIDE + row];
    int cellTo = to[column * STRIDE + row];
    if (cellTo >= 0) {
      return Arrays.copyOfRange(bytes, cellFrom, cellTo);
    }
    byte[] cell = new byte[~cellTo - cellFrom];
    int length = 0;
    for (int at = cellFrom; at < ~cellTo; at++) {
      cell[length++] = bytes[at];
      at += bytes[at] == '"' ? 1 : 0;
    }
    return Arrays.copyOf(cell, length);
  }

  /** A cell as text; bytes that are not UTF-8 stand as lone surrogates. */
  String text(int column, int row) {
    return StrictUtf8.decode(cell(column, row));
  }

  /** A row as received, without its line end; bytes that are not UTF-8 stand as {@code \xE9}. */
  String raw(int row) {
    return StrictUtf8.shown(StrictUtf8.decode(Arrays.copyOfRange(bytes, rowFrom[row], rowTo[row])));
  }

  /** A row as received, with other texts in the place of some cells. */
  String raw(int row, String[] instead) {
    StringBuilder text = new StringBuilder();
    int at = rowFrom[row];
    for (int column = 0; column < columns; column++) {
      int cellFrom = from[column * STRIDE + row];
      int cellTo = to[column * STRIDE + row];
      if (instead[column] != null && cellFrom != cellTo) {
        text.append(new String(bytes, at, cellFrom - at, StandardCharsets.ISO_8859_1));
        text.append(encoded(instead[column]));
        at = cellTo < 0 ? ~cellTo : cellTo;
      }
    }
    text.append(new String(bytes, at, rowTo[row] - at, StandardCharsets.ISO_8859_1));
    return StrictUtf8.shown(
        StrictUtf8.decode(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The text's UTF-8 bytes as one letter each. */
  private static String encoded(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
