package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnoverNowcastTest {
  private static final YearMonth JUNE = YearMonth.of(2023, 6);

  @Test
  void the_worked_example_of_the_page_is_right() throws Exception {
    DailyCounts trucks =
        days(
            LocalDate.of(2023, 2, 13),
            LocalDate.of(2023, 6, 10),
            day -> day.equals(LocalDate.of(2023, 6, 10)) ? 130 : usual(day));
    TimeSeries turnover = TimeSeries.monthly(YearMonth.of(2023, 3), 51.0e6, 52.8e6, 53.55e6);

    TurnoverNowcast.Made made = made(trucks, turnover, JUNE, 10);
    String page = MethodPage.of("nowcast");
    for (YearMonth month = YearMonth.of(2023, 3);
        month.isBefore(JUNE);
        month = month.plusMonths(1)) {
      double value = turnover.value(month.getMonthValue() - 3);
      assertThat(page)
          .contains(
              String.format(
                  Locale.ROOT,
                  "| %s | %.2f million | %,.0f | %,.0f |",
                  month,
                  value / 1e6,
                  trucks.sum(month),
                  value / trucks.sum(month)));
    }
    assertThat(page)
        .contains(
            String.format(
                Locale.ROOT,
                "| %.0f | %.2f %% | %,.1f | %,.0f | %.2f million |",
                made.trucksSoFar(),
                100 * made.share(),
                made.trucks(),
                made.perTruck(),
                made.value() / 1e6));
    // By hand: nine days of 90 and a Sunday of 30, of 26 and 4.
    assertThat(made.share()).isCloseTo(840.0 / 2460, within(1e-12));
    assertThat(made.value()).isCloseTo(880 * 2460 / 840.0 * 157.35e6 / 7500, within(1e-3));
  }

  /** Tết of 2022 was 1 February, that of 2023 is 22 January: as many days after it are slack. */
  @Test
  void the_days_around_tet_weigh_what_they_did_around_the_last_one() {
    DailyCounts trucks =
        days(
            LocalDate.of(2021, 11, 1),
            LocalDate.of(2023, 1, 15),
            day -> isTetWeek(day, LocalDate.of(2022, 2, 1)) ? 0 : 100);

    TurnoverNowcast.Made made = made(trucks, flat(trucks), YearMonth.of(2023, 1), 15);
    assertThat(made.share()).isCloseTo(15.0 / 24, within(1e-12));
    assertThat(made.trucks()).isCloseTo(2400, within(1e-9));
  }

  @Test
  void a_first_tet_is_not_guessed() {
    DailyCounts trucks = days(LocalDate.of(2022, 6, 1), LocalDate.of(2023, 1, 15), day -> 100);

    assertThat(at(trucks, flat(trucks), List.of(), YearMonth.of(2023, 1), 15, 1))
        .isEqualTo(
            new TurnoverNowcast.NotMade(
                TurnoverNowcast.Reason.NO_TET_BEFORE, "No Tết before 2023-01 is known."));
  }

  @Test
  void a_closure_that_is_over_takes_its_days_out_of_the_pace() {
    DailyCounts trucks =
        days(LocalDate.of(2022, 6, 1), LocalDate.of(2023, 6, 10), day -> isShut(day) ? 0 : 100);
    List<Closure> closures =
        List.of(new Closure("storm", LocalDate.of(2023, 6, 3), LocalDate.of(2023, 6, 6)));

    TurnoverNowcast.Made open =
        (TurnoverNowcast.Made) at(trucks, flat(trucks), closures, JUNE, 10, 1);
    assertThat(open.trucks()).isCloseTo(2600, within(1e-9));
    assertThat(at(trucks, flat(trucks), closures, JUNE, 6, 1))
        .isEqualTo(
            new TurnoverNowcast.NotMade(
                TurnoverNowcast.Reason.CLOSED, "The place was open on 2 of 6 days."));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "2023-06-09, 10, 6, DAYS_MISSING, No number is known of 2023-06-10.",
        "2023-06-10, 10, 2, TOO_FEW_MONTHS, 'Of the six months up to 2023-05, 2 have turnover and trucks of these sources; 3 are needed.'",
      })
  void what_is_not_known_is_not_guessed(
      LocalDate last, int day, int months, TurnoverNowcast.Reason reason, String detail) {
    DailyCounts trucks = days(LocalDate.of(2022, 6, 1), last, TurnoverNowcastTest::usual);
    double[] turnover = new double[months];
    Arrays.fill(turnover, 1e6);

    assertThat(
            at(
                trucks,
                TimeSeries.monthly(JUNE.minusMonths(months), turnover),
                List.of(),
                JUNE,
                day,
                1))
        .isEqualTo(new TurnoverNowcast.NotMade(reason, detail));
  }

  @Test
  void a_month_without_trucks_so_far_and_a_young_series_are_refused() {
    DailyCounts none =
        days(
            LocalDate.of(2022, 6, 1),
            LocalDate.of(2023, 6, 10),
            day -> YearMonth.from(day).equals(JUNE) ? 0 : 100);
    assertThat(reason(at(none, flat(none), List.of(), JUNE, 10, 1)))
        .isEqualTo(TurnoverNowcast.Reason.NO_TRUCKS);
    DailyCounts young = days(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 6, 10), day -> 100);
    assertThat(reason(at(young, flat(young), List.of(), JUNE, 10, 1)))
        .isEqualTo(TurnoverNowcast.Reason.TOO_FEW_DAYS);
  }

  @Test
  void a_whole_month_of_trucks_needs_no_pace() {
    DailyCounts trucks = days(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 6, 30), day -> 100);

    TurnoverNowcast.Made made = made(trucks, flat(trucks), JUNE, 30);
    assertThat(made.share()).isEqualTo(1);
    assertThat(made.trucks()).isEqualTo(3000);
  }

  /** What came later must not be seen: later days and turnovers change no earlier nowcast. */
  @Test
  void nothing_that_came_later_is_used() {
    DailyCounts known = random(3, LocalDate.of(2021, 1, 1), LocalDate.of(2023, 6, 30));
    double[] otherDays = known.values();
    for (int i = 0; i < otherDays.length; i++) {
      otherDays[i] *= known.start().plusDays(i).isAfter(LocalDate.of(2022, 9, 10)) ? 7 : 1;
    }
    TimeSeries turnover = turnover(known, 0.1, 5);
    double[] otherMonths = turnover.values();
    Arrays.setAll(otherMonths, i -> otherMonths[i] * (i >= 20 ? 11 : 1));
    YearMonth september = YearMonth.of(2022, 9);

    assertThat(turnover.period(20)).isEqualTo(september);
    assertThat(made(known, turnover, september, 10))
        .isEqualTo(
            made(
                new DailyCounts(known.start(), otherDays),
                turnover.with(otherMonths),
                september,
                10));
  }

  @Test
  void an_interval_is_the_error_of_a_rank() {
    List<Double> nineteen = new Random(1).doubles(19).boxed().toList();
    List<Double> sorted = nineteen.stream().sorted().toList();

    assertThat(NowcastHistory.reach(nineteen, 95)).isEqualTo(sorted.get(18));
    assertThat(NowcastHistory.reach(nineteen, 80)).isEqualTo(sorted.get(15));
    assertThat(NowcastHistory.reach(nineteen.subList(0, 18), 95)).isNaN();
    assertThat(NowcastHistory.reach(nineteen.subList(0, 4), 80))
        .isEqualTo(nineteen.subList(0, 4).stream().max(Double::compare).orElseThrow());
    assertThat(NowcastHistory.reach(nineteen.subList(0, 3), 80)).isNaN();
  }

  @Test
  void past_months_are_scored_in_the_situation_of_the_running_one() {
    DailyCounts trucks = random(3, LocalDate.of(2021, 1, 1), LocalDate.of(2023, 6, 12));
    TimeSeries turnover = turnover(trucks, 0.1, 5).slice(0, 28);

    List<NowcastHistory.Entry> entries =
        NowcastHistory.of(new TurnoverNowcast(trucks, turnover, List.of()));
    List<NowcastHistory.Entry> running =
        entries.stream().filter(entry -> entry.month().isAfter(YearMonth.of(2023, 4))).toList();
    assertThat(running)
        .extracting(
            NowcastHistory.Entry::month,
            NowcastHistory.Entry::day,
            NowcastHistory.Entry::monthsBack)
        .containsExactly(tuple(YearMonth.of(2023, 5), 31, 1), tuple(JUNE, 12, 2));
    assertThat(entries).filteredOn(entry -> entry.day() == 12).hasSize(29);
    // Of June's situation, the errors of all months up to April whose nowcast could be made.
    long made =
        entries.stream()
            .filter(entry -> entry.day() == 12 && entry.month().isBefore(JUNE))
            .filter(entry -> entry.outcome() instanceof TurnoverNowcast.Made)
            .count();
    assertThat(running.get(1).errors()).isEqualTo((int) made);
  }

  @Test
  void turnover_of_half_a_year_ago_is_too_old() {
    DailyCounts trucks = random(3, LocalDate.of(2021, 1, 1), LocalDate.of(2023, 6, 12));
    TimeSeries turnover = turnover(trucks, 0.1, 5).slice(0, 24);

    List<NowcastHistory.Entry> entries =
        NowcastHistory.of(new TurnoverNowcast(trucks, turnover, List.of()));
    assertThat(entries.get(0).outcome())
        .isEqualTo(
            new TurnoverNowcast.NotMade(
                TurnoverNowcast.Reason.TURNOVER_TOO_OLD,
                "The newest turnover is of 2022-12; it may be 3 months old."));
  }

  /** Of 60 places and their last two years; the errors of a place are alike, not the places. */
  @Test
  void intervals_hold_as_often_as_they_say() {
    int[] held = new int[2];
    int[] all = new int[2];
    for (int place = 0; place < 60; place++) {
      DailyCounts trucks = random(place, LocalDate.of(2018, 1, 1), LocalDate.of(2023, 12, 31));
      TimeSeries turnover = turnover(trucks, 0.15, place);
      for (NowcastHistory.Entry entry :
          NowcastHistory.of(new TurnoverNowcast(trucks, turnover, List.of()))) {
        if (entry.outcome() instanceof TurnoverNowcast.Made made && entry.errors() >= 19) {
          double actual = turnover.value(turnover.indexOf(entry.month()));
          double error = Math.abs(Math.log(actual / made.value()));
          int which = entry.day() == 10 ? 0 : 1;
          held[which] += error <= entry.reach80() ? 1 : 0;
          all[which]++;
        }
      }
    }

    assertThat((double) held[0] / all[0]).isBetween(0.77, 0.86);
    assertThat((double) held[1] / all[1]).isBetween(0.77, 0.86);
  }

  private static TurnoverNowcast.Made made(
      DailyCounts trucks, TimeSeries turnover, YearMonth month, int day) {
    return (TurnoverNowcast.Made) at(trucks, turnover, List.of(), month, day, 1);
  }

  private static TurnoverNowcast.Outcome at(
      DailyCounts trucks,
      TimeSeries turnover,
      List<Closure> closures,
      YearMonth month,
      int day,
      int back) {
    return new TurnoverNowcast(trucks, turnover, closures).at(month, day, back);
  }

  private static TurnoverNowcast.Reason reason(TurnoverNowcast.Outcome outcome) {
    return ((TurnoverNowcast.NotMade) outcome).reason();
  }

  private static double usual(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? 30 : 90;
  }

  private static boolean isTetWeek(LocalDate day, LocalDate tet) {
    return !day.isBefore(tet.minusDays(1)) && day.isBefore(tet.plusDays(6));
  }

  private static boolean isShut(LocalDate day) {
    return YearMonth.from(day).equals(JUNE) && day.getDayOfMonth() >= 3 && day.getDayOfMonth() <= 6;
  }

  private static DailyCounts days(LocalDate first, LocalDate last, ToDoubleFunction<LocalDate> of) {
    return new DailyCounts(first, first.datesUntil(last.plusDays(1)).mapToDouble(of).toArray());
  }

  /** 20,000 a truck in each month with all its days. */
  private static TimeSeries flat(DailyCounts trucks) {
    return turnover(trucks, 0, 1);
  }

  private static TimeSeries turnover(DailyCounts trucks, double noise, int seed) {
    Random random = new Random(seed);
    YearMonth start = YearMonth.from(trucks.start());
    TimeSeries frame = TimeSeries.monthly(start);
    double[] values = new double[frame.indexOf(YearMonth.from(trucks.end())) + 1];
    Arrays.setAll(
        values,
        i -> 20_000 * trucks.sum(start.plusMonths(i)) * Math.exp(noise * random.nextGaussian()));
    return frame.with(values);
  }

  private static DailyCounts random(int seed, LocalDate first, LocalDate last) {
    Random random = new Random(seed);
    return days(first, last, day -> Math.rint(usual(day) * Math.exp(0.3 * random.nextGaussian())));
  }
}
