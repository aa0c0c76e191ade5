package org.bienmau.score;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bienmau.series.Effect;
import org.bienmau.series.ForecastScore;
import org.bienmau.series.TimeSeries;

/** Sets what was found in a series beside what was planted, whoever made the series. */
final class Findings {
  private static final double STANDARD_ERRORS = 2;
  private static final int MARCH = 3;

  private final ScoreSheet sheet;

  Findings(ScoreSheet sheet) {
    this.sheet = sheet;
  }

  /**
   * The effects of Tết.
   *
   * @param frame the months of the series
   * @param logTet by how much Tết multiplied each, as a logarithm
   * @param effects that were estimated
   */
  void tet(TimeSeries frame, double[] logTet, List<Effect> effects) {
    List<Effect> festivals =
        effects.stream().filter(effect -> TetTruth.knows(effect.name())).toList();
    Map<String, Double> truth =
        TetTruth.of(frame, logTet, festivals.stream().map(Effect::name).toList());
    for (Effect effect : festivals) {
      double away = Math.abs(effect.coefficient() - truth.get(effect.name()));
      boolean isNear = away <= STANDARD_ERRORS * effect.standardError();
      switch (effect.name()) {
        case "tet_stop" -> sheet.add(Criterion.TET_STOP, isNear);
        case "tet_build_up" -> sheet.add(Criterion.TET_BUILD_UP, isNear);
        default -> sheet.add(Criterion.RESTART, isNear);
      }
    }
  }

  /** What the adjusted January to March still have of Tết, given its estimated factors. */
  void tetLeft(TimeSeries frame, double[] logTet, double[] factors) {
    double[] left = new double[logTet.length];
    Arrays.setAll(left, i -> logTet[i] - Math.log(factors[i]));
    sheet.add(Criterion.TET_LEFT, 100 * spread(frame, left) / spread(frame, logTet));
  }

  /** Root of the sum of squares over January to March, each less its own mean: that is season. */
  private static double spread(TimeSeries frame, double[] logs) {
    double squares = 0;
    for (int month = 1; month <= MARCH; month++) {
      int of = month;
      double[] same =
          IntStream.range(0, logs.length)
              .filter(i -> frame.period(i).getMonthValue() == of && !Double.isNaN(logs[i]))
              .mapToDouble(i -> logs[i])
              .toArray();
      double mean = Arrays.stream(same).average().orElse(0);
      squares += Arrays.stream(same).map(log -> (log - mean) * (log - mean)).sum();
    }
    return Math.sqrt(squares);
  }

  /**
   * The months out of line.
   *
   * @param planted that have a value
   * @param alarms that were raised
   * @param isDisturbed other months in which an alarm is no false one
   */
  void anomalies(
      Collection<YearMonth> planted, List<YearMonth> alarms, Predicate<YearMonth> isDisturbed) {
    planted.forEach(month -> sheet.add(Criterion.ANOMALY_FOUND, alarms.contains(month)));
    alarms.forEach(
        month ->
            sheet.add(Criterion.ANOMALY_RIGHT, planted.contains(month) || isDisturbed.test(month)));
  }

  /**
   * The changes of the level; each planted one is found once.
   *
   * @param isDisturbed other months in which the level did change
   */
  void shifts(
      Collection<YearMonth> planted, List<YearMonth> found, Predicate<YearMonth> isDisturbed) {
    List<YearMonth> left = new ArrayList<>(planted);
    for (YearMonth change : found) {
      boolean isPlanted = left.removeIf(month -> isWithinAMonth(month, change));
      sheet.add(Criterion.SHIFT_RIGHT, isPlanted || isDisturbed.test(change));
    }
    planted.forEach(month -> sheet.add(Criterion.SHIFT_FOUND, !left.contains(month)));
  }

  /** Forecasts that were made again from earlier months. */
  void rolled(List<ForecastScore> scores) {
    for (ForecastScore score : scores) {
      if (score.horizon() == 0 && score.method() == ForecastScore.Method.REGARIMA) {
        sheet.add(Criterion.ROLLED_MASE, score.mase());
        sheet.add(Criterion.ROLLED_COVERED, 100 * score.coverage95());
      } else if (score.horizon() == 0) {
        sheet.add(Criterion.ROLLED_NAIVE, score.mase());
      }
    }
  }

  static boolean isWithinAMonth(YearMonth one, YearMonth other) {
    return Math.abs(one.until(other, ChronoUnit.MONTHS)) <= 1;
  }
}
