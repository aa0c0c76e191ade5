package org.bienmau.series;

import jdplus.x13.base.core.x13.Mstatistics;

/**
 * The monitoring statistics of X-11; each is good below 1 and bad up to 3 (Lothian and Morry 1978;
 * Ladiray and Quenneville 2001, section 4.7).
 *
 * @param m M1 to M11, counted from 0; M8 to M11 are {@code NaN} for short series
 * @param q weighted mean of all
 * @param qWithoutM2 the same without M2, which a straight trend distorts
 */
public record QualityStatistics(double[] m, double q, double qWithoutM2) {
  private static final int COUNT = 11;

  /** How far moving seasonality is from hiding the season altogether: above 1 it does. */
  public double m7() {
    return m[6];
  }

  static QualityStatistics of(Mstatistics statistics) {
    double[] m = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      m[i] = statistics.getM(i + 1);
    }
    return new QualityStatistics(m, statistics.getQ(), statistics.getQm2());
  }
}
