package org.bienmau.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * How much history is asked for.
 *
 * @param firstYear first year
 * @param lastYear last year
 * @param lines declaration lines, each counted once, whatever is amended, repeated or spoilt
 * @param crossings visits of trucks
 * @param seed where the random numbers start
 * @param threads how many months are made at a time; the files do not depend on it
 */
public record SimulationRequest(
    int firstYear, int lastYear, long lines, long crossings, long seed, int threads) {
  private static final int EARLIEST = 2012;
  private static final int LATEST = 2034;
  private static final long MOST_LINES = 2_000_000_000L;
  private static final long MOST_CROSSINGS = 200_000_000L;

  /**
   * @throws IllegalArgumentException if something cannot be simulated; it names every problem
   */
  public SimulationRequest {
    List<String> problems = new ArrayList<>();
    if (firstYear < EARLIEST || lastYear > LATEST || lastYear < firstYear) {
      problems.add(
          "the years %d to %d are not a stretch within %d to %d"
              .formatted(firstYear, lastYear, EARLIEST, LATEST));
    }
    between(problems, "declaration lines", lines, 0, MOST_LINES);
    between(problems, "crossings", crossings, 0, MOST_CROSSINGS);
    between(problems, "threads", threads, 1, 256);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot simulate this history: %s. Ask for another."
              .formatted(String.join("; ", problems)));
    }
  }

  private static void between(
      List<String> problems, String what, long number, long least, long most) {
    if (number < least || number > most) {
      problems.add("%,d %s are not between %,d and %,d".formatted(number, what, least, most));
    }
  }
}
