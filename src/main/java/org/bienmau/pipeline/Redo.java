package org.bienmau.pipeline;

import java.time.YearMonth;
import java.util.Set;

/**
 * What a build computes although nothing that it is made of has changed.
 *
 * @param everything all tables as a whole
 * @param months these months of all tables that are kept by month
 */
public record Redo(boolean everything, Set<String> months) {
  public Redo {
    months = Set.copyOf(months);
  }

  /** Nothing: only what has changed is computed. */
  public static Redo nothing() {
    return new Redo(false, Set.of());
  }

  /** Everything from scratch. */
  public static Redo all() {
    return new Redo(true, Set.of());
  }

  /** The months from the first to the last, both included. */
  public static Redo months(YearMonth first, YearMonth last) {
    return new Redo(false, Months.between(first, last));
  }

  /** Whether only what has changed is computed. */
  boolean isNothing() {
    return !everything && months.isEmpty();
  }
}
