package org.bienmau.series;

import java.util.ArrayList;
import java.util.List;

/** Adds up the errors of one method's forecasts by horizon; horizon 0 holds all. */
final class ScoreSums {
  private final ForecastScore.Method method;
  private final double[] errors;
  private final int[] count;
  private final int[] within80;
  private final int[] within95;

  ScoreSums(ForecastScore.Method method, int longestHorizon) {
    this.method = method;
    errors = new double[longestHorizon + 1];
    count = new int[longestHorizon + 1];
    within80 = new int[longestHorizon + 1];
    within95 = new int[longestHorizon + 1];
  }

  /**
   * Compares the forecasts from one origin, the first period that was not known, with what came.
   */
  void add(int origin, List<Forecast> forecasts, TimeSeries actual, double scale) {
    for (Forecast forecast : forecasts) {
      int period = actual.indexOf(forecast.period());
      if (period < actual.size() && !Double.isNaN(actual.value(period))) {
        add(0, forecast, actual.value(period), scale);
        add(period - origin + 1, forecast, actual.value(period), scale);
      }
    }
  }

  /** One score per horizon that met a value. */
  List<ForecastScore> scores() {
    List<ForecastScore> scores = new ArrayList<>();
    for (int h = 0; h < count.length; h++) {
      if (count[h] > 0) {
        double n = count[h];
        scores.add(
            new ForecastScore(
                method, h, count[h], errors[h] / n, within80[h] / n, within95[h] / n));
      }
    }
    return scores;
  }

  private void add(int horizon, Forecast forecast, double actual, double scale) {
    errors[horizon] += Math.abs(actual - forecast.median()) / scale;
    count[horizon]++;
    within80[horizon] += lies(actual, forecast.low80(), forecast.high80());
    within95[horizon] += lies(actual, forecast.low95(), forecast.high95());
  }

  private static int lies(double value, double low, double high) {
    return value >= low && value <= high ? 1 : 0;
  }
}
