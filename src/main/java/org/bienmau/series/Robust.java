package org.bienmau.series;

import java.util.Arrays;

/** Location and spread that a few wild values cannot move. */
final class Robust {
  /** Makes the median absolute deviation of normal values estimate their standard deviation. */
  private static final double NORMAL = 1.4826;

  private Robust() {}

  /** The median of the known values; {@code NaN} without any. */
  static double median(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** 1.4826 times the median absolute deviation of the known values. */
  static double deviation(double[] values) {
    double median = median(values);
    return NORMAL * median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }
}
