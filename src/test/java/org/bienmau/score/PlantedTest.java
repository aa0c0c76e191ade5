package org.bienmau.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bienmau.series.LunarCalendar;
import org.bienmau.series.TimeSeries;
import org.junit.jupiter.api.Test;

/** The series that methods are scored on hold what they are said to hold. */
final class PlantedTest {

  @Test
  void the_almanac_s_days_of_tet_are_those_of_the_calendar() {
    for (int year = 2009; year <= 2034; year++) {
      assertThat(PlantedTet.of(year)).isEqualTo(LunarCalendar.vietnam().newYear(year));
    }
  }

  @Test
  void an_index_gives_the_same_series_every_time_and_another_gives_another() {
    PlantedSeries one = PlantedSeries.of(7, 3);

    assertThat(PlantedSeries.of(7, 3).known()).isEqualTo(one.known());
    assertThat(PlantedSeries.of(7, 3).later()).isEqualTo(one.later());
    assertThat(PlantedSeries.of(7, 4).known()).isNotEqualTo(one.known());
    assertThat(PlantedSeries.of(8, 3).known()).isNotEqualTo(one.known());
  }

  @Test
  void series_end_in_any_month_and_are_of_many_lengths_with_everything_in_some() {
    List<PlantedSeries> all =
        IntStream.range(0, 200).mapToObj(i -> PlantedSeries.of(7, i)).toList();

    assertThat(all).allSatisfy(one -> assertThat(one.known().size()).isBetween(72, 156));
    assertThat(all.stream().map(one -> one.known().period(one.known().size() - 1).getMonth()))
        .contains(java.time.Month.values());
    assertThat(all.stream().filter(one -> one.closures().isEmpty()).count()).isBetween(90L, 150L);
    assertThat(all.stream().filter(one -> one.shifts().isEmpty()).count()).isBetween(110L, 170L);
    assertThat(all.stream().mapToInt(one -> one.anomalies().size()).sum()).isBetween(120, 240);
    assertThat(all)
        .allSatisfy(
            one ->
                assertThat(one.anomalies().keySet())
                    .noneMatch(
                        month ->
                            one.closures().stream().anyMatch(closure -> closure.touches(month))));
  }

  /** Java's random numbers of seeds next to each other begin alike. */
  @Test
  void series_next_to_each_other_begin_with_numbers_far_apart() {
    double[] first =
        IntStream.range(0, 100).mapToDouble(i -> Seeds.of(7, 1, i).nextDouble()).toArray();

    assertThat(Arrays.stream(first).filter(number -> number < 0.25).count()).isBetween(12L, 40L);
    assertThat(Arrays.stream(first).filter(number -> number > 0.75).count()).isBetween(12L, 40L);
  }

  /** Of two months next to each other only the one with the anomaly moves by its size. */
  @Test
  void what_is_planted_stands_in_the_values() {
    PlantedSeries planted =
        IntStream.range(0, 200)
            .mapToObj(i -> PlantedSeries.of(7, i))
            .filter(one -> one.anomalies().values().stream().anyMatch(size -> size < -0.8))
            .findFirst()
            .orElseThrow();
    Map.Entry<YearMonth, Double> worst =
        planted.anomalies().entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    TimeSeries known = planted.known();
    int at = known.indexOf(worst.getKey());
    double usual = Math.sqrt(known.value(at - 12) * known.value(at + 12));

    assertThat(Math.log(known.value(at) / usual)).isCloseTo(worst.getValue(), within(0.3));
  }

  @Test
  void the_share_of_a_window_counts_days() {
    // Tết of 2024 was on 10 February: days -20 to -3 begin on 21 January, of which 11 days are
    // left.
    assertThat(PlantedTet.share(YearMonth.of(2024, 1), -20, -3))
        .isCloseTo(11 / 18.0, within(1e-12));
    assertThat(PlantedTet.share(YearMonth.of(2024, 2), -20, -3)).isCloseTo(7 / 18.0, within(1e-12));
    assertThat(PlantedTet.share(YearMonth.of(2024, 3), -20, -3)).isZero();
  }

  /** Effects that are planted on windows, and on nothing else, come back as they are. */
  @Test
  void the_truth_of_windows_is_what_was_planted_on_them() {
    TimeSeries frame = TimeSeries.monthly(YearMonth.of(2012, 1), new double[144]);
    double[] logs = new double[144];
    Arrays.setAll(
        logs,
        i ->
            0.2 * PlantedTet.share(frame.period(i), -20, -3)
                - 0.5 * PlantedTet.share(frame.period(i), -2, 7));

    Map<String, Double> truth =
        TetTruth.of(frame, logs, List.of("tet_build_up", "tet_stop", "spring_festival_restart"));
    assertThat(truth.get("tet_build_up")).isCloseTo(0.2, within(1e-9));
    assertThat(truth.get("tet_stop")).isCloseTo(-0.5, within(1e-9));
    assertThat(truth.get("spring_festival_restart")).isCloseTo(0, within(1e-9));
  }

  @Test
  void a_closure_takes_its_days_from_the_month() {
    PlantedTet none = new PlantedTet(-7, 0, 0, 1, 1);
    PlantedClosure closure =
        new PlantedClosure(
            new org.bienmau.series.Closure(
                "shut", LocalDate.of(2023, 9, 1), LocalDate.of(2023, 9, 30)),
            0.25);

    double open = Days.noisy(YearMonth.of(2023, 9), none, List.of(), new java.util.Random(1));
    double shut =
        Days.noisy(YearMonth.of(2023, 9), none, List.of(closure), new java.util.Random(1));
    assertThat(shut / open).isCloseTo(0.25, within(1e-12));
    assertThat(closure.touches(YearMonth.of(2023, 10))).isFalse();
  }
}
