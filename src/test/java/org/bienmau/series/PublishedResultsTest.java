package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jdplus.sa.base.api.SaVariable;
import jdplus.toolkit.base.api.data.Parameter;
import jdplus.toolkit.base.api.modelling.TransformationType;
import jdplus.toolkit.base.api.processing.ProcessingLog;
import jdplus.toolkit.base.api.timeseries.calendars.LengthOfPeriodType;
import jdplus.toolkit.base.api.timeseries.calendars.TradingDaysType;
import jdplus.toolkit.base.api.timeseries.regression.AdditiveOutlier;
import jdplus.toolkit.base.api.timeseries.regression.IOutlier;
import jdplus.toolkit.base.api.timeseries.regression.ModellingContext;
import jdplus.toolkit.base.api.timeseries.regression.Variable;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.x13.base.api.regarima.EasterSpec;
import jdplus.x13.base.api.regarima.RegArimaSpec;
import jdplus.x13.base.api.regarima.RegressionSpec;
import jdplus.x13.base.api.regarima.RegressionTestSpec;
import jdplus.x13.base.api.regarima.TradingDaysSpec;
import jdplus.x13.base.api.regarima.TransformSpec;
import jdplus.x13.base.core.x13.regarima.RegArimaKernel;
import org.junit.jupiter.api.Test;

/** Sets the engines beside results of other programs on a series that everybody knows. */
class PublishedResultsTest {

  /**
   * R's {@code seas(AirPassengers)}, that is X-13ARIMA-SEATS of the Census Bureau, as printed in C.
   * Sax and D. Eddelbuettel, Seasonal Adjustment by X-13ARIMA-SEATS in R, chapter on quality
   * measures. Its leap years are adjusted for beforehand.
   */
  @Test
  void the_regression_of_the_census_bureau_s_program_is_found_to_six_digits() {
    RegSarimaModel model = estimate(likeSeasonal());

    assertThat(coefficient(model, "Trading days")).isCloseTo(-0.0029497, within(5e-8));
    assertThat(coefficient(model, "Easter")).isCloseTo(0.0177674, within(5e-8));
    assertThat(coefficient(model, "AO")).isCloseTo(0.1001558, within(5e-7));
    var arima = model.getDescription().getStochasticComponent();
    assertThat(arima.getTheta()).hasSize(1);
    assertThat(-arima.getTheta()[0].getValue()).isCloseTo(0.1156204, within(2e-4));
    assertThat(-arima.getBtheta()[0].getValue()).isCloseTo(0.4973600, within(1e-4));
  }

  /** R's {@code arima(log(AirPassengers), c(0,1,1), list(order = c(0,1,1)))}, exact likelihood. */
  @Test
  void the_airline_model_has_the_published_parameters_and_forecasts() {
    RegSarimaModel model = estimate(plainAirline());

    assertThat(parameters(model)[0]).isCloseTo(-0.4018, within(1e-4));
    assertThat(parameters(model)[1]).isCloseTo(-0.5569, within(1e-4));
    assertThat(model.getEstimation().getStatistics().getLogLikelihood())
        .isCloseTo(244.70, within(0.01));
    assertThat(model.getResiduals().getSsq() / 131).isCloseTo(0.001348, within(1e-6));
  }

  /** The same forecasts by {@code predict}; R's deviations do without the degrees of freedom. */
  @Test
  void forecasts_and_their_intervals_follow_the_published_airline_model() throws Exception {
    FittedModel model =
        TramoSeats.estimate(Airline.PASSENGERS, List.of(), ArimaOrders.AIRLINE, List.of()).model();

    double[] medians = {6.110186, 6.053775, 6.171715};
    double[] deviations = {0.036716, 0.042783, 0.048091};
    double t = new Student(129).quantile(0.975);
    for (int i = 0; i < medians.length; i++) {
      Forecast forecast = model.forecasts().get(i);
      assertThat(Math.log(forecast.median())).isCloseTo(medians[i], within(1e-4));
      assertThat(Math.log(forecast.high95() / forecast.median()) / t)
          .isCloseTo(deviations[i], within(0.02 * deviations[i]));
      assertThat(Math.log(forecast.median() / forecast.low95()) / t)
          .isCloseTo(deviations[i], within(0.02 * deviations[i]));
    }
  }

  /** By JDemetra+ 2.2.4, an older code base, which agrees to ten digits. */
  @Test
  void x13_gives_the_adjusted_values_and_quality_that_an_older_program_gives() throws Exception {
    X13.Opinion opinion = X13.search(Airline.PASSENGERS, List.of());

    assertThat(Arrays.copyOf(opinion.fit().adjusted(), 3))
        .containsExactly(new double[] {124.54666783, 124.62617568, 124.89142826}, within(1e-8));
    assertThat(opinion.quality().m7()).isCloseTo(0.2024, within(5e-5));
    assertThat(opinion.quality().q()).isCloseTo(0.2595, within(5e-5));
  }

  private static RegArimaSpec plainAirline() {
    return RegArimaSpec.builder()
        .transform(TransformSpec.builder().function(TransformationType.Log).build())
        .arima(ArimaOrders.AIRLINE.specification(Frequency.MONTHLY))
        .build();
  }

  private static RegArimaSpec likeSeasonal() {
    RegressionSpec regression =
        RegressionSpec.builder()
            .tradingDays(
                TradingDaysSpec.td(
                    TradingDaysType.TD2, LengthOfPeriodType.None, RegressionTestSpec.None, false))
            .easter(
                EasterSpec.builder()
                    .easterSpec(true)
                    .test(RegressionTestSpec.None)
                    .duration(1)
                    .build())
            .outlier(
                Variable.<IOutlier>builder()
                    .name("AO1951.5")
                    .core(new AdditiveOutlier(LocalDate.of(1951, 5, 1).atStartOfDay()))
                    .attribute(SaVariable.REGEFFECT, "Irregular")
                    .build())
            .build();
    return plainAirline().toBuilder()
        .transform(
            TransformSpec.builder()
                .function(TransformationType.Log)
                .adjust(LengthOfPeriodType.LeapYear)
                .build())
        .regression(regression)
        .build();
  }

  private static RegSarimaModel estimate(RegArimaSpec specification) {
    return RegArimaKernel.of(specification, new ModellingContext())
        .process(Engine.data(Airline.PASSENGERS), ProcessingLog.dummy());
  }

  private static double coefficient(RegSarimaModel model, String name) {
    return model.getDetails().getRegressionItems().stream()
        .filter(item -> item.getName().startsWith(name))
        .findFirst()
        .orElseThrow()
        .getCoef();
  }

  private static double[] parameters(RegSarimaModel model) {
    var arima = model.getDescription().getStochasticComponent();
    return new double[] {
      Parameter.values(arima.getTheta())[0], Parameter.values(arima.getBtheta())[0]
    };
  }
}
