package org.bienmau.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The lunisolar calendar of Vietnam or China: the day of Tết or the Spring Festival and every lunar
 * date from 1960 to 2100, computed from new moons and solar terms.
 *
 * <p>A month begins on the local day of a new moon. The month that holds the winter solstice is the
 * eleventh; where thirteen months lie between two of them, the first without a principal solar term
 * is the leap month (GB/T 33661-2017). The two countries differ where an hour of time zone moves a
 * new moon or a solstice over midnight: Tết of 1968, 1969, 1985, 2007, 2030 and 2053.
 *
 * <p>From 2057 on, five months other than the first begin within 75 seconds of midnight; their
 * first day depends on how the earth's rotation is forecast.
 */
public final class LunarCalendar implements Serializable {
  private static final int FIRST_YEAR = 1960;
  private static final int LAST_YEAR = 2100;

  /** North Vietnam left the Chinese reckoning (UTC+8) for its own zone (UTC+7) on this day. */
  private static final LocalDate OWN_ZONE_SINCE = LocalDate.of(1968, 1, 1);

  private static final LunarCalendar VIETNAM = new LunarCalendar(7);
  private static final LunarCalendar CHINA = new LunarCalendar(8);

  private final int hoursAheadOfUtc;

  private LunarCalendar(int hoursAheadOfUtc) {
    this.hoursAheadOfUtc = hoursAheadOfUtc;
  }

  /** The calendar of Vietnam: UTC+8 until 1967, UTC+7 from 1968. */
  public static LunarCalendar vietnam() {
    return VIETNAM;
  }

  /** The calendar of China: UTC+8. */
  public static LunarCalendar china() {
    return CHINA;
  }

  /**
   * Day 1 of lunar month 1: Tết Nguyên Đán in Vietnam, the Spring Festival in China.
   *
   * @param year Gregorian year, 1960 to 2100
   * @throws IllegalArgumentException if the year lies outside
   */
  public LocalDate newYear(int year) {
    return dayOf(year, 1, 1);
  }

  /**
   * The Gregorian day of a lunar day in an ordinary, not a leap, month.
   *
   * @param year Gregorian year in which the lunar year begins, 1960 to 2100
   * @param month 1 to 12
   * @param day 1 to 30
   * @throws IllegalArgumentException if the year lies outside
   */
  public LocalDate dayOf(int year, int month, int day) {
    requireKnown(year);
    // Months 11 and 12 of a lunar year belong to the winter that opens the next solar year.
    return monthsFrom(month < 11 ? year - 1 : year).stream()
        .filter(known -> known.number() == month && !known.leap())
        .findFirst()
        .map(known -> known.firstDay().plusDays(day - 1L))
        .orElseThrow(() -> new IllegalStateException("No lunar month " + month + " in " + year));
  }

  /**
   * The lunar date of a Gregorian day.
   *
   * @throws IllegalArgumentException if its year lies outside 1960 to 2100
   */
  public LunarDate lunarDate(LocalDate day) {
    requireKnown(day.getYear());
    int winter = day.getYear() - (day.isBefore(monthOfSolstice(day.getYear())) ? 1 : 0);
    Month month =
        monthsFrom(winter).stream()
            .filter(known -> !known.firstDay().isAfter(day))
            .reduce((earlier, later) -> later)
            .orElseThrow(() -> new IllegalStateException("No lunar month holds " + day));
    int year = month.number() < 11 ? winter + 1 : winter;
    int inMonth = (int) ChronoUnit.DAYS.between(month.firstDay(), day) + 1;
    return new LunarDate(year, month.number(), month.leap(), inMonth);
  }

  /** Days from the nearest lunar new year to {@code day}; negative before it, 0 on it. */
  public int daysFromNewYear(LocalDate day) {
    int nearest = Integer.MAX_VALUE;
    for (int year = day.getYear(); year <= day.getYear() + 1 && year <= LAST_YEAR; year++) {
      int days = (int) ChronoUnit.DAYS.between(newYear(year), day);
      nearest = Math.abs(days) < Math.abs(nearest) ? days : nearest;
    }
    return nearest;
  }

  /** The months from the eleventh of {@code winter} up to the next eleventh, which is left out. */
  private List<Month> monthsFrom(int winter) {
    LocalDate start = monthOfSolstice(winter);
    LocalDate end = monthOfSolstice(winter + 1);
    List<LocalDate> firstDays = firstDays(start, end);
    boolean leapYear = firstDays.size() == 13;
    List<Month> months = new ArrayList<>();
    int number = 11;
    boolean leapPassed = false;
    for (int i = 0; i < firstDays.size(); i++) {
      LocalDate next = i + 1 < firstDays.size() ? firstDays.get(i + 1) : end;
      boolean leap = leapYear && !leapPassed && i > 0 && !holdsTerm(firstDays.get(i), next);
      leapPassed |= leap;
      number = i == 0 || leap ? number : number % 12 + 1;
      months.add(new Month(firstDays.get(i), number, leap));
    }
    return months;
  }

  private List<LocalDate> firstDays(LocalDate start, LocalDate end) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = start; day.isBefore(end); day = newMoonAfter(day)) {
      days.add(day);
    }
    return days;
  }

  private LocalDate monthOfSolstice(int year) {
    LocalDate solstice = LocalDate.of(year, 12, 15);
    while (!passesMultipleOf90(solstice)) {
      solstice = solstice.plusDays(1);
    }
    LocalDate moon = newMoonAfter(solstice.minusDays(32));
    for (LocalDate next = newMoonAfter(moon); !next.isAfter(solstice); next = newMoonAfter(moon)) {
      moon = next;
    }
    return moon;
  }

  private boolean passesMultipleOf90(LocalDate day) {
    return (int) (longitudeAtStartOf(day) / 90) != (int) (longitudeAtStartOf(day.plusDays(1)) / 90);
  }

  /**
   * Whether the sun enters a new twelfth of its path on a day from {@code from} before {@code to}.
   */
  private boolean holdsTerm(LocalDate from, LocalDate to) {
    return (int) (longitudeAtStartOf(from) / 30) != (int) (longitudeAtStartOf(to) / 30);
  }

  private double longitudeAtStartOf(LocalDate day) {
    return Astronomy.apparentSolarLongitude(Astronomy.julianDay(day) - hours(day) / 24.0);
  }

  private LocalDate newMoonAfter(LocalDate day) {
    long lunation = Astronomy.lunationNear(day) - 2;
    LocalDate moon = newMoon(lunation);
    while (!moon.isAfter(day)) {
      lunation++;
      moon = newMoon(lunation);
    }
    return moon;
  }

  private LocalDate newMoon(long lunation) {
    double universalTime = Astronomy.newMoon(lunation);
    return Astronomy.dayOf(universalTime + hours(Astronomy.dayOf(universalTime)) / 24.0);
  }

  private int hours(LocalDate day) {
    return day.isBefore(OWN_ZONE_SINCE) ? 8 : hoursAheadOfUtc;
  }

  private static void requireKnown(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException(
          "Cannot compute the lunar calendar of %d: it is known from %d to %d."
              .formatted(year, FIRST_YEAR, LAST_YEAR));
    }
  }

  private record Month(LocalDate firstDay, int number, boolean leap) {}
}
