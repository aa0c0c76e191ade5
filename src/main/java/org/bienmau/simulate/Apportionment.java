package org.bienmau.simulate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Cuts a whole number into whole parts in proportion to weights. */
final class Apportionment {
  private Apportionment() {}

  /** The parts by largest remainder; they add up to {@code total}. */
  static long[] of(long total, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    long[] parts = new long[weights.length];
    if (total == 0 || sum == 0) {
      return parts;
    }
    double[] exact = new double[weights.length];
    long given = 0;
    for (int i = 0; i < parts.length; i++) {
      exact[i] = total * (weights[i] / sum);
      parts[i] = (long) exact[i];
      given += parts[i];
    }
    int[] byRemainder =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> parts[i] - exact[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; given < total; i = (i + 1) % parts.length) {
      if (weights[byRemainder[i]] > 0) {
        parts[byRemainder[i]]++;
        given++;
      }
    }
    return parts;
  }
}
