package org.bienmau.series;

import java.util.List;
import jdplus.sa.base.api.ComponentType;
import jdplus.sa.base.api.SaVariable;
import jdplus.toolkit.base.api.modelling.ComponentInformation;
import jdplus.toolkit.base.api.modelling.TransformationType;
import jdplus.toolkit.base.api.processing.DefaultProcessingLog;
import jdplus.toolkit.base.api.timeseries.regression.AdditiveOutlier;
import jdplus.toolkit.base.api.timeseries.regression.IOutlier;
import jdplus.toolkit.base.api.timeseries.regression.LevelShift;
import jdplus.toolkit.base.api.timeseries.regression.TransitoryChange;
import jdplus.toolkit.base.api.timeseries.regression.Variable;
import jdplus.tramoseats.base.api.tramo.MeanSpec;
import jdplus.tramoseats.base.api.tramo.OutlierSpec;
import jdplus.tramoseats.base.api.tramo.RegressionSpec;
import jdplus.tramoseats.base.api.tramo.TramoSpec;
import jdplus.tramoseats.base.api.tramo.TransformSpec;
import jdplus.tramoseats.base.api.tramoseats.TramoSeatsSpec;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsKernel;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsResults;

/**
 * TRAMO-SEATS: a regression model with ARIMA errors, whose signal is split into trend, season and
 * irregular by minimum mean square error (Gómez and Maravall 2001, in Peña, Tiao and Tsay, A Course
 * in Time Series Analysis, chapters 7 and 8), as specification RSA3 of JDemetra+ with the logarithm
 * given.
 */
final class TramoSeats {
  private TramoSeats() {}

  /**
   * Searches for the model and for outliers. Version 3.5.0 trips over itself in the search of some
   * series after a break; these get the airline model.
   */
  static Fit search(TimeSeries series, List<Regressor> regressors) throws RefusedException {
    try {
      return fit(series, regressors, TramoSpec.TR3.toBuilder(), MeanSpec.DEFAULT_USED, List.of());
    } catch (RefusedException refused) {
      if (refused.reason() != Refusal.ENGINE_FAILED) {
        throw refused;
      }
      return searchOutliers(series, regressors, ArimaOrders.AIRLINE);
    }
  }

  /** Takes the orders of the model as given and searches for outliers only. */
  static Fit searchOutliers(TimeSeries series, List<Regressor> regressors, ArimaOrders orders)
      throws RefusedException {
    return fit(series, regressors, withOrders(series, orders), mean(orders), List.of());
  }

  /** Takes orders and outliers as given, and estimates. */
  static Fit estimate(
      TimeSeries series, List<Regressor> regressors, ArimaOrders orders, List<Outlier> outliers)
      throws RefusedException {
    TramoSpec.Builder tramo = withOrders(series, orders).outliers(OutlierSpec.DEFAULT_DISABLED);
    return fit(series, regressors, tramo, mean(orders), outliers);
  }

  private static TramoSpec.Builder withOrders(TimeSeries series, ArimaOrders orders) {
    return TramoSpec.TR1.toBuilder().arima(orders.specification(series.frequency()));
  }

  private static Fit fit(
      TimeSeries series,
      List<Regressor> regressors,
      TramoSpec.Builder tramo,
      MeanSpec mean,
      List<Outlier> outliers)
      throws RefusedException {
    TransformSpec logarithm =
        TransformSpec.DEFAULT_AUTO.toBuilder().function(TransformationType.Log).build();
    TramoSeatsSpec specification =
        TramoSeatsSpec.RSA3.toBuilder()
            .tramo(
                tramo
                    .transform(logarithm)
                    .regression(regression(regressors, mean, outliers))
                    .build())
            .build();
    TramoSeatsResults results =
        TramoSeatsKernel.of(specification, Engine.context(series, regressors))
            .process(Engine.data(series), new DefaultProcessingLog());
    if (!results.isValid()) {
      throw new RefusedException(Refusal.ENGINE_FAILED, Engine.messages(results.getLog()));
    }
    Fit fit =
        new Fit(
            component(results, ComponentType.SeasonallyAdjusted, series),
            component(results, ComponentType.Trend, series),
            component(results, ComponentType.Seasonal, series),
            component(results, ComponentType.Irregular, series),
            FittedModel.of(results.getPreprocessing(), series, regressors),
            SeasonTests.of(results.getDiagnostics().getGenericDiagnostics()));
    fit.requireWhole(series);
    return fit;
  }

  private static MeanSpec mean(ArimaOrders orders) {
    return orders.mean() ? MeanSpec.DEFAULT_USED : MeanSpec.DEFAULT_UNUSED;
  }

  private static RegressionSpec regression(
      List<Regressor> regressors, MeanSpec mean, List<Outlier> outliers) {
    RegressionSpec.Builder regression = TramoSpec.TR3.getRegression().toBuilder().mean(mean);
    for (int i = 0; i < regressors.size(); i++) {
      regression.userDefinedVariable(
          Engine.variable(
              i,
              regressors.get(i).isFestival()
                  ? ComponentType.CalendarEffect
                  : ComponentType.Irregular));
    }
    outliers.forEach(outlier -> regression.outlier(variable(outlier)));
    return regression.build();
  }

  private static Variable<IOutlier> variable(Outlier outlier) {
    var start = outlier.period().atDay(1).atStartOfDay();
    IOutlier core =
        switch (outlier.type()) {
          case AO -> new AdditiveOutlier(start);
          case TC -> new TransitoryChange(start, Outlier.FADING);
          case LS -> new LevelShift(start, true);
        };
    return Variable.<IOutlier>builder()
        .name(outlier.type() + " " + outlier.period())
        .core(core)
        .attribute(SaVariable.REGEFFECT, SaVariable.defaultComponentTypeOf(core).name())
        .build();
  }

  private static double[] component(
      TramoSeatsResults results, ComponentType type, TimeSeries series) {
    return Engine.factorOrOnes(
        results.getFinals().getSeries(type, ComponentInformation.Value), series);
  }
}
