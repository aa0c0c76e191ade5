package org.bienmau.source.record;

/**
 * Cuts a row with quotation marks into cells, byte by byte (RFC 4180).
 *
 * <p>A row whose quotation marks do not close within {@value #MOST_LINES} lines, or that has text
 * behind a closing one, is broken: only its first line is given up, because the mark that ended it
 * may be the one that opens a cell further down.
 */
final class QuotedRow {
  /** Lines that a row may spread over; an unclosed quotation mark must not eat the file. */
  static final int MOST_LINES = 101;

  /** What became of the row. */
  enum Outcome {
    CUT,
    BROKEN,
    /** Its end lies behind the window's. */
    CUT_OFF
  }

  /** Where the cells begin and end; an end with {@link #ESCAPED} has doubled quotation marks. */
  interface Cells {
    /** Nobody wants them. */
    Cells NONE = (cell, from, to) -> {};

    void cell(int cell, int from, int to);
  }

  private final byte delimiter;

  /** Behind the row's last byte, its line end not counted. */
  int end;

  /** Where the next row begins. */
  int next;

  /** Physical lines of the row. */
  int lines;

  /** How many cells it has. */
  int cells;

  QuotedRow(char delimiter) {
    this.delimiter = (byte) delimiter;
  }

  /** Marks an end behind a cell in which quotation marks are doubled. */
  static int escaped(int end) {
    return ~end;
  }

  Outcome cut(ByteWindow window, int from, Cells out) {
    byte[] bytes = window.bytes;
    lines = 1;
    cells = 0;
    int at = from;
    while (true) {
      boolean quoted = at < window.end && bytes[at] == '"';
      int behind = quoted ? behindQuoted(window, at, out) : behindPlain(window, at, out);
      if (behind < 0) {
        return window.exhausted || lines > MOST_LINES ? giveUp(window, from) : Outcome.CUT_OFF;
      }
      cells++;
      if (behind == window.end) {
        return endAt(window, behind);
      }
      byte after = bytes[behind];
      if (after == '\n' || after == '\r') {
        return endAt(window, behind);
      } else if (after != delimiter) {
        return giveUp(window, from);
      }
      at = behind + 1;
    }
  }

  /** The place behind the closing mark, or -1 when there is none. */
  private int behindQuoted(ByteWindow window, int opening, Cells out) {
    byte[] bytes = window.bytes;
    boolean doubled = false;
    for (int at = opening + 1; at < window.end; at++) {
      byte one = bytes[at];
      if (one == '"') {
        if (at + 1 == window.end && !window.exhausted) {
          return -1;
        }
        if (at + 1 == window.end || bytes[at + 1] != '"') {
          out.cell(cells, opening + 1, doubled ? escaped(at) : at);
          return at + 1;
        }
        doubled = true;
        at++;
      } else if (one == '\n' || one == '\r' && bytes[at + 1] != '\n') {
        if (++lines > MOST_LINES) {
          return -1;
        }
      }
    }
    return -1;
  }

  private int behindPlain(ByteWindow window, int from, Cells out) {
    byte[] bytes = window.bytes;
    for (int at = from; at < window.end; at++) {
      byte one = bytes[at];
      if (one == delimiter || one == '\n' || one == '\r') {
        out.cell(cells, from, at);
        return at;
      }
    }
    if (window.exhausted) {
      out.cell(cells, from, window.end);
      return window.end;
    }
    return -1;
  }

  private Outcome endAt(ByteWindow window, int lineEnd) {
    end = lineEnd;
    next = behindLineEnd(window, lineEnd);
    return next < 0 ? Outcome.CUT_OFF : Outcome.CUT;
  }

  private Outcome giveUp(ByteWindow window, int from) {
    byte[] bytes = window.bytes;
    int at = from;
    while (at < window.end && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    lines = 1;
    return endAt(window, at) == Outcome.CUT ? Outcome.BROKEN : Outcome.CUT_OFF;
  }

  /** The place behind the line end that stands here, or -1 when it may lie behind the window. */
  static int behindLineEnd(ByteWindow window, int at) {
    if (at >= window.end) {
      return window.exhausted ? window.end : -1;
    }
    if (window.bytes[at] == '\r') {
      if (at + 1 == window.end && !window.exhausted) {
        return -1;
      }
      return window.bytes[at + 1] == '\n' && at + 1 < window.end ? at + 2 : at + 1;
    }
    return at + 1;
  }
}
