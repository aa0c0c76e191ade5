package org.bienmau.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of consecutive days.
 *
 * @param start the first day
 * @param values one per day; {@code NaN} where nothing is known
 */
public record DailyCounts(LocalDate start, double[] values) {

  public DailyCounts {
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The last day. */
  public LocalDate end() {
    return start.plusDays(values.length - 1L);
  }

  /** The number of a day; {@code NaN} where it is not known, as before the first and after last. */
  public double value(LocalDate day) {
    long index = start.until(day, ChronoUnit.DAYS);
    return index < 0 || index >= values.length ? Double.NaN : values[(int) index];
  }

  /** The same without what is known of the days of closures. */
  DailyCounts without(List<Closure> closures) {
    double[] open = values.clone();
    for (int i = 0; i < open.length; i++) {
      LocalDate day = start.plusDays(i);
      if (closures.stream().anyMatch(closure -> closure.holds(day))) {
        open[i] = Double.NaN;
      }
    }
    return new DailyCounts(start, open);
  }

  /** The sum of a month; {@code NaN} where a day of it is not known. */
  public double sum(YearMonth month) {
    return sum(month.atDay(1), month.atEndOfMonth());
  }

  /** The sum from one day to another; {@code NaN} where a day is not known. */
  public double sum(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).mapToDouble(this::value).sum();
  }

  /** The first day of a stretch that is not known. */
  Optional<LocalDate> firstUnknown(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).filter(day -> Double.isNaN(value(day))).findFirst();
  }

  /** Index of a weekday, 0 for Monday. */
  static int weekday(LocalDate day) {
    return day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DailyCounts counts
        && start.equals(counts.start)
        && Arrays.equals(values, counts.values);
  }

  @Override
  public int hashCode() {
    return 31 * start.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "from %s: %s".formatted(start, Arrays.toString(values));
  }
}
