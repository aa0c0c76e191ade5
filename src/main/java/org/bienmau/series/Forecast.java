package org.bienmau.series;

import java.time.YearMonth;

/**
 * What a model expects of a period to come.
 *
 * <p>The intervals hold the noise of the series, the uncertainty of the regression and {@linkplain
 * Disturbances disturbances} such as there were; they make no allowance for closures to come, for
 * the choice of the model or for revisions.
 *
 * @param period first month of the period
 * @param median as likely too high as too low
 * @param low80 lower end of the 80 % interval
 * @param high80 upper end of the 80 % interval
 * @param low95 lower end of the 95 % interval
 * @param high95 upper end of the 95 % interval
 */
public record Forecast(
    YearMonth period, double median, double low80, double high80, double low95, double high95) {

  /**
   * Of a value whose logarithm is spread as Student's t.
   *
   * @param logMedian of the forecast
   * @param logDeviation standard deviation of the logarithm
   * @param t quantiles of the degrees of freedom of the model's residuals
   */
  static Forecast logStudent(YearMonth period, double logMedian, double logDeviation, Student t) {
    return ofLogarithm(
        period, logMedian, t.quantile(0.90) * logDeviation, t.quantile(0.975) * logDeviation);
  }

  /**
   * Of a value whose logarithm is spread alike to both sides.
   *
   * @param logMedian of the forecast
   * @param near how far the 80 % interval reaches on the logarithm
   * @param far how far the 95 % interval reaches
   */
  static Forecast ofLogarithm(YearMonth period, double logMedian, double near, double far) {
    return new Forecast(
        period,
        Math.exp(logMedian),
        Math.exp(logMedian - near),
        Math.exp(logMedian + near),
        Math.exp(logMedian - far),
        Math.exp(logMedian + far));
  }
}
