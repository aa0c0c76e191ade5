package org.bienmau.source.layout;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What is special about some rows of a sheet.
 *
 * @param headings the heading of the column that is looked at; none of them for any cell
 * @param at that column, counted from 0; -1 when its heading tells
 * @param reads what its cell reads, in any of these ways
 * @param effect what becomes of the row
 * @param set values of the contract's columns, by column
 * @param line where the layout speaks of it
 */
record Condition(
    List<TextPattern> headings,
    int at,
    List<TextPattern> reads,
    Effect effect,
    Map<String, TextTemplate> set,
    int line)
    implements Serializable {

  /** What becomes of a row. */
  enum Effect {
    /** It is a total or a heading of no interest. */
    LEAVE_OUT,
    /** It and everything below it is no data. */
    STOP,
    /** The values hold for it alone. */
    SET,
    /** The values hold for it and the rows below, until another such row. */
    SET_BELOW,
    /** What its cell reads is remembered for it alone. */
    REMEMBER,
    /** What its cell reads is remembered for it and the rows below, until another such row. */
    REMEMBER_BELOW
  }

  Condition {
    headings = List.copyOf(headings);
    reads = List.copyOf(reads);
    set = Map.copyOf(set);
  }

  /** Whether any cell of a row may fulfil it. */
  boolean isOfAnyCell() {
    return headings.isEmpty() && at < 0;
  }
}
