package org.bienmau.score;

/**
 * How far a method came.
 *
 * @param criterion what it was scored on
 * @param count of series, months, alarms or effects behind the figure
 * @param reached share in per cent, or median
 */
public record ScoreLine(Criterion criterion, int count, double reached) {

  /** Whether there is an aim, and it is missed. */
  public boolean isMissed() {
    return criterion.aim().isGiven() && !criterion.aim().isMetBy(reached);
  }
}
