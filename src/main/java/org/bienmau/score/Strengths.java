package org.bienmau.score;

import java.util.Random;

/**
 * How strong what is planted in one series is, drawn from wide ranges: sizes are natural
 * logarithms.
 *
 * @param noise standard deviation of a month
 * @param drift of the level in a month
 * @param wandering standard deviation of the level's own step in a month
 * @param season largest swing of the months
 * @param anomalies in a month, on average
 * @param shifts in a month, on average
 */
record Strengths(
    double noise, double drift, double wandering, double season, double anomalies, double shifts) {
  /** Anomalies: the simulator's range. */
  static final double LEAST_ANOMALY = 0.35;

  static final double LARGEST_ANOMALY = 0.95;

  /** Level shifts: from a fifth to three quarters. */
  static final double LEAST_SHIFT = 0.2;

  static final double LARGEST_SHIFT = 0.6;

  static Strengths drawn(Random random) {
    return new Strengths(
        0.025 * Math.pow(3, random.nextDouble()),
        -0.002 + 0.01 * random.nextDouble(),
        0.004 + 0.011 * random.nextDouble(),
        0.05 + 0.25 * random.nextDouble(),
        0.01,
        0.045 / 12);
  }

  /** A size between two, of either sign. */
  static double size(Random random, double least, double largest) {
    double size = least + (largest - least) * random.nextDouble();
    return random.nextBoolean() ? size : -size;
  }
}
