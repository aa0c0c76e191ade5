package org.bienmau.source.record;

import java.io.IOException;

/** Cuts the rows of a window into cells. */
final class RowSplitter {
  private final Delimiters delimiters;
  private final byte delimiter;
  private final QuotedRow quoted;
  private final Rows rows;
  private final QuotedRow.Cells intoRows;

  private int at;
  private long line;

  RowSplitter(char delimiter, Rows rows, long firstLine) {
    this.delimiters = new Delimiters(delimiter);
    this.delimiter = (byte) delimiter;
    this.quoted = new QuotedRow(delimiter);
    this.rows = rows;
    this.line = firstLine;
    this.intoRows =
        (cell, from, to) -> {
          if (cell < rows.columns()) {
            rows.cell(cell, rows.count, from, to);
          }
        };
  }

  /**
   * Cuts the next rows, as many as there is room for and the window holds as a whole.
   *
   * @return whether there are any
   */
  boolean next(ByteWindow window) throws IOException {
    if (!window.exhausted && window.end - at < window.bytes.length / 2) {
      window.moveTo(at);
      at = 0;
    }
    rows.clear(window.bytes);
    while (rows.count < Rows.CAPACITY && (at < window.end || !window.exhausted)) {
      if (!cutRow(window)) {
        if (rows.count > 0) {
          break;
        }
        window.moveTo(at);
        at = 0;
        rows.clear(window.bytes);
      }
    }
    return rows.count > 0;
  }

  /** False when the row does not end within the window. */
  private boolean cutRow(ByteWindow window) {
    byte[] bytes = window.bytes;
    int end = window.end;
    int row = rows.count;
    int columns = rows.columns();
    int column = 0;
    int cellFrom = at;
    if (bytes[at] == '"') {
      return cutQuoted(window);
    }
    for (int word = at; ; word += Long.BYTES) {
      long hits = delimiters.cellEnds(Delimiters.word(bytes, word));
      while (hits != 0) {
        int hit = word + Delimiters.first(hits);
        hits &= hits - 1;
        byte one = bytes[hit];
        if (one == delimiter) {
          if (column < columns) {
            rows.cell(column, row, cellFrom, hit);
          }
          column++;
          cellFrom = hit + 1;
          if (bytes[cellFrom] == '"') {
            return cutQuoted(window);
          }
        } else if (one == '\n' || one == '\r' || hit >= end) {
          int next = QuotedRow.behindLineEnd(window, Math.min(hit, end));
          if (next < 0) {
            return false;
          }
          if (column < columns) {
            rows.cell(column, row, cellFrom, Math.min(hit, end));
          }
          endRow(Math.min(hit, end), next, column + 1);
          return true;
        }
      }
    }
  }

  private void endRow(int end, int next, int cells) {
    int row = rows.count;
    if (cells == 1 && isBlank(end)) {
      at = next;
      line++;
      return;
    }
    rows.rowFrom[row] = at;
    rows.rowTo[row] = end;
    rows.line[row] = line;
    rows.state[row] = Rows.CUT;
    if (cells != rows.columns()) {
      rows.giveUp(row, Rows.WRONG_CELL_COUNT, cells);
    }
    rows.count++;
    at = next;
    line++;
  }

  private boolean cutQuoted(ByteWindow window) {
    QuotedRow.Outcome outcome = quoted.cut(window, at, intoRows);
    if (outcome == QuotedRow.Outcome.CUT_OFF) {
      return false;
    }
    int row = rows.count;
    rows.rowFrom[row] = at;
    rows.rowTo[row] = quoted.end;
    rows.line[row] = line;
    rows.state[row] = Rows.CUT;
    if (outcome == QuotedRow.Outcome.BROKEN) {
      rows.giveUp(row, Rows.WRONG_QUOTING, 0);
    } else if (quoted.cells != rows.columns()) {
      rows.giveUp(row, Rows.WRONG_CELL_COUNT, quoted.cells);
    }
    rows.count++;
    at = quoted.next;
    line += quoted.lines;
    return true;
  }

  private boolean isBlank(int end) {
    for (int i = at; i < end; i++) {
      if (rows.bytes[i] != ' ' && rows.bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
