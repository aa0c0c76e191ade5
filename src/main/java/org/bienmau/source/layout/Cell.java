package org.bienmau.source.layout;

import java.util.Optional;
import org.bienmau.source.ReasonCode;

/**
 * One cell of a sheet.
 *
 * @param kind what the file says that it is
 * @param text as it reads: a number with a point before decimals, a date as 2024-03-05 or
 *     2024-03-05 08:12:00
 * @param fault why its text cannot be trusted; null when it can
 * @param why the fault as it completes "the cell …"; null without a fault
 */
record Cell(Kind kind, String text, ReasonCode fault, String why) {
  /** Nothing stands in the cell. */
  static final Cell EMPTY = new Cell(Kind.EMPTY, "", null, null);

  /** What a file says that a cell is; a text may be a number or date in anybody's writing. */
  enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    DATE
  }

  /** A text; a blank one is an empty cell. */
  static Cell text(String text) {
    return text.isBlank() ? EMPTY : new Cell(Kind.TEXT, text, null, null);
  }

  static Cell number(String plain) {
    return new Cell(Kind.NUMBER, plain, null, null);
  }

  static Cell date(String iso) {
    return new Cell(Kind.DATE, iso, null, null);
  }

  static Cell faulty(String text, ReasonCode fault, String why) {
    return new Cell(Kind.TEXT, text, fault, why);
  }

  boolean isEmpty() {
    return kind == Kind.EMPTY;
  }

  Optional<ReasonCode> ofFault() {
    return Optional.ofNullable(fault);
  }
}
