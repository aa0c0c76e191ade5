package org.bienmau.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the periods at which the level of an adjusted series breaks.
 *
 * <p>Between breaks the logarithm follows a level that drifts and wanders, because trade does; a
 * method that takes the level as constant would break every long swing in two. The division is
 * {@link Partition}'s, with the cost of Romano, Rigaill, Runge and Fearnhead (2022, Journal of the
 * American Statistical Association 117) for noise without autocorrelation.
 *
 * <p>The effect of known closures is taken out beforehand, periods that are outliers on their own
 * are left aside. Transitory changes are not: the model's search often takes a lasting step for
 * one. An adjusted series can be too smooth, when the season has swallowed noise; so a value is
 * never expected to miss the level by less than the model of the raw series misses a month from the
 * one before. A change that is undone within half a year is no change of the level but a passing
 * disturbance.
 */
public final class ChangePoints {
  /** A stretch of fewer periods may be passing. */
  private static final int HALF_YEAR = 6;

  /** Of a passing change at most this share is left. */
  private static final double UNDONE = 0.5;

  private static final double NORMAL_95 = 1.959964;

  private final TimeSeries log;
  private final WanderingLevel level;

  /** The logarithms, unknown where they are passing. */
  private final double[] lasting;

  private final double[] passing;

  private ChangePoints(TimeSeries log, WanderingLevel level) {
    this.log = log;
    this.level = level;
    lasting = log.values();
    passing = new double[lasting.length];
    Arrays.fill(passing, Double.NaN);
  }

  /** The breaks of an adjusted series. */
  public static LevelBreaks of(Adjusted adjusted) {
    TimeSeries raw = adjusted.raw();
    Components parts = adjusted.components();
    double[] log = new double[raw.size()];
    double[] steady = new double[raw.size()];
    for (int i = 0; i < log.length; i++) {
      log[i] = Math.log(parts.adjusted()[i] / parts.closures()[i]);
      steady[i] = log[i];
      for (Outlier outlier : adjusted.outliers()) {
        int since = i - raw.indexOf(outlier.period());
        steady[i] -= outlier.coefficient() * outlier.shape(since);
        // Unknown, not corrected: next to a step the outlier's size may be the step's.
        log[i] = outlier.type() == Outlier.Type.AO && since == 0 ? Double.NaN : log[i];
      }
    }
    LevelBreaks breaks =
        of(
            raw.with(log).trimmed(),
            raw.with(steady).trimmed(),
            adjusted.diagnostics().residualDeviation());
    int offset = raw.indexOf(raw.with(log).trimmed().start());
    double[] placed = new double[raw.size()];
    Arrays.fill(placed, Double.NaN);
    System.arraycopy(breaks.passing(), 0, placed, offset, breaks.passing().length);
    return new LevelBreaks(breaks.points(), placed);
  }

  /**
   * The breaks of a series of logarithms, whose first and last values are known.
   *
   * @param log to be divided
   * @param steady the same without the disturbances that are already known, by which it is told how
   *     far the level wanders of its own
   * @param leastDeviation by which a value misses the level before it, at least
   */
  static LevelBreaks of(TimeSeries log, TimeSeries steady, double leastDeviation) {
    // The median does not mind the few years in which a break lies.
    double drift = Robust.median(yearlyChanges(log)) / log.frequency().periodsPerYear();
    WanderingLevel level =
        WanderingLevel.likeliest(steady.values(), drift).missingBy(leastDeviation);
    return new ChangePoints(log, level).breaks();
  }

  private LevelBreaks breaks() {
    List<Integer> starts = Partition.starts(lasting, level);
    for (int i = passingAmong(starts); i > 0; i = passingAmong(starts)) {
      takeOut(starts.get(i - 1), starts.get(i), starts.get(i + 1), endOf(starts, i + 1));
      starts = Partition.starts(lasting, level);
    }
    List<ChangePoint> points = new ArrayList<>();
    for (int i = 1; i < starts.size(); i++) {
      points.add(point(starts.get(i - 1), starts.get(i), endOf(starts, i)));
    }
    return new LevelBreaks(List.copyOf(points), passing);
  }

  /** Which stretch is short and left things as they had been; -1 for none. */
  private int passingAmong(List<Integer> starts) {
    for (int i = 1; i + 1 < starts.size(); i++) {
      int from = starts.get(i);
      int to = starts.get(i + 1);
      if (to - from < HALF_YEAR) {
        double before = along(starts.get(i - 1), from).level();
        double change = backwards(from, to).level() - before;
        double left = backwards(to, endOf(starts, i + 1)).level() - before;
        if (Math.abs(left - (to - from) * level.drift()) < UNDONE * Math.abs(change)) {
          return i;
        }
      }
    }
    return -1;
  }

  private void takeOut(int start, int from, int to, int end) {
    double before = along(start, from).level();
    double after = backwards(to, end).level();
    for (int i = from; i < to; i++) {
      passing[i] = before + (after - before) * (i - from + 1) / (to - from + 1);
      lasting[i] = Double.NaN;
    }
  }

  private int endOf(List<Integer> starts, int i) {
    return i + 1 < starts.size() ? starts.get(i + 1) : lasting.length;
  }

  private ChangePoint point(int from, int first, int end) {
    int at = first;
    while (Double.isNaN(lasting[at])) {
      at++;
    }
    WanderingLevel.State before = along(from, at);
    WanderingLevel.State expected = level.moved(before);
    double spread = NORMAL_95 * Math.sqrt(1 / expected.precision() + level.noiseVariance());
    double apart = before.cost() + along(at, end).cost();
    return new ChangePoint(
        log.period(at),
        Math.exp(lasting[at]),
        Math.exp(expected.level()),
        Math.exp(expected.level() - spread),
        Math.exp(expected.level() + spread),
        Math.exp(before.level()),
        Math.exp(backwards(at, end).level()),
        along(from, end).cost() - apart,
        end - at >= Partition.SHORTEST);
  }

  private WanderingLevel.State along(int from, int end) {
    return level.along(lasting, from, end);
  }

  private WanderingLevel.State backwards(int from, int end) {
    return level.backwards(lasting, from, end);
  }

  private static double[] yearlyChanges(TimeSeries log) {
    int year = log.frequency().periodsPerYear();
    double[] changes = new double[Math.max(log.size() - year, 0)];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = log.value(i + year) - log.value(i);
    }
    return changes;
  }
}
