package org.bienmau.reference;

import java.util.ArrayList;
import java.util.List;
import org.bienmau.series.LunarCalendar;

/** The first days of the lunar years that series are adjusted for. */
final class LunarHolidays {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2035;
  private static final String SOURCE =
      "Computed by org.bienmau.series.LunarCalendar (Meeus, Astronomical Algorithms; GB/T 33661-2017)";

  private LunarHolidays() {}

  static List<Holiday> all() {
    List<Holiday> holidays = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      holidays.add(
          new Holiday(
              "VN",
              year,
              LunarCalendar.vietnam().newYear(year),
              "Tết Nguyên Đán",
              "Lunar New Year in Vietnam",
              SOURCE));
      holidays.add(
          new Holiday(
              "CN",
              year,
              LunarCalendar.china().newYear(year),
              "Xuân tiết",
              "Spring Festival in China",
              SOURCE));
    }
    return List.copyOf(holidays);
  }
}
