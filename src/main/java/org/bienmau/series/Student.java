package org.bienmau.series;

import jdplus.toolkit.base.api.stats.ProbabilityType;
import jdplus.toolkit.base.core.dstats.T;

/**
 * Student's t distribution.
 *
 * @param degreesOfFreedom above 0
 */
record Student(double degreesOfFreedom) {

  /** The value that is undercut with a probability between 0 and 1. */
  double quantile(double probability) {
    if (probability == 0.5) {
      return 0;
    }
    double tail = Math.min(probability, 1 - probability);
    double value =
        Math.abs(new T(degreesOfFreedom).getProbabilityInverse(tail, ProbabilityType.Lower));
    return probability < 0.5 ? -value : value;
  }

  /** The probability of a value below {@code x}. */
  double below(double x) {
    return new T(degreesOfFreedom).getProbability(x, ProbabilityType.Lower);
  }

  /** The probability of a value at least as far from zero. */
  double beyond(double x) {
    return 2 * below(-Math.abs(x));
  }
}
