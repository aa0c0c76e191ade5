package org.bienmau.series;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.api.dictionaries.ResidualsDictionaries;
import jdplus.toolkit.base.api.stats.StatisticalTest;
import jdplus.toolkit.base.api.timeseries.regression.IOutlier;
import jdplus.toolkit.base.api.timeseries.regression.TsVariable;
import jdplus.toolkit.base.api.timeseries.regression.UserTradingDays;
import jdplus.toolkit.base.core.modelling.regression.RegressionDesc;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;

/**
 * A regression in logarithms with seasonal ARIMA errors, read from the library into plain values.
 *
 * @param orders of the ARIMA model
 * @param effects of the regressors, in their order
 * @param outliers that were found or given, by period
 * @param forecasts of the periods after the series
 * @param aicc Akaike's criterion, corrected for small samples
 * @param residualDeviation standard error of the residuals
 * @param ljungBox probability of residuals that are as correlated, if the model is right
 * @param normality probability of residuals as far from normal (Doornik and Hansen)
 */
record FittedModel(
    ArimaOrders orders,
    List<Effect> effects,
    List<Outlier> outliers,
    List<Forecast> forecasts,
    double aicc,
    double residualDeviation,
    double ljungBox,
    double normality) {

  /**
   * @throws RefusedException if a regressor is not in the model or has no standard error, or a
   *     forecast no value
   */
  static FittedModel of(RegSarimaModel model, TimeSeries series, List<Regressor> regressors)
      throws RefusedException {
    List<RegressionDesc> items = model.getDetails().getRegressionItems();
    var residuals = model.getResiduals();
    Map<String, StatisticalTest> tests = residuals.getTests();
    List<Outlier> outliers = outliers(items);
    return new FittedModel(
        ArimaOrders.of(model),
        effects(items, regressors),
        outliers,
        forecasts(model, series, Disturbances.of(outliers, series.size())),
        model.getEstimation().getStatistics().getAICC(),
        Math.sqrt(residuals.getSsq() / residuals.getDfc()),
        pValue(tests.get(ResidualsDictionaries.LB)),
        pValue(tests.get(ResidualsDictionaries.DH)));
  }

  /** The factor of the effects of one kind, in the first {@code size} periods. */
  static double[] factor(
      List<Effect> effects, List<Regressor> regressors, Effect.Kind kind, int size) {
    double[] log = new double[size];
    for (int i = 0; i < regressors.size(); i++) {
      if (effects.get(i).kind() == kind) {
        for (int t = 0; t < log.length; t++) {
          log[t] += effects.get(i).coefficient() * regressors.get(i).values()[t];
        }
      }
    }
    for (int t = 0; t < log.length; t++) {
      log[t] = Math.exp(log[t]);
    }
    return log;
  }

  /** The library drops a regressor that is constant, collinear or unknown without a word. */
  private static List<Effect> effects(List<RegressionDesc> items, List<Regressor> regressors)
      throws RefusedException {
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < regressors.size(); i++) {
      int index = i;
      Regressor regressor = regressors.get(i);
      Optional<RegressionDesc> item =
          items.stream()
              .filter(one -> indexOf(one) == index)
              .filter(one -> one.getStderr() > 0)
              .findFirst();
      if (item.isEmpty()) {
        throw new RefusedException(
            Refusal.REGRESSOR_DROPPED,
            "The model left out %s, which other regressors already explain."
                .formatted(regressor.name()));
      }
      effects.add(
          new Effect(
              regressor.name(),
              regressor.kind(),
              item.get().getCoef(),
              item.get().getStderr(),
              item.get().getPvalue()));
    }
    return List.copyOf(effects);
  }

  /**
   * Which regressor an item of the library's model is; -1 for none. X-13's festivals come first and
   * share one variable, so there the position counts: its names change with their number.
   */
  private static int indexOf(RegressionDesc item) {
    if (item.getCore() instanceof UserTradingDays) {
      return item.getItem();
    }
    return item.getCore() instanceof TsVariable variable ? Engine.indexOf(variable.getId()) : -1;
  }

  private static List<Outlier> outliers(List<RegressionDesc> items) {
    return items.stream()
        .filter(item -> item.getCore() instanceof IOutlier)
        .map(item -> outlier((IOutlier) item.getCore(), item))
        .sorted(Comparator.comparing(Outlier::period))
        .toList();
  }

  private static Outlier outlier(IOutlier outlier, RegressionDesc item) {
    return new Outlier(
        Outlier.Type.valueOf(outlier.getCode()),
        YearMonth.from(outlier.getPosition()),
        item.getCoef(),
        item.getStderr());
  }

  private static List<Forecast> forecasts(
      RegSarimaModel model, TimeSeries series, Disturbances disturbances) throws RefusedException {
    int horizon = series.frequency().periodsPerYear();
    var forecasts = model.forecasts(horizon);
    // Not the library's own level and deviation: about a log-normal value those are no interval.
    DoubleSeq medians = forecasts.getRawForecasts().getValues();
    DoubleSeq deviations = forecasts.getRawForecastsStdev().getValues();
    if (!medians.allMatch(Double::isFinite) || !deviations.allMatch(Double::isFinite)) {
      throw new RefusedException(Refusal.ENGINE_FAILED, "It gave forecasts without a value.");
    }
    Student t = new Student(model.getResiduals().getDfc());
    List<Forecast> read = new ArrayList<>();
    for (int i = 0; i < horizon; i++) {
      read.add(
          Forecast.ofLogarithm(
              series.period(series.size() + i),
              medians.get(i),
              disturbances.reach(0.80, deviations.get(i), i + 1, t),
              disturbances.reach(0.95, deviations.get(i), i + 1, t)));
    }
    return List.copyOf(read);
  }

  private static double pValue(StatisticalTest test) {
    return test == null ? Double.NaN : test.getPvalue();
  }
}
