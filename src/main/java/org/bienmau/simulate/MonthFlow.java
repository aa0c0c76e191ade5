package org.bienmau.simulate;

import java.util.List;
import org.bienmau.simulate.Closures.Stop;

/** What {@link Demand} expects of one month; all amounts are for a section level of 1 USD a day. */
final class MonthFlow {
  final Timeline.Month month;
  final List<Stop> stops;

  /** By day and cell. */
  final double[][] usd;

  /** By day and cell: the same, had no stop held. */
  final double[][] unstopped;

  /** By day and group: the same without stops and without Tết. */
  final double[][] ordinary;

  /** By day and group: the group's share in its section and direction. */
  final double[][] open;

  /** By cell: shares of direction and goods with level shifts, without season and noise. */
  final double[] plain;

  /** By group: the month's sum with stops, had there been no Tết. */
  final double[] withoutTet;

  /** By group: the month's sum, had no stop held and nothing been diverted. */
  final double[] withoutStops;

  /** By stop of this month and group: what the group took over. */
  final double[][] diverted;

  MonthFlow(Border border, Timeline.Month month, List<Stop> stops) {
    this.month = month;
    this.stops = stops;
    usd = new double[month.days()][border.cellCount()];
    unstopped = new double[month.days()][border.cellCount()];
    ordinary = new double[month.days()][border.groups()];
    open = new double[month.days()][];
    plain = new double[border.cellCount()];
    withoutTet = new double[border.groups()];
    withoutStops = new double[border.groups()];
    diverted = new double[stops.size()][border.groups()];
  }

  /** The month's sum of each cell. */
  double[] cellSums() {
    double[] sums = new double[plain.length];
    for (double[] day : usd) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += day[c];
      }
    }
    return sums;
  }

  /** The sum over some cells of a day. */
  static double sum(double[] cells, int start, int end) {
    double sum = 0;
    for (int c = start; c < end; c++) {
      sum += cells[c];
    }
    return sum;
  }
}
