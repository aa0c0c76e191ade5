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
    return day.isBefore(closure.from()) || day.isAfter(closure.to()) ? 1 : left;
  }

  /** Whether some day of a month is closed. */
  boolean touches(YearMonth month) {
    return !month.atEndOfMonth().isBefore(closure.from()) && !month.atDay(1).isAfter(closure.to());
  }
}
