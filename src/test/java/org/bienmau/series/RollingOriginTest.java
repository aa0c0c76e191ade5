package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollingOriginTest {

  @Test
  void the_model_beats_last_year_where_tet_moves() {
    double regarima = 0;
    double naive = 0;
    int inside = 0;
    int forecasts = 0;
    for (int seed = 60; seed < 64; seed++) {
      Scored scored = evaluate(Simulated.usual(seed).series());
      assertThat(scored.origins()).isEqualTo(8);
      ForecastScore model = score(scored, ForecastScore.Method.REGARIMA, 0);
      regarima += model.mase();
      naive += score(scored, ForecastScore.Method.SEASONAL_NAIVE, 0).mase();
      inside += (int) Math.round(model.coverage95() * model.forecasts());
      forecasts += model.forecasts();
    }

    assertThat(regarima).isLessThan(0.75 * naive);
    assertThat((double) inside / forecasts).isBetween(0.88, 1.0);
  }

  @Test
  void every_origin_meets_the_months_that_are_left() {
    Scored scored = evaluate(Simulated.usual(65).series());

    // Eight origins half a year apart: the last meets six months.
    assertThat(score(scored, ForecastScore.Method.REGARIMA, 0).forecasts()).isEqualTo(7 * 12 + 6);
    assertThat(score(scored, ForecastScore.Method.REGARIMA, 1).forecasts()).isEqualTo(8);
    assertThat(score(scored, ForecastScore.Method.REGARIMA, 12).forecasts()).isEqualTo(7);
  }

  @Test
  void a_series_of_four_years_leaves_nothing_to_compare_with() {
    TimeSeries raw = Simulated.quiet(1, 48).series();

    assertThat(RollingOrigin.standard().evaluate(raw, List.of()))
        .isEqualTo(
            new Refused(
                raw,
                Refusal.TOO_SHORT,
                "There are 48 periods; forecasts are evaluated from 49 on."));
  }

  /** Six values a thousand times the others: from one origin the engine forecasts no number. */
  @Test
  void forecasts_without_a_value_are_no_forecasts() {
    String thousands =
        """
        5861 - 304 512 3365 - 288 15415 4703 971 69 -
        3295025 - - 2985 362 2327 1441 1093 233 - 133 -
        1304 - 389 278 2286 3436 1176 - 4270 1479 800 -
        1336 538 873 1629 57327182 200 1328 720 2587 4267 7097742 3013
        5019 369 469 3204088 254 - 9833590 1012 3276 1082 18506057 1655
        """;
    double[] values =
        Arrays.stream(thousands.trim().split("\\s+"))
            .mapToDouble(value -> value.equals("-") ? Double.NaN : Double.parseDouble(value))
            .toArray();
    TimeSeries raw = TimeSeries.monthly(YearMonth.of(2021, 1), values);

    assertThat(RollingOrigin.standard().evaluate(raw, List.of()))
        .isEqualTo(new Refused(raw, Refusal.ENGINE_FAILED, "It gave forecasts without a value."));
  }

  @Test
  void the_seasonal_naive_forecast_is_last_year_s_value_within_its_usual_change() {
    double[] values = new double[24];
    Arrays.fill(values, 0, 12, 100);
    // Changes of plus and minus ten per cent in turn: the deviation is ln 1.1.
    for (int i = 12; i < 24; i++) {
      values[i] = i % 2 == 0 ? 110 : 100 / 1.1;
    }

    Forecast january =
        SeasonalNaive.forecasts(TimeSeries.monthly(YearMonth.of(2022, 1), values)).get(0);
    double t = new Student(12).quantile(0.975);
    assertThat(january.period()).isEqualTo(YearMonth.of(2024, 1));
    assertThat(january.median()).isCloseTo(110, within(1e-9));
    assertThat(january.high95()).isCloseTo(110 * Math.pow(1.1, t), within(1e-6));
    assertThat(january.low95()).isCloseTo(110 / Math.pow(1.1, t), within(1e-6));
  }

  @Test
  void a_month_unknown_last_year_is_taken_from_the_year_before_with_a_wider_interval() {
    double[] values =
        IntStream.range(0, 36).mapToDouble(i -> 100 + i % 12 + (i / 12) % 2).toArray();
    values[24] = Double.NaN;

    List<Forecast> forecasts =
        SeasonalNaive.forecasts(TimeSeries.monthly(YearMonth.of(2021, 1), values));
    assertThat(forecasts.get(0).median()).isCloseTo(101, within(1e-9));
    assertThat(width(forecasts.get(0)) / width(forecasts.get(1)))
        .isCloseTo(Math.sqrt(2), within(1e-9));
  }

  @Test
  void the_worked_example_of_the_page_is_right() throws Exception {
    // Two years of quarters, then three quarters that were forecast.
    TimeSeries known =
        new TimeSeries(
            Frequency.QUARTERLY,
            YearMonth.of(2022, 1),
            new double[] {80, 100, 120, 100, 90, 104, 126, 104});
    double scale = SeasonalNaive.meanAbsoluteChange(known);
    ScoreSums sums = new ScoreSums(ForecastScore.Method.SEASONAL_NAIVE, 4);
    TimeSeries actual =
        new TimeSeries(
            Frequency.QUARTERLY,
            YearMonth.of(2022, 1),
            new double[] {80, 100, 120, 100, 90, 104, 126, 104, 96, 101, 141});
    sums.add(8, SeasonalNaive.forecasts(known), actual, scale);

    StringBuilder rows = new StringBuilder();
    for (int h = 1; h <= 3; h++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "| %d | %.0f | %.0f | %.2f |%n",
              h,
              known.value(3 + h),
              actual.value(7 + h),
              sums.scores().get(h).mase()));
    }
    assertThat(scale).isEqualTo(6);
    assertThat(sums.scores().get(0).mase()).isCloseTo(1.33, within(0.005));
    assertThat(MethodPage.of("forecast")).contains(rows).contains("MASE is 1.33");
  }

  private static double width(Forecast forecast) {
    return Math.log(forecast.high95() / forecast.low95());
  }

  private static Scored evaluate(TimeSeries series) {
    return (Scored) RollingOrigin.standard().evaluate(series, List.of());
  }

  private static ForecastScore score(Scored scored, ForecastScore.Method method, int horizon) {
    return scored.scores().stream()
        .filter(score -> score.method() == method && score.horizon() == horizon)
        .findFirst()
        .orElseThrow();
  }
}
