package org.bienmau.simulate;

/**
 * Factors around 1 whose logarithm is normal, from a table: a draw costs one look-up and no
 * logarithm. The mean of the factors is exactly 1, so that sums come out as planned.
 */
final class Spread {
  private static final int BITS = 10;
  private static final int SIZE = 1 << BITS;

  /** Each entry stands for a thousandth of the draws; within it they differ by up to a percent. */
  private static final double JITTER = 0.01 / (1 << 20);

  private final double[] factors = new double[SIZE];

  /**
   * @param deviation standard deviation of the logarithm
   */
  Spread(double deviation) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      factors[i] = StrictMath.exp(deviation * Normal.quantile((i + 0.5) / SIZE));
      sum += factors[i];
    }
    for (int i = 0; i < SIZE; i++) {
      factors[i] *= SIZE / sum;
    }
  }

  /** The factor of a draw; its upper 32 bits are used. */
  double factor(long draw) {
    int index = (int) (draw >>> (Long.SIZE - BITS));
    int rest = (int) (draw >>> 32) & ((1 << 21) - 1);
    return factors[index] * (1 + (rest - (1 << 20)) * JITTER);
  }
}
