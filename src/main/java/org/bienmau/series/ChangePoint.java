package org.bienmau.series;

import java.time.YearMonth;

/**
 * A period from which on a series runs at another level.
 *
 * @param period first month of the first period at the new level
 * @param value adjusted value of that period
 * @param expected what the level before, and the usual drift, make of it
 * @param low lower end of the 95 % interval of {@code expected}
 * @param high upper end of the 95 % interval of {@code expected}
 * @param before level of the last period before
 * @param after level of the period
 * @param gain by how much the change lowers the sum of squared standardised errors
 * @param decided false while fewer than three periods are known since, when a lasting change cannot
 *     be told from a passing one
 */
public record ChangePoint(
    YearMonth period,
    double value,
    double expected,
    double low,
    double high,
    double before,
    double after,
    double gain,
    boolean decided) {

  /** Relative change of the level beyond the usual drift, in per cent. */
  public double changePct() {
    return 100 * (after / expected - 1);
  }
}
