package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FestivalWindowTest {

  /** Counted by hand from the dates of Tết in an independent calendar. */
  @ParameterizedTest
  @CsvSource({
    "-15, 15, 0.6368, 0.3632, 0",
    "0, 15, 0.1421, 0.8246, 0.0333",
    "0, 7, 0.2632, 0.7368, 0",
    "7, 14, 0.0207, 0.8289, 0.1504",
    "-20, 20, 0.7171, 0.2829, 0",
    "0, 20, 0.1066, 0.8066, 0.0868",
  })
  void two_lunar_cycles_give_the_mean_share_of_each_month(
      int from, int days, double january, double february, double march) {
    double[] mean = new FestivalWindow("x", Festival.TET, from, days).meanShares(Frequency.MONTHLY);

    assertThat(Arrays.copyOf(mean, 3))
        .containsExactly(new double[] {january, february, march}, within(5e-5));
    assertThat(Arrays.stream(mean).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void a_late_tet_moves_the_stop_from_january_to_february() {
    // Tết: 2023-01-22, 2024-02-10.
    double[] stop = FestivalWindow.STOP.regressor(Frequency.MONTHLY, YearMonth.of(2023, 1), 24);
    double[] mean = FestivalWindow.STOP.meanShares(Frequency.MONTHLY);

    assertThat(stop[0]).isCloseTo(1 - mean[0], within(1e-12));
    assertThat(stop[1]).isCloseTo(-mean[1], within(1e-12));
    assertThat(stop[12]).isCloseTo(-mean[0], within(1e-12));
    assertThat(stop[13]).isCloseTo(1 - mean[1], within(1e-12));
  }

  @Test
  void the_shares_of_a_year_cancel_out() {
    for (FestivalWindow window : FestivalWindow.STANDARD) {
      double[] shares = window.regressor(Frequency.MONTHLY, YearMonth.of(2001, 1), 360);
      for (int year = 0; year < 30; year++) {
        double sum = Arrays.stream(shares, 12 * year, 12 * year + 12).sum();
        assertThat(sum)
            .describedAs("%s of %d", window.name(), 2001 + year)
            .isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void a_quarter_holds_the_shares_of_its_months() {
    double[] months =
        FestivalWindow.RESTART.regressor(Frequency.MONTHLY, YearMonth.of(2007, 4), 36);
    double[] quarters =
        FestivalWindow.RESTART.regressor(Frequency.QUARTERLY, YearMonth.of(2007, 4), 12);

    for (int i = 0; i < quarters.length; i++) {
      double sum = Arrays.stream(months, 3 * i, 3 * i + 3).sum();
      assertThat(quarters[i]).isCloseTo(sum, within(1e-12));
    }
  }

  @Test
  void the_same_window_of_both_festivals_differs_only_where_the_calendars_do() {
    double[] tet =
        new FestivalWindow("t", Festival.TET, 0, 13)
            .regressor(Frequency.MONTHLY, YearMonth.of(1990, 1), 552);
    double[] spring =
        new FestivalWindow("s", Festival.SPRING_FESTIVAL, 0, 13)
            .regressor(Frequency.MONTHLY, YearMonth.of(1990, 1), 552);

    assertThat(
            IntStream.range(0, tet.length)
                .filter(i -> Math.abs(tet[i] - spring[i]) > 0.01)
                .mapToObj(i -> YearMonth.of(1990, 1).plusMonths(i).toString()))
        .containsExactly("2007-02", "2007-03");
  }

  @Test
  void the_worked_example_of_the_page_is_right() throws Exception {
    double[] mean = FestivalWindow.STOP.meanShares(Frequency.MONTHLY);
    double[] stop = FestivalWindow.STOP.regressor(Frequency.MONTHLY, YearMonth.of(2023, 1), 36);

    StringBuilder rows = new StringBuilder();
    for (int year = 0; year < 3; year++) {
      double centred = stop[12 * year];
      rows.append(
          String.format(
              Locale.ROOT,
              "| January %d | %s | %.1f | %.4f | %.4f |%n",
              2023 + year,
              Festival.TET.firstDay(2023 + year),
              centred + mean[0],
              centred,
              Math.exp(-0.5 * centred)));
    }
    assertThat(MethodPage.of("seasonal-adjustment"))
        .contains(rows)
        .contains(String.format(Locale.ROOT, "mean share is %.4f", mean[0]));
  }

  @Test
  void a_window_without_days_is_refused() {
    assertThatThrownBy(() -> new FestivalWindow("x", Festival.TET, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot make a window of 0 days for x: it has 1 to 60.");
  }

  @Test
  void a_year_without_a_known_new_year_is_refused() {
    assertThatThrownBy(() -> Festival.TET.firstDay(2101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot tell the lunar new year of 2101: it is known from 1960 to 2100.");
  }
}
