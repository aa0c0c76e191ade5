package org.bienmau.series;

import java.util.List;
import java.util.stream.IntStream;
import jdplus.sa.base.api.ComponentType;
import jdplus.toolkit.base.api.modelling.TransformationType;
import jdplus.toolkit.base.api.processing.DefaultProcessingLog;
import jdplus.x13.base.api.regarima.RegArimaSpec;
import jdplus.x13.base.api.regarima.RegressionSpec;
import jdplus.x13.base.api.regarima.RegressionTestSpec;
import jdplus.x13.base.api.regarima.TradingDaysSpec;
import jdplus.x13.base.api.regarima.TransformSpec;
import jdplus.x13.base.api.x13.X13Spec;
import jdplus.x13.base.core.x13.Mstatistics;
import jdplus.x13.base.core.x13.X13Finals;
import jdplus.x13.base.core.x13.X13Kernel;
import jdplus.x13.base.core.x13.X13Results;

/**
 * a regression model with ARIMA errors, then the moving averages of X-11 (Findley, Monsell,
 * Bell, Otto and Chen 1998, Journal of Business and Economic Statistics 16(2); Ladiray and
 * Quenneville 2001), as specification RSA3 of JDemetra+ with the logarithm given.
 *
 * <p>Festivals go into the slot for trading days: as calendar effects of any other kind version
 * 3.5.0 estimates them and leaves them in the adjusted series.
 */
final class X13 {
  private X13() {}

  /**
   * @param fit decomposition
   * @param quality M and Q statistics of it
   */
  record Opinion(Fit fit, QualityStatistics quality) {}

  /** Searches for the model and for outliers. Festivals stand first among the regressors. */
  static Opinion search(TimeSeries series, List<Regressor> regressors) throws RefusedException {
    RegArimaSpec model = X13Spec.RSA3.getRegArima();
    TransformSpec logarithm =
        model.getTransform().toBuilder().function(TransformationType.Log).build();
    X13Spec specification =
        X13Spec.RSA3.toBuilder()
            .regArima(
                model.toBuilder()
                    .transform(logarithm)
                    .regression(regression(model.getRegression(), regressors))
                    .build())
            .build();
    X13Results results =
        X13Kernel.of(specification, Engine.context(series, regressors))
            .process(Engine.data(series), new DefaultProcessingLog());
    if (!results.isValid()) {
      throw new RefusedException(Refusal.ENGINE_FAILED, Engine.messages(results.getLog()));
    }
    Mstatistics statistics = results.getDiagnostics().getMstatistics();
    if (statistics == null) {
      throw new RefusedException(Refusal.ENGINE_FAILED, "X-13 gave no quality statistics.");
    }
    return new Opinion(fit(results, series, regressors), QualityStatistics.of(statistics));
  }

  private static Fit fit(X13Results results, TimeSeries series, List<Regressor> regressors)
      throws RefusedException {
    X13Finals finals = results.getFinals();
    Fit fit =
        new Fit(
            Engine.factorOrOnes(finals.getD11final(), series),
            Engine.factorOrOnes(finals.getD12final(), series),
            Engine.factorOrOnes(finals.getD16(), series),
            Engine.factorOrOnes(finals.getD13final(), series),
            FittedModel.of(results.getPreprocessing(), series, regressors),
            SeasonTests.of(results.getDiagnostics().getGenericDiagnostics()));
    fit.requireWhole(series);
    return fit;
  }

  private static RegressionSpec regression(RegressionSpec base, List<Regressor> regressors) {
    RegressionSpec.Builder regression = base.toBuilder();
    String[] festivals =
        IntStream.range(0, regressors.size())
            .filter(i -> regressors.get(i).isFestival())
            .mapToObj(Engine::reference)
            .toArray(String[]::new);
    if (festivals.length > 0) {
      regression.tradingDays(TradingDaysSpec.userDefined(festivals, RegressionTestSpec.None));
    }
    for (int i = festivals.length; i < regressors.size(); i++) {
      regression.userDefinedVariable(Engine.variable(i, ComponentType.Irregular));
    }
    return regression.build();
  }
}
