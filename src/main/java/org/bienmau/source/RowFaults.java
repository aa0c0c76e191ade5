package org.bienmau.source;

/** The wording of what a reader finds wrong with a row before anybody looks at its cells. */
public final class RowFaults {
  private RowFaults() {}

  /** The row does not have as many cells as the header. */
  public static Reason cellCount(long line, int cells, int columns) {
    return new Reason(
        ReasonCode.CELL_COUNT,
        "",
        "",
        "Line %d has %d cells, the header has %d; look for a missing or an unquoted delimiter."
            .formatted(line, cells, columns));
  }

  /** The row cannot be split into cells. */
  public static Reason quoting(long line) {
    return new Reason(
        ReasonCode.QUOTING,
        "",
        "",
        "Line %d cannot be split into cells: a quotation mark is not closed, or text follows a closing one; double the quotation marks inside a quoted cell."
            .formatted(line));
  }

  /** The cell, or the row when no column is given, holds bytes that are not UTF-8. */
  public static Reason encoding(long line, String column, String decoded) {
    String where = column.isEmpty() ? "" : " in column " + column;
    return new Reason(
        ReasonCode.ENCODING,
        column,
        column.isEmpty() ? "" : StrictUtf8.shown(decoded),
        "Line %d holds bytes%s that are not UTF-8: %s; save the file as UTF-8."
            .formatted(line, where, StrictUtf8.foreignBytes(decoded)));
  }
}
