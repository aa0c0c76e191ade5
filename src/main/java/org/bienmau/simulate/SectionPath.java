package org.bienmau.simulate;

import java.util.Arrays;
import org.bienmau.simulate.Shapes.Anchor;

/**
 * The long run of each section: yearly totals from years.csv, shares of directions and regimes, and
 * the smooth level that, with everything else that happens, adds up to those totals.
 */
final class SectionPath {
  private static final int ROUNDS = 30;
  private static final double DAYS_OF_A_YEAR = 365.25;

  private final Knots[] logTotals;
  private final Knots[] exportShares;
  private final Knots[][] regimeShares;
  private final double[][] levels;

  SectionPath(SimulationModel model, Border border, Timeline timeline) {
    int sections = border.sections.size();
    logTotals = new Knots[sections];
    exportShares = new Knots[sections];
    regimeShares = new Knots[sections][];
    levels = new double[sections][timeline.size()];
    for (int s = 0; s < sections; s++) {
      logTotals[s] = new Knots();
      exportShares[s] = new Knots();
      regimeShares[s] = new Knots[] {new Knots(), new Knots(), new Knots()};
    }
    for (Anchor anchor : model.anchors) {
      int s = border.section(anchor.section());
      logTotals[s].put(anchor.year(), StrictMath.log(anchor.usd()));
      exportShares[s].put(anchor.year(), anchor.exportShare());
      for (int r = 0; r < regimeShares[s].length; r++) {
        regimeShares[s][r].put(anchor.year(), anchor.regimeShares()[r]);
      }
    }
  }

  /** What a section is meant to trade in a year, in USD. */
  double total(int section, int year) {
    return StrictMath.exp(logTotals[section].at(year + 0.5));
  }

  double directionShare(int section, int direction, Timeline.Month month) {
    double exports = exportShares[section].at(month.position());
    return direction == 0 ? exports : 1 - exports;
  }

  /** The shares of declared, residents' and transit trade, and of all that is left. */
  double[] regimeShares(int section, Timeline.Month month) {
    double[] shares = new double[4];
    shares[3] = 1;
    for (int r = 0; r < 3; r++) {
      shares[r] = regimeShares[section][r].at(month.position());
      shares[3] -= shares[r];
    }
    return shares;
  }

  /** A level in USD a day before it is known what closures and Tết take away. */
  double roughLevel(int section, Timeline.Month month) {
    return StrictMath.exp(logTotals[section].at(month.position())) / DAYS_OF_A_YEAR;
  }

  /** The level in USD a day that makes the year's sum come out. */
  double level(int section, int month) {
    return levels[section][month];
  }

  /**
   * Finds the levels. They lie on straight lines, in logarithms, between the middles of years; the
   * value at each middle is moved until the year adds up to its total.
   *
   * @param sums by section and month: what a level of 1 adds up to
   */
  void fit(Timeline timeline, double[][] sums) {
    int first = timeline.month(0).name().getYear();
    int years = timeline.size() / 12;
    for (int s = 0; s < levels.length; s++) {
      double[] logs = new double[years + 2];
      for (int y = 0; y < logs.length; y++) {
        logs[y] = logTotals[s].at(first + y - 0.5) - StrictMath.log(DAYS_OF_A_YEAR);
      }
      for (int round = 0; round < ROUNDS; round++) {
        draw(timeline, s, logs);
        double[] realised = new double[years];
        for (int m = 0; m < timeline.size(); m++) {
          realised[m / 12] += levels[s][m] * sums[s][m];
        }
        for (int y = 0; y < years && realised[y] > 0; y++) {
          logs[y + 1] += logTotals[s].at(first + y + 0.5) - StrictMath.log(realised[y]);
        }
        logs[0] = logs[1] + logTotals[s].at(first - 0.5) - logTotals[s].at(first + 0.5);
        double end = first + years;
        logs[years + 1] = logs[years] + logTotals[s].at(end + 0.5) - logTotals[s].at(end - 0.5);
      }
      draw(timeline, s, logs);
    }
  }

  private void draw(Timeline timeline, int section, double[] logs) {
    int first = timeline.month(0).name().getYear();
    Knots knots = new Knots();
    for (int y = 0; y < logs.length; y++) {
      knots.put(first + y - 1, logs[y]);
    }
    Arrays.setAll(levels[section], m -> StrictMath.exp(knots.at(timeline.month(m).position())));
  }
}
