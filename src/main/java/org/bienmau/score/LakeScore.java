package org.bienmau.score;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.bienmau.series.Effect;
import org.bienmau.series.ForecastScore;
import org.bienmau.series.TimeSeries;

/** Holds what the tables of a lake say of simulated gates to what was planted in them. */
public final class LakeScore {
  /** From here on a closure is expected to be seen, as a logarithm: a fifth. */
  private static final double SEEN = 0.2;

  private final SimulatedTruth truth;
  private final ScoreSheet sheet = new ScoreSheet();

  public LakeScore(SimulatedTruth truth) {
    this.truth = truth;
  }

  /**
   * What is said of a series.
   *
   * @param gate whose it is
   * @param direction export or import
   * @param first month with a value
   * @param last month with a value
   * @param effects of festivals
   * @param anomalies months with an alarm
   * @param changes first months at another level
   * @param scores of its forecasts; empty where there are none
   */
  public record Said(
      String gate,
      String direction,
      YearMonth first,
      YearMonth last,
      List<Effect> effects,
      List<YearMonth> anomalies,
      List<YearMonth> changes,
      List<ForecastScore> scores) {}

  /**
   * What is said of an event at a gate or its neighbour, in per cent.
   *
   * @param first month of the event
   * @param months that were followed; 0 when no effect was identified
   */
  public record SaidEffect(
      String gate, String direction, YearMonth first, int months, double low, double high) {}

  /** Scores a series; one of a gate that nobody simulated does not count. */
  public void add(Said said) {
    if (!truth.knows(said.gate(), said.direction())) {
      return;
    }
    TimeSeries frame = frame(said);
    double[] logTet = frame.values();
    Findings findings = new Findings(sheet);
    if (Arrays.stream(logTet).allMatch(Double::isFinite)) {
      findings.tet(frame, logTet, said.effects());
    }
    findings.anomalies(
        truth.anomalies(said.gate(), said.direction(), said.first(), said.last()),
        said.anomalies(),
        disturbed(said, month -> closure(said, month)));
    findings.shifts(
        truth.shifts(said.gate(), said.direction(), said.first(), said.last()),
        said.changes(),
        disturbed(said, month -> closure(said, month) - closure(said, month.minusMonths(1))));
    findings.rolled(said.scores());
  }

  /** Scores what is said of an event. */
  public void add(SaidEffect said) {
    if (!truth.knows(said.gate(), said.direction())) {
      return;
    }
    sheet.add(Criterion.EVENT_TOLD, said.months() > 0);
    if (said.months() > 0) {
      double sum = 0;
      for (int i = 0; i < said.months(); i++) {
        sum += truth.logClosure(said.gate(), said.direction(), said.first().plusMonths(i));
      }
      double planted = 100 * Math.expm1(sum / said.months());
      sheet.add(Criterion.EVENT_COVERED, planted >= said.low() && planted <= said.high());
    }
  }

  /** What was reached, by criterion. */
  public List<ScoreLine> lines() {
    return sheet.lines();
  }

  private double closure(Said said, YearMonth month) {
    return truth.logClosure(said.gate(), said.direction(), month);
  }

  /** Months near which a logarithm moves by a fifth or more. */
  private static Predicate<YearMonth> disturbed(Said said, ToDoubleFunction<YearMonth> log) {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = said.first(); !month.isAfter(said.last()); month = month.plusMonths(1)) {
      if (Math.abs(log.applyAsDouble(month)) >= SEEN) {
        months.add(month);
      }
    }
    return found -> months.stream().anyMatch(month -> Findings.isWithinAMonth(month, found));
  }

  private TimeSeries frame(Said said) {
    TimeSeries start = TimeSeries.monthly(said.first());
    double[] logs = new double[start.indexOf(said.last()) + 1];
    Arrays.setAll(logs, i -> truth.logTet(said.gate(), said.direction(), start.period(i)));
    return start.with(logs);
  }
}
