package org.bienmau.series;

import java.util.List;

/**
 * Disturbances of a series: those to come are taken to be as frequent and as large as those that
 * the model found.
 *
 * <p>A model that has set its outliers aside thinks too well of what is left. So the error of a
 * forecast is its own, and with some probability that and a disturbance on top of it (the
 * contaminated normal distribution of Tukey 1960, in Olkin and others, Contributions to Probability
 * and Statistics).
 *
 * @param once probability that a period is out of line alone
 * @param fading probability that a disturbance begins in a period and fades
 * @param lasting probability that the level changes in a period for good
 * @param squaredSize mean of their squares, on the logarithm
 */
record Disturbances(double once, double fading, double lasting, double squaredSize) {
  /** By then a fading disturbance has fallen to a third. */
  private static final int FADED = 3;

  /** Halves the distance between the ends so often: to a millionth. */
  private static final int ROUNDS = 20;

  /**
   * @param outliers found
   * @param periods in which they were found
   */
  static Disturbances of(List<Outlier> outliers, int periods) {
    double squares = outliers.stream().mapToDouble(one -> Math.pow(one.coefficient(), 2)).sum();
    return new Disturbances(
        rate(outliers, Outlier.Type.AO, periods),
        rate(outliers, Outlier.Type.TC, periods),
        rate(outliers, Outlier.Type.LS, periods),
        outliers.isEmpty() ? 0 : squares / outliers.size());
  }

  private static double rate(List<Outlier> outliers, Outlier.Type type, int periods) {
    return (double) outliers.stream().filter(one -> one.type() == type).count() / periods;
  }

  /** Probability that a period so far ahead is disturbed. */
  double probability(int ahead) {
    double undisturbed =
        (1 - once) * Math.pow(1 - fading, Math.min(ahead, FADED)) * Math.pow(1 - lasting, ahead);
    return 1 - undisturbed;
  }

  /**
   * How far to either side of a forecast an interval reaches on the logarithm.
   *
   * @param coverage probability that it is to hold, above 0 and below 1
   * @param deviation of the forecast without disturbances
   * @param ahead periods, from 1
   * @param t distribution of the error over its deviation
   */
  double reach(double coverage, double deviation, int ahead, Student t) {
    double quantile = t.quantile((1 + coverage) / 2);
    double disturbed = probability(ahead);
    double wide = Math.sqrt(deviation * deviation + squaredSize);
    if (disturbed == 0) {
      return quantile * deviation;
    }
    double low = quantile * deviation;
    double high = quantile * wide;
    for (int i = 0; i < ROUNDS; i++) {
      double middle = (low + high) / 2;
      double beyond =
          (1 - disturbed) * t.beyond(middle / deviation) + disturbed * t.beyond(middle / wide);
      if (beyond > 1 - coverage) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
