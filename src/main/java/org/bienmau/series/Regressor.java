package org.bienmau.series;

/**
 * One column of a regression model.
 *
 * @param name unique in the model
 * @param kind what its effect is counted as
 * @param values from the first period of the series to the end of what is forecast
 */
record Regressor(String name, Effect.Kind kind, double[] values) {

  boolean isFestival() {
    return kind != Effect.Kind.CLOSURE;
  }
}
