package org.bienmau.series;

import java.io.Serializable;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Values of consecutive months or quarters; {@code NaN} where nothing is known.
 *
 * @param frequency months or quarters
 * @param start the first month of the first period
 * @param values one per period, in any unit
 */
public record TimeSeries(Frequency frequency, YearMonth start, double[] values)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a quarter does not begin in January, April, July or October
   */
  public TimeSeries {
    if ((start.getMonthValue() - 1) % frequency.monthsPerPeriod() != 0) {
      throw new IllegalArgumentException(
          "Cannot begin a quarterly series with %s: a quarter begins in January, April, July or October."
              .formatted(start));
    }
    values = values.clone();
  }

  /** A series of months. */
  public static TimeSeries monthly(YearMonth start, double... values) {
    return new TimeSeries(Frequency.MONTHLY, start, values);
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** The value of a period counted from 0. */
  public double value(int index) {
    return values[index];
  }

  /** Number of periods, the unknown ones included. */
  public int size() {
    return values.length;
  }

  /** First month of a period counted from 0; also of one before the first or after the last. */
  public YearMonth period(int index) {
    return start.plusMonths((long) index * frequency.monthsPerPeriod());
  }

  /** The period that holds a month, counted from 0; negative or past the end for one outside. */
  public int indexOf(YearMonth month) {
    long months = start.until(month, ChronoUnit.MONTHS);
    return (int) Math.floorDiv(months, frequency.monthsPerPeriod());
  }

  /** The periods from one index to before another. */
  public TimeSeries slice(int from, int to) {
    return new TimeSeries(frequency, period(from), Arrays.copyOfRange(values, from, to));
  }

  /** From the first to the last known value; empty when none is known. */
  public TimeSeries trimmed() {
    int from = 0;
    while (from < values.length && Double.isNaN(values[from])) {
      from++;
    }
    int to = values.length;
    while (to > from && Double.isNaN(values[to - 1])) {
      to--;
    }
    return slice(from, to);
  }

  /** The same periods with other values. */
  public TimeSeries with(double[] others) {
    return new TimeSeries(frequency, start, others);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeSeries series
        && frequency == series.frequency
        && start.equals(series.start)
        && Arrays.equals(values, series.values);
  }

  @Override
  public int hashCode() {
    return 31 * start.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%s from %s: %s".formatted(frequency, start, Arrays.toString(values));
  }
}
