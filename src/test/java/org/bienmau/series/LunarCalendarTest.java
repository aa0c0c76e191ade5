package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.time4j.PlainDate;
import net.time4j.calendar.ChineseCalendar;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.VietnameseCalendar;
import org.junit.jupiter.api.Test;

class LunarCalendarTest {
  private static final LunarCalendar VIETNAM = LunarCalendar.vietnam();
  private static final LunarCalendar CHINA = LunarCalendar.china();

  @Test
  void tet_falls_on_the_days_that_an_independent_calendar_gives() {
    assertThat(disagreements(VIETNAM, LunarCalendarTest::tetOfTime4j)).isEmpty();
  }

  @Test
  void the_spring_festival_falls_on_the_days_that_an_independent_calendar_gives() {
    assertThat(disagreements(CHINA, LunarCalendarTest::springFestivalOfTime4j)).isEmpty();
  }

  @Test
  void vietnam_and_china_begin_the_year_on_different_days_six_times() {
    assertThat(years().filter(year -> !VIETNAM.newYear(year).equals(CHINA.newYear(year))))
        .containsExactly(1968, 1969, 1985, 2007, 2030, 2053);
  }

  @Test
  void every_lunar_date_of_vietnam_until_2056_agrees_with_an_independent_calendar() {
    assertThat(days().filter(day -> !VIETNAM.lunarDate(day).equals(vietnameseOfTime4j(day))))
        .isEmpty();
  }

  @Test
  void every_lunar_date_of_china_until_2056_agrees_with_an_independent_calendar() {
    assertThat(days().filter(day -> !CHINA.lunarDate(day).equals(chineseOfTime4j(day)))).isEmpty();
  }

  @Test
  void the_third_day_of_tet_2025_is_31_january() {
    assertThat(VIETNAM.lunarDate(LocalDate.of(2025, 1, 31)))
        .isEqualTo(new LunarDate(2025, 1, false, 3));
  }

  @Test
  void the_day_of_the_hung_kings_2025_is_7_april() {
    assertThat(VIETNAM.dayOf(2025, 3, 10)).isEqualTo(LocalDate.of(2025, 4, 7));
  }

  @Test
  void the_last_month_of_a_lunar_year_lies_in_the_next_gregorian_one() {
    assertThat(VIETNAM.dayOf(2024, 12, 23)).isEqualTo(LocalDate.of(2025, 1, 22));
  }

  @Test
  void days_are_counted_from_the_nearest_new_year() {
    assertThat(
            Stream.of("2025-01-15", "2025-01-29", "2025-02-03", "2024-12-31", "2024-06-30")
                .map(LocalDate::parse)
                .map(VIETNAM::daysFromNewYear))
        .containsExactly(-14, 0, 5, -29, 141);
  }

  @Test
  void a_year_without_verified_dates_is_refused() {
    assertThatThrownBy(() -> VIETNAM.newYear(1959))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot compute the lunar calendar of 1959: it is known from 1960 to 2100.");
  }

  private static List<String> disagreements(
      LunarCalendar calendar, Function<Integer, LocalDate> oracle) {
    return years()
        .filter(year -> !calendar.newYear(year).equals(oracle.apply(year)))
        .map(year -> "%s, not %s".formatted(calendar.newYear(year), oracle.apply(year)))
        .toList();
  }

  private static Stream<Integer> years() {
    return IntStream.rangeClosed(1960, 2100).boxed();
  }

  /**
   * Every fifth day up to 2056, so that each lunar month is met about six times. Later, five new
   * moons lie within 75 seconds of midnight, where two forecasts of the earth's rotation differ.
   */
  private static Stream<LocalDate> days() {
    LocalDate first = LocalDate.of(1960, 1, 1);
    return IntStream.range(0, 97 * 73).mapToObj(step -> first.plusDays(step * 5L));
  }

  private static LocalDate tetOfTime4j(int year) {
    return VietnameseCalendar.ofTet(year).transform(PlainDate.axis()).toTemporalAccessor();
  }

  private static LocalDate springFestivalOfTime4j(int year) {
    return ChineseCalendar.ofNewYear(year).transform(PlainDate.axis()).toTemporalAccessor();
  }

  private static LunarDate vietnameseOfTime4j(LocalDate day) {
    VietnameseCalendar date = PlainDate.from(day).transform(VietnameseCalendar.axis());
    return lunarDate(
        day, date.getMonth(), date.getDayOfMonth(), date.get(VietnameseCalendar.DAY_OF_YEAR));
  }

  private static LunarDate chineseOfTime4j(LocalDate day) {
    ChineseCalendar date = PlainDate.from(day).transform(ChineseCalendar.axis());
    return lunarDate(
        day, date.getMonth(), date.getDayOfMonth(), date.get(ChineseCalendar.DAY_OF_YEAR));
  }

  private static LunarDate lunarDate(
      LocalDate day, EastAsianMonth month, int dayOfMonth, int dayOfYear) {
    int year = day.minusDays(dayOfYear - 1L).getYear();
    return new LunarDate(year, month.getNumber(), month.isLeap(), dayOfMonth);
  }
}
