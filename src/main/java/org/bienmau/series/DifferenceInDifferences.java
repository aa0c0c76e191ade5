package org.bienmau.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates the effect of an event as the change of a series less the change of control series that
 * the event left alone (Angrist and Pischke 2009, Mostly Harmless Econometrics, chapter 5).
 *
 * <p>Everything is in logarithms: the difference of a period is the logarithm of the series less
 * the mean logarithm of the controls; the effect is the mean difference from the event on less the
 * mean difference before. Its standard error lets the differences remember the period before
 * (Bertrand, Duflo and Mullainathan 2004, Quarterly Journal of Economics 119, on what happens if it
 * does not). The placebo test gives each control the part of the series in turn (Abadie, Diamond
 * and Hainmueller 2010, Journal of the American Statistical Association 105).
 *
 * <p>The series should be seasonally adjusted, with the effect of the event left in.
 */
public final class DifferenceInDifferences {
  private static final int FEWEST_CONTROLS = 2;
  private static final int LONGEST_BEFORE_YEARS = 6;
  private static final double SIGNIFICANT = 0.05;

  /** How long an event is followed that has no end, or a later one. */
  public static final int MONTHS_FOLLOWED = 6;

  private DifferenceInDifferences() {}

  /**
   * The effect of an event on a monthly series, over the months that it holds, half a year at most.
   *
   * @param series values above zero; {@code NaN} where unknown
   * @param controls of the same months
   * @param from first day of the event, a day of the series
   * @param to last day; null when it has none
   */
  public static EventEffect of(
      TimeSeries series, List<TimeSeries> controls, LocalDate from, LocalDate to) {
    int first = series.indexOf(YearMonth.from(from));
    int longest = first + MONTHS_FOLLOWED;
    boolean isShorter = to != null && to.isBefore(series.period(longest).atDay(1));
    return of(
        series, controls, first, isShorter ? series.indexOf(YearMonth.from(to)) + 1 : longest);
  }

  /**
   * The effect on a series.
   *
   * @param series values above zero; {@code NaN} where unknown
   * @param controls of the same periods; those with a gap in the time compared are left aside
   * @param event index of the first period that the event may have touched
   * @param end index after the last one
   */
  public static EventEffect of(TimeSeries series, List<TimeSeries> controls, int event, int end) {
    int year = series.frequency().periodsPerYear();
    int last = Math.min(end, series.size());
    int first = firstKnown(series, Math.max(0, event - LONGEST_BEFORE_YEARS * year), event);
    if (event - first < year) {
      return new EventEffect.NotIdentified(
          EventEffect.Reason.TOO_SHORT_BEFORE,
          Plural.of(event - first, "%d period is", "%d periods are")
              + " known before the event; %d are needed.".formatted(year));
    }
    if (event >= last || !isKnown(series, event, last)) {
      return new EventEffect.NotIdentified(
          EventEffect.Reason.NOTHING_AFTER, "Not every period after the event has a value.");
    }
    List<double[]> logs = new ArrayList<>();
    logs.add(logs(series, first, last));
    controls.stream()
        .filter(control -> isKnown(control, first, last))
        .forEach(control -> logs.add(logs(control, first, last)));
    if (logs.size() - 1 < FEWEST_CONTROLS) {
      return new EventEffect.NotIdentified(
          EventEffect.Reason.TOO_FEW_CONTROLS,
          "%d of %d control series %s known over the whole time; %d are needed."
              .formatted(
                  logs.size() - 1,
                  controls.size(),
                  Plural.of(logs.size() - 1, "is", "are"),
                  FEWEST_CONTROLS));
    }
    return estimated(logs, event - first);
  }

  private static EventEffect estimated(List<double[]> logs, int before) {
    double[] differences = differences(logs, 0);
    Finding change = Finding.ofChange(differences, before);
    Finding trend = Finding.ofTrend(differences, before);
    if (trend.pValue() < SIGNIFICANT) {
      return new EventEffect.NotIdentified(
          EventEffect.Reason.TRENDS_DIFFER,
          "Before the event the series moved by %+.2f %% a period against its controls (p = %.3f)."
              .formatted(100 * trend.value(), trend.pValue()));
    }
    double reach = change.t().quantile(0.975) * change.standardError();
    return new EventEffect.Estimated(
        change.value(),
        change.standardError(),
        change.value() - reach,
        change.value() + reach,
        change.pValue(),
        trend.pValue(),
        placebo(logs, before, change),
        logs.size() - 1,
        before,
        differences.length - before);
  }

  private static double placebo(List<double[]> logs, int before, Finding actual) {
    int asLarge = 1;
    for (int i = 1; i < logs.size(); i++) {
      // The series itself is no control of a placebo: the event may have touched it.
      List<double[]> others = new ArrayList<>(logs.subList(1, logs.size()));
      double[] control = others.remove(i - 1);
      others.add(0, control);
      Finding placebo = Finding.ofChange(differences(others, 0), before);
      asLarge += Math.abs(placebo.tStatistic()) >= Math.abs(actual.tStatistic()) ? 1 : 0;
    }
    return (double) asLarge / logs.size();
  }

  /** One series less the mean of all others, period by period. */
  private static double[] differences(List<double[]> logs, int of) {
    double[] differences = logs.get(of).clone();
    for (int i = 0; i < logs.size(); i++) {
      for (int t = 0; t < differences.length && i != of; t++) {
        differences[t] -= logs.get(i)[t] / (logs.size() - 1);
      }
    }
    return differences;
  }

  private static int firstKnown(TimeSeries series, int from, int event) {
    int first = event;
    while (first > from && isKnown(series, first - 1, first)) {
      first--;
    }
    return first;
  }

  private static boolean isKnown(TimeSeries series, int from, int to) {
    return to <= series.size()
        && Arrays.stream(series.values(), from, to).allMatch(value -> value > 0);
  }

  private static double[] logs(TimeSeries series, int from, int to) {
    return Arrays.stream(series.values(), from, to).map(Math::log).toArray();
  }

  /**
   * An estimate from differences, with its uncertainty.
   *
   * @param value estimated
   * @param standardError of it
   * @param t distribution of their ratio, if there is nothing to find
   */
  private record Finding(double value, double standardError, Student t) {

    /** The mean from the event on, less the level to which the differences had come before. */
    static Finding ofChange(double[] differences, int before) {
      double[] usual = Arrays.copyOf(differences, before);
      int after = differences.length - before;
      double mean = Arrays.stream(differences, before, differences.length).average().orElseThrow();
      return of(
          WanderingLevel.averaged(usual, 0, level -> level.rise(usual, mean, after)), before - 2);
    }

    /** The drift before. */
    static Finding ofTrend(double[] differences, int before) {
      double[] usual = Arrays.copyOf(differences, before);
      double drift = WanderingLevel.likeliest(usual, 0).drift(usual).value();
      return of(WanderingLevel.averaged(usual, drift, level -> level.drift(usual)), before - 3);
    }

    private static Finding of(WanderingLevel.Estimate estimate, int degreesOfFreedom) {
      return new Finding(estimate.value(), estimate.standardError(), new Student(degreesOfFreedom));
    }

    double tStatistic() {
      return value / standardError;
    }

    double pValue() {
      return t.beyond(tStatistic());
    }
  }
}
