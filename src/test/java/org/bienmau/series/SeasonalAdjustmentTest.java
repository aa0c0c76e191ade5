package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeasonalAdjustmentTest {
  private static final SeasonalAdjustment METHOD = SeasonalAdjustment.standard();

  @Test
  void the_parts_make_up_the_series() {
    Simulated simulated = Simulated.usual(1);
    Adjusted adjusted = adjust(simulated.series());

    Components parts = adjusted.components();
    for (int i = 0; i < simulated.months(); i++) {
      double whole =
          parts.adjusted()[i] * parts.seasonal()[i] * parts.tet()[i] * parts.springFestival()[i];
      assertThat(whole / adjusted.raw().value(i)).isCloseTo(1, within(1e-9));
      assertThat(parts.trend()[i] * parts.irregular()[i] / parts.adjusted()[i])
          .isCloseTo(1, within(1e-9));
    }
    assertThat(adjusted.verdict()).isEqualTo(Verdict.GOOD);
    assertThat(adjusted.doubts()).isEmpty();
  }

  /** The coefficient alone would not show it: some declarations are estimated and left in. */
  @Test
  void the_festivals_leave_the_adjusted_series_of_both_methods() throws RefusedException {
    Simulated with = Simulated.usual(2);
    Simulated without = new Simulated(2, 144, 0.04, 0, 0, 0);
    List<Regressor> regressors = regressors(with.series(), FestivalWindow.STANDARD);

    double[] clean = TramoSeats.search(without.series(), List.of()).adjusted();
    assertThat(distance(TramoSeats.search(with.series(), regressors).adjusted(), clean))
        .isLessThan(0.02);
    assertThat(distance(X13.search(with.series(), regressors).fit().adjusted(), clean))
        .isLessThan(0.02);
    assertThat(distance(TramoSeats.search(with.series(), List.of()).adjusted(), clean))
        .isGreaterThan(0.08);
  }

  @Test
  void known_effects_lie_within_two_standard_errors() {
    double[] truth = {0.20, -0.50, -0.20};
    long hits =
        LongStream.range(100, 112)
            .mapToObj(seed -> fitted(Simulated.usual(seed).series()))
            .flatMapToDouble(
                fit ->
                    IntStream.range(0, truth.length)
                        .mapToDouble(i -> distance(fit.effects().get(i), truth[i])))
            .filter(distance -> distance <= 2)
            .count();

    assertThat(hits).isGreaterThanOrEqualTo(32);
  }

  /** A regressor that ended with the series would count as zero in January and February. */
  @Test
  void forecasts_know_the_festivals_to_come() {
    Simulated whole = new Simulated(3, 156, 0.01, 0.3, -1.0, -0.3);
    Adjusted adjusted = adjust(whole.series().slice(0, 144));

    for (int month = 0; month < 3; month++) {
      Forecast forecast = adjusted.forecasts().get(month);
      double actual = whole.series().value(144 + month);
      assertThat(forecast.period()).isEqualTo(YearMonth.of(2023, 1 + month));
      assertThat(forecast.median() / actual).isCloseTo(1, within(0.08));
    }
    assertThat(adjusted.forecasts()).hasSize(12);
  }

  @Test
  void a_series_adjusted_without_its_festivals_is_found_out() {
    TimeSeries series = Simulated.usual(4).series();

    Adjusted without = (Adjusted) METHOD.adjust(series, List.of(), List.of());
    assertThat(without.doubts()).contains(Doubt.FESTIVAL_LEFT);
    assertThat(without.verdict()).isEqualTo(Verdict.BAD);
    assertThat(without.diagnostics().festivalGain()).isNaN();
    assertThat(adjust(series).diagnostics().festivalGain()).isGreaterThan(50);
  }

  @Test
  void a_known_closure_stays_in_the_adjusted_series_and_out_of_trend_and_season() {
    double[] values = Simulated.usual(5).values();
    double[] open = values.clone();
    for (int i = 100; i < 104; i++) {
      values[i] *= 0.4;
    }
    TimeSeries series = TimeSeries.monthly(Simulated.START, values);
    Closure closure = new Closure("shut", LocalDate.of(2019, 5, 1), LocalDate.of(2019, 8, 31));

    Adjusted adjusted = (Adjusted) METHOD.adjust(series, List.of(closure));
    Effect effect = adjusted.effects().get(3);
    assertThat(effect.name()).isEqualTo("shut");
    assertThat(effect.coefficient()).isCloseTo(Math.log(0.4), within(2.5 * effect.standardError()));
    assertThat(adjusted.outliers())
        .allMatch(outlier -> outlier.period().isBefore(YearMonth.of(2019, 1)));
    Components parts = adjusted.components();
    Components undisturbed = adjust(TimeSeries.monthly(Simulated.START, open)).components();
    assertThat(parts.closures()[102]).isCloseTo(Math.exp(effect.coefficient()), within(1e-12));
    assertThat(parts.adjusted()[102] / undisturbed.adjusted()[102]).isCloseTo(0.4, within(0.03));
    assertThat(parts.trend()[102] / undisturbed.trend()[102]).isCloseTo(1, within(0.05));
    assertThat(parts.seasonal()[102] / undisturbed.seasonal()[102]).isCloseTo(1, within(0.03));
  }

  /** 22 days of May, all of June, 20 days of July: nearly a third of their trade is left. */
  @Test
  void a_closure_that_begins_and_ends_within_months_is_known_by_what_its_days_have_left() {
    double[] values = Simulated.usual(5).values();
    double[] shares = {22 / 31.0, 1, 20 / 31.0};
    for (int i = 0; i < shares.length; i++) {
      values[100 + i] *= 1 - shares[i] * (1 - 0.3);
    }
    TimeSeries series = TimeSeries.monthly(Simulated.START, values);
    Closure closure = new Closure("shut", LocalDate.of(2019, 5, 10), LocalDate.of(2019, 7, 20));

    Adjusted adjusted = (Adjusted) METHOD.adjust(series, List.of(closure));
    Effect effect = adjusted.effects().get(3);
    assertThat(effect.coefficient()).isCloseTo(Math.log(0.3), within(2.5 * effect.standardError()));
    assertThat(effect.standardError()).isLessThan(0.06);
    for (int i = 0; i < shares.length; i++) {
      assertThat(adjusted.components().closures()[100 + i])
          .isCloseTo(1 - shares[i] * (1 - 0.3), within(0.06));
    }
  }

  @Test
  void zeros_of_a_closed_gate_are_unknown_and_the_rest_is_adjusted() {
    double[] values = Simulated.usual(6).values();
    values[110] = 0;
    values[111] = 0;
    TimeSeries series = TimeSeries.monthly(Simulated.START, values);
    Closure closure = new Closure("shut", LocalDate.of(2020, 3, 10), LocalDate.of(2020, 4, 30));

    Adjusted adjusted = (Adjusted) METHOD.adjust(series, List.of(closure));
    Components parts = adjusted.components();
    assertThat(adjusted.raw().value(110)).isZero();
    assertThat(parts.adjusted()[110]).isNaN();
    assertThat(parts.irregular()[111]).isNaN();
    assertThat(parts.trend()[110]).isPositive();
    assertThat(adjusted.diagnostics().missing()).isEqualTo(2);
    assertThat(parts.adjusted()[112]).isPositive();
  }

  @Test
  void unknown_ends_are_left_aside_and_unknown_months_inside_bridged() {
    TimeSeries whole = Simulated.usual(7).series();
    double[] values = whole.values();
    values[0] = Double.NaN;
    values[1] = Double.NaN;
    values[143] = Double.NaN;
    values[70] = Double.NaN;
    Adjusted adjusted = adjust(whole.with(values));

    double[] inner = whole.slice(2, 143).values();
    inner[68] = Double.NaN;
    Adjusted trimmed = adjust(whole.slice(2, 143).with(inner));
    assertThat(adjusted.components().adjusted()[0]).isNaN();
    assertThat(adjusted.components().trend()[143]).isNaN();
    assertThat(adjusted.components().adjusted()[70]).isNaN();
    assertThat(adjusted.components().trend()[70]).isPositive();
    assertThat(adjusted.components().adjusted()[2]).isEqualTo(trimmed.components().adjusted()[0]);
    assertThat(adjusted.forecasts()).isEqualTo(trimmed.forecasts());
    assertThat(adjusted.forecasts().get(0).period()).isEqualTo(YearMonth.of(2022, 12));
  }

  @Test
  void another_unit_changes_the_scale_only() {
    TimeSeries series = Simulated.usual(8).series();
    double[] values = series.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 1e6;
    }

    Adjusted one = adjust(series);
    Adjusted million = adjust(series.with(values));
    for (int i = 0; i < values.length; i++) {
      assertThat(million.components().adjusted()[i] / one.components().adjusted()[i])
          .isCloseTo(1e6, within(1.0));
    }
    assertThat(million.diagnostics().model()).isEqualTo(one.diagnostics().model());
  }

  @Test
  void a_series_without_a_season_is_not_called_adjusted_well() {
    java.util.Random random = new java.util.Random(9);
    double[] values = new double[120];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(5 + 0.25 * random.nextGaussian());
    }

    Adjusted adjusted = adjust(TimeSeries.monthly(YearMonth.of(2013, 1), values));
    assertThat(adjusted.verdict()).isEqualTo(Verdict.BAD);
    assertThat(adjusted.doubts()).startsWith(Doubt.NO_IDENTIFIABLE_SEASON);
  }

  @Test
  void four_years_get_the_airline_model_and_two_windows() {
    Simulated simulated = new Simulated(10, 48, 0.03, 0.2, -0.5, 0);

    Adjusted adjusted = adjust(simulated.series());
    assertThat(adjusted.diagnostics().model()).isEqualTo("(0,1,1)(0,1,1)");
    assertThat(adjusted.effects())
        .extracting(Effect::name)
        .containsExactly("tet_build_up", "tet_stop");
    assertThat(adjusted.doubts()).contains(Doubt.SHORT);
    assertThat(adjusted.verdict()).isEqualTo(Verdict.UNCERTAIN);
  }

  @Test
  void quarters_are_adjusted_without_festivals_because_the_first_always_holds_them() {
    double[] months = Simulated.usual(11).values();
    double[] quarters = new double[48];
    for (int i = 0; i < months.length; i++) {
      quarters[i / 3] += months[i];
    }
    TimeSeries series = new TimeSeries(Frequency.QUARTERLY, Simulated.START, quarters);

    Adjusted adjusted = adjust(series);
    assertThat(adjusted.forecasts())
        .extracting(Forecast::period)
        .containsExactly(
            YearMonth.of(2023, 1),
            YearMonth.of(2023, 4),
            YearMonth.of(2023, 7),
            YearMonth.of(2023, 10));
    assertThat(adjusted.components().adjusted()).hasSize(48);
    assertThat(adjusted.effects()).isEmpty();
    assertThat(adjusted.diagnostics().festivalLeft()).isNaN();
  }

  /** In the search of this series version 3.5.0 of the library fails with a null pointer. */
  @Test
  void a_series_on_which_the_search_trips_gets_the_airline_model() {
    double[] values = Simulated.usual(22).values();
    for (int i = 92; i < 96; i++) {
      values[i] *= 0.4;
    }

    Adjusted adjusted = adjust(TimeSeries.monthly(Simulated.START, values));
    assertThat(adjusted.diagnostics().model()).isEqualTo("(0,1,1)(0,1,1)");
  }

  private static Adjusted adjust(TimeSeries series) {
    return (Adjusted) METHOD.adjust(series, List.of());
  }

  private static FittedModel fitted(TimeSeries series) {
    try {
      return TramoSeats.search(series, regressors(series, FestivalWindow.STANDARD)).model();
    } catch (RefusedException refused) {
      throw new AssertionError(refused);
    }
  }

  private static List<Regressor> regressors(TimeSeries series, List<FestivalWindow> windows) {
    return SeasonalAdjustment.regressors(series, List.of(), windows);
  }

  private static double distance(Effect effect, double truth) {
    return Math.abs(effect.coefficient() - truth) / effect.standardError();
  }

  /** Root mean square of the difference of the logarithms in January and February. */
  private static double distance(double[] one, double[] other) {
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      double log = i % 12 < 2 ? Math.log(one[i] / other[i]) : 0;
      squares += log * log;
    }
    return Math.sqrt(squares / (one.length / 6.0));
  }
}
