package org.bienmau.score;

/**
 * What a figure should be.
 *
 * @param low least that will do
 * @param high most that will do
 * @param text for people; empty without an aim
 */
public record Aim(double low, double high, String text) {
  static final Aim NONE = new Aim(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "");

  static Aim atLeast(int percent) {
    return new Aim(percent, 100, "at least %d".formatted(percent));
  }

  static Aim between(int low, int high) {
    return new Aim(low, high, "%d to %d".formatted(low, high));
  }

  /** Below a whole number, itself excluded. */
  static Aim below(int limit) {
    return new Aim(Double.NEGATIVE_INFINITY, Math.nextDown((double) limit), "below " + limit);
  }

  /** Whether there is one. */
  public boolean isGiven() {
    return !text.isEmpty();
  }

  /** Whether a figure will do; one that could not be computed will not. */
  public boolean isMetBy(double figure) {
    return figure >= low && figure <= high;
  }
}
