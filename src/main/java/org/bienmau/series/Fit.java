package org.bienmau.series;

/**
 * What a method made of a series, one value per period of it.
 *
 * @param adjusted without season and festivals
 * @param trend smooth course
 * @param seasonal factor of season and festivals together
 * @param irregular factor of what is left
 * @param model behind the decomposition
 * @param tests of the season before and after
 */
record Fit(
    double[] adjusted,
    double[] trend,
    double[] seasonal,
    double[] irregular,
    FittedModel model,
    SeasonTests tests) {

  /**
   * @throws RefusedException if a value is missing, or the parts do not make up the whole
   */
  void requireWhole(TimeSeries series) throws RefusedException {
    for (int i = 0; i < series.size(); i++) {
      double whole = adjusted[i] * seasonal[i];
      double part = trend[i] * irregular[i];
      boolean known = !Double.isNaN(series.value(i));
      if (!(Math.abs(part / adjusted[i] - 1) < TOLERANCE)
          || known && !(Math.abs(whole / series.value(i) - 1) < TOLERANCE)) {
        throw new RefusedException(
            Refusal.ENGINE_FAILED,
            "The parts of %s do not make up its value.".formatted(series.period(i)));
      }
    }
  }

  private static final double TOLERANCE = 1e-6;
}
