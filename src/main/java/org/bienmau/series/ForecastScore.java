package org.bienmau.series;

/**
 * How good forecasts of one method were, over the origins of an evaluation.
 *
 * @param method that made them
 * @param horizon periods ahead, 1 to 12 (4 for quarters); 0 for all together
 * @param forecasts number of forecasts that met a known value
 * @param mase mean absolute error, scaled by the mean absolute change on the year before up to the
 *     origin (Hyndman and Koehler 2006, International Journal of Forecasting 22): below 1 is better
 *     than last year's value was
 * @param coverage80 share of the values that lay within the 80 % interval, 0 to 1
 * @param coverage95 share of the values that lay within the 95 % interval, 0 to 1
 */
public record ForecastScore(
    Method method, int horizon, int forecasts, double mase, double coverage80, double coverage95) {

  /** A way to forecast. */
  public enum Method {
    /** Regression on festivals and closures with seasonal ARIMA errors. */
    REGARIMA,
    /** The value of the same month or quarter of the year before. */
    SEASONAL_NAIVE
  }
}
