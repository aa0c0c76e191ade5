package org.bienmau.series;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A stretch of days on which trade is known to have been shut or cut, for a reason that is neither
 * the season nor the lunar new year.
 *
 * @param id of the event behind it
 * @param from first day
 * @param to last day
 */
public record Closure(String id, LocalDate from, LocalDate to) implements Serializable {

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Closure {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "Cannot take %s as a closure: it ends on %s, before it begins on %s."
              .formatted(id, to, from));
    }
  }

  /** Whether a day is one of them. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The same, ending no later than a day that is not before its first. */
  Closure until(LocalDate last) {
    return new Closure(id, from, to.isAfter(last) ? last : to);
  }
}
