package org.bienmau.score;

import java.time.LocalDate;
import java.time.YearMonth;
import org.bienmau.series.Closure;

/**
 * A closure that the register of events knows.
 *
 * @param closure its days
 * @param left what such a day has of a usual one, which the register does not know
 */
record PlantedClosure(Closure closure, double left) {

  double factor(LocalDate day) {
    return closure.holds(day) ? left : 1;
  }

  /** Whether some day of a month is closed. */
  boolean touches(YearMonth month) {
    return !month.atEndOfMonth().isBefore(closure.from()) && !month.atDay(1).isAfter(closure.to());
  }
}
