package org.bienmau.series;

import jdplus.sa.base.core.diagnostics.GenericSaTests;

/**
 * Probabilities of a pattern as seasonal as the one found, if there is no season.
 *
 * @param qsBefore QS test on the linearised series: small when there is a season to take out
 * @param qsAfter QS test on the logarithm of the adjusted series: small when some is left
 * @param fAfter F test of seasonal dummies on the logarithm of the adjusted series
 */
public record SeasonTests(double qsBefore, double qsAfter, double fAfter) {

  static SeasonTests of(GenericSaTests tests) {
    return new SeasonTests(
        tests.seasonalityTestsOnLinearized().qsTest().getPvalue(),
        tests.residualSeasonalityTestsOnSa().qsTest().getPvalue(),
        tests.residualSeasonalityTestsOnSa().fTest().getPvalue());
  }
}
