package org.bienmau.series;

import java.time.LocalDate;

/** The lunar new year on either side of the border. */
public enum Festival {
  /** Tết Nguyên Đán in Vietnam. */
  TET(LunarCalendar.vietnam()),
  /** The Spring Festival in China; the same day as Tết but in six of the years 1960 to 2100. */
  SPRING_FESTIVAL(LunarCalendar.china());

  /**
   * What days around Tết are held against: from six weeks before it, when nobody builds up stocks
   * yet.
   */
  public static final int BASE_FROM = -42;

  /** Last day of the base: three weeks before Tết. */
  public static final int BASE_TO = -22;

  /** A base of fewer days than these is none. */
  public static final int FEWEST_BASE_DAYS = 14;

  private static final int FIRST_YEAR = 1960;
  private static final int LAST_YEAR = 2100;

  /** Computed once: a regressor asks for the same forty days again and again. */
  private final LocalDate[] firstDays = new LocalDate[LAST_YEAR - FIRST_YEAR + 1];

  Festival(LunarCalendar calendar) {
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      firstDays[year - FIRST_YEAR] = calendar.newYear(year);
    }
  }

  /**
   * Day 1 of lunar month 1.
   *
   * @param year Gregorian year, 1960 to 2100
   * @throws IllegalArgumentException if the year lies outside
   */
  public LocalDate firstDay(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException(
          "Cannot tell the lunar new year of %d: it is known from %d to %d."
              .formatted(year, FIRST_YEAR, LAST_YEAR));
    }
    return firstDays[year - FIRST_YEAR];
  }
}
