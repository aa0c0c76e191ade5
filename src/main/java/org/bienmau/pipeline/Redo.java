package org.bienmau.pipeline;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a build computes although nothing that it is made of has changed.
 *
 * @param everything all tables as a whole
 * @param first first month of the tables by month; null when no month is computed for its own sake
 * @param last last such month
 */
public record Redo(boolean everything, YearMonth first, YearMonth last) {

  /** Nothing: only what has changed is computed. */
  public static Redo nothing() {
    return new Redo(false, null, null);
  }

  /** Everything from scratch. */
  public static Redo all() {
    return new Redo(true, null, null);
  }

  /** The months from the first to the last, both included. */
  public static Redo months(YearMonth first, YearMonth last) {
    return new Redo(false, first, last);
  }

  /** Whether only what has changed is computed. */
  boolean isNothing() {
    return !everything && first == null;
  }

  /** Which of these months are computed again. */
  Set<String> among(Collection<String> months) {
    Set<String> again = new TreeSet<>(months);
    again.removeIf(
        month ->
            first == null
                || YearMonth.parse(month).isBefore(first)
                || YearMonth.parse(month).isAfter(last));
    return again;
  }
}
