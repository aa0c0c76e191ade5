package org.bienmau.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * How the trucks of a month spread over its days, by what was known before it.
 *
 * <p>A day weighs as much as its weekday usually does; within three weeks of Tết also as much as
 * the same day from Tết did in earlier years, against the days six to three weeks before. Days on
 * which the place is known to have been shut tell nothing of what is usual.
 */
final class TruckPace {
  /** Days before and after Tết that have a weight of their own. */
  static final int TET_REACH = 21;

  private static final int WEEKDAYS = 7;

  /** A whole number of weeks, so that no weekday is there more often. */
  private static final int DAYS_BEFORE = 52 * WEEKDAYS;

  private static final int FEWEST_OF_A_WEEKDAY = 8;

  private final LocalDate origin;
  private final DailyCounts trucks;
  private final double[] weekday = new double[WEEKDAYS];
  private final double[] tet = new double[2 * TET_REACH + 1];

  /**
   * @param origin the first day that nothing is known of
   * @param trucks of the days on which the place is not known to have been shut
   */
  TruckPace(LocalDate origin, DailyCounts trucks) {
    this.origin = origin;
    this.trucks = trucks;
    weighWeekdays();
    weighTet();
  }

  /** Whether a year before tells enough of every weekday. */
  boolean isKnown() {
    return !Double.isNaN(weekday[0]);
  }

  /** Whether every day of a month has a weight; without it, no earlier Tết is known. */
  boolean knows(YearMonth month) {
    return month
        .atDay(1)
        .datesUntil(month.atEndOfMonth().plusDays(1))
        .noneMatch(day -> Double.isNaN(weight(day)));
  }

  /** How many trucks a day is to be expected to have, an average day having one. */
  double weight(LocalDate day) {
    int offset = offset(day);
    double usual = weekday[DailyCounts.weekday(day)];
    return Math.abs(offset) > TET_REACH ? usual : usual * tet[offset + TET_REACH];
  }

  private void weighWeekdays() {
    double[] sums = new double[WEEKDAYS];
    int[] days = new int[WEEKDAYS];
    for (int back = 1; back <= DAYS_BEFORE; back++) {
      LocalDate day = origin.minusDays(back);
      double known = known(day);
      if (!Double.isNaN(known) && Math.abs(offset(day)) > TET_REACH) {
        sums[DailyCounts.weekday(day)] += known;
        days[DailyCounts.weekday(day)]++;
      }
    }
    double all = 0;
    for (int i = 0; i < WEEKDAYS; i++) {
      weekday[i] = days[i] < FEWEST_OF_A_WEEKDAY ? Double.NaN : sums[i] / days[i];
      all += weekday[i] / WEEKDAYS;
    }
    for (int i = 0; i < WEEKDAYS; i++) {
      weekday[i] = all > 0 ? weekday[i] / all : Double.NaN;
    }
  }

  /**
   * Trucks of all earlier years over what their base and the weekday would have made of the day.
   */
  private void weighTet() {
    double[] came = new double[tet.length];
    double[] usual = new double[tet.length];
    for (int year = trucks.start().getYear(); year <= origin.getYear(); year++) {
      LocalDate first = Festival.TET.firstDay(year);
      double base = base(first);
      for (int offset = -TET_REACH; offset <= TET_REACH; offset++) {
        LocalDate day = first.plusDays(offset);
        double known = known(day);
        double expected = base * weekday[DailyCounts.weekday(day)];
        if (!Double.isNaN(known) && expected > 0) {
          came[offset + TET_REACH] += known;
          usual[offset + TET_REACH] += expected;
        }
      }
    }
    Arrays.setAll(tet, i -> usual[i] > 0 ? came[i] / usual[i] : Double.NaN);
  }

  /** The mean of three weeks before the build-up; {@code NaN} with less than two of them known. */
  private double base(LocalDate tetDay) {
    double[] days =
        tetDay
            .plusDays(Festival.BASE_FROM)
            .datesUntil(tetDay.plusDays(Festival.BASE_TO + 1L))
            .mapToDouble(this::known)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return days.length < Festival.FEWEST_BASE_DAYS
        ? Double.NaN
        : Arrays.stream(days).average().orElseThrow();
  }

  private double known(LocalDate day) {
    return day.isBefore(origin) ? trucks.value(day) : Double.NaN;
  }

  /** Days from the nearest Tết, negative before; it never lies before 21 January. */
  private static int offset(LocalDate day) {
    int year = day.plusDays(TET_REACH).getYear();
    return (int) Festival.TET.firstDay(year).until(day, ChronoUnit.DAYS);
  }
}
