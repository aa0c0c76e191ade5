package org.bienmau.series;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the periods whose irregular is far out.
 *
 * <p>The score is the modified z-score of Iglewicz and Hoaglin (1993, How to Detect and Handle
 * Outliers, ASQC): the distance of the logarithm of the irregular from its median, in units of
 * 1.4826 times the median absolute deviation; beyond 3.5 raises an alarm. Season and festivals are
 * no part of the irregular that is looked at, so they raise none. Neither does a month that a known
 * closure touches: its effect is not the same in each, least of all where the days of Tết lie in
 * it.
 *
 * <p>A model whose trend follows every move leaves next to nothing irregular. So the unit is never
 * less than the standard error of the model's residuals, by which it misses a month from the one
 * before.
 */
public final class Anomalies {
  private static final double LIMIT = 3.5;
  private static final int MONTHS_OF_BREAK = 3;

  private Anomalies() {}

  /**
   * The anomalies of an adjusted series, by period.
   *
   * @param breaks of its level: a value in a passing disturbance is set against the level that was
   *     usual before and after; the quarter after a lasting change, and the period before, raise no
   *     alarm, because trend and season cannot follow a step at once; but a period after it does
   *     that the model, which knows the step, found to be out of line alone
   */
  public static List<Anomaly> of(Adjusted adjusted, LevelBreaks breaks) {
    Components parts = adjusted.components();
    double[] log = new double[adjusted.raw().size()];
    for (int i = 0; i < log.length; i++) {
      double usual = breaks.passing()[i];
      log[i] =
          Double.isNaN(usual)
              ? Math.log(parts.irregular()[i] / parts.closures()[i])
              : Math.log(parts.adjusted()[i] / parts.closures()[i]) - usual;
    }
    Set<YearMonth> alone =
        adjusted.outliers().stream()
            .filter(outlier -> outlier.type() == Outlier.Type.AO)
            .map(Outlier::period)
            .collect(Collectors.toSet());
    return of(adjusted.raw(), log, adjusted.diagnostics().residualDeviation()).stream()
        .filter(anomaly -> parts.closures()[adjusted.raw().indexOf(anomaly.period())] == 1)
        .filter(
            anomaly ->
                breaks.points().stream()
                    .noneMatch(point -> isBy(anomaly.period(), point.period(), alone)))
        .toList();
  }

  private static boolean isBy(YearMonth anomaly, YearMonth change, Set<YearMonth> alone) {
    long months = change.until(anomaly, ChronoUnit.MONTHS);
    return months >= -1 && months < MONTHS_OF_BREAK && !(months > 0 && alone.contains(anomaly));
  }

  /**
   * The anomalies of a series.
   *
   * @param series the values
   * @param log logarithm of value over expected value; {@code NaN} where there is no value
   * @param leastDeviation below which the unit of the score may not fall
   */
  static List<Anomaly> of(TimeSeries series, double[] log, double leastDeviation) {
    double median = Robust.median(log);
    double unit = Math.max(Robust.deviation(log), leastDeviation);
    List<Anomaly> anomalies = new ArrayList<>();
    for (int i = 0; i < log.length; i++) {
      double score = (log[i] - median) / unit;
      if (Math.abs(score) > LIMIT) {
        double expected = series.value(i) / Math.exp(log[i] - median);
        anomalies.add(
            new Anomaly(
                series.period(i),
                series.value(i),
                expected,
                expected * Math.exp(-LIMIT * unit),
                expected * Math.exp(LIMIT * unit),
                score));
      }
    }
    return List.copyOf(anomalies);
  }
}
