package org.bienmau.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The best division of a series into stretches, each with a wandering level of its own.
 *
 * <p>Minimises the sum of squared standardised errors plus {@code 3 log n} for each break, exactly,
 * by optimal partitioning (Jackson et al. 2005, IEEE Signal Processing Letters 12(2)): the best
 * division of the first {@code t} values ends with a stretch after the best division of fewer. The
 * penalty is the leading term of Zhang and Siegmund (2007, Biometrics 63).
 */
final class Partition {
  /** Fewest periods of a stretch: less than a quarter of a year is passing. */
  static final int SHORTEST = 3;

  /** At the end of the series two periods give the alarm. */
  private static final int SHORTEST_LAST = 2;

  private static final double PENALTY = 3;

  private Partition() {}

  /** First periods of the stretches; the first is 0. */
  static List<Integer> starts(double[] values, WanderingLevel level) {
    int n = values.length;
    double penalty = PENALTY * Math.log(n);
    double[] best = new double[n + 1];
    int[] start = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    for (int from = 0; from < n; from++) {
      WanderingLevel.State state = WanderingLevel.State.UNKNOWN;
      for (int end = from + 1; end <= n; end++) {
        state = level.seen(level.moved(state), values[end - 1]);
        double cost = best[from] + state.cost() + penalty;
        if (end - from >= (end == n ? SHORTEST_LAST : SHORTEST) && cost < best[end]) {
          best[end] = cost;
          start[end] = from;
        }
      }
    }
    List<Integer> starts = new ArrayList<>();
    for (int end = n; end > 0; end = start[end]) {
      starts.add(start[end]);
    }
    Collections.reverse(starts);
    return starts;
  }
}
