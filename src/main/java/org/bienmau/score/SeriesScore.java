package org.bienmau.score;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bienmau.series.Analysed;
import org.bienmau.series.Anomaly;
import org.bienmau.series.ChangePoint;
import org.bienmau.series.Components;
import org.bienmau.series.Forecast;
import org.bienmau.series.Scored;
import org.bienmau.series.TimeSeries;

/** Holds what is said of a planted series to what was planted in it. */
final class SeriesScore {
  private static final int YEAR = 12;

  private final PlantedSeries planted;
  private final Analysed said;
  private final ScoreSheet sheet = new ScoreSheet();

  private SeriesScore(PlantedSeries planted, Analysed said) {
    this.planted = planted;
    this.said = said;
  }

  static ScoreSheet of(PlantedSeries planted, Analysed said) {
    SeriesScore score = new SeriesScore(planted, said);
    score.parts();
    score.forecasts();
    PlanScore.add(planted, said.adjusted(), score.sheet);
    return score.sheet;
  }

  private void parts() {
    TimeSeries known = planted.known();
    Findings findings = new Findings(sheet);
    double[] logTet = planted.logTet();
    findings.tet(known, logTet, said.adjusted().effects());
    Components parts = said.adjusted().components();
    double[] factors = parts.tet().clone();
    Arrays.setAll(factors, i -> factors[i] * parts.springFestival()[i]);
    findings.tetLeft(known, logTet, factors);
    List<YearMonth> alarms = said.anomalies().stream().map(Anomaly::period).toList();
    List<YearMonth> anomalies =
        planted.anomalies().keySet().stream()
            .filter(month -> !Double.isNaN(known.value(known.indexOf(month))))
            .toList();
    findings.anomalies(anomalies, alarms, month -> false);
    IntStream.range(0, known.size())
        .mapToObj(known::period)
        .filter(month -> planted.closures().stream().anyMatch(closure -> closure.touches(month)))
        .forEach(month -> sheet.add(Criterion.CLOSURE_QUIET, !alarms.contains(month)));
    findings.shifts(
        planted.shifts().keySet(),
        said.breaks().points().stream().map(ChangePoint::period).toList(),
        month -> false);
    if (said.evaluation() instanceof Scored scored) {
      findings.rolled(scored.scores());
    }
  }

  private void forecasts() {
    TimeSeries known = planted.known();
    double scale = meanAbsoluteYearlyChange(known);
    double error = 0;
    double naive = 0;
    for (int i = 0; i < YEAR; i++) {
      double actual = planted.later()[i];
      Forecast forecast = said.adjusted().forecasts().get(i);
      error += Math.abs(actual - forecast.median()) / scale / YEAR;
      naive += Math.abs(actual - lastYear(known, i)) / scale / YEAR;
      sheet.add(Criterion.COVERED, actual >= forecast.low95() && actual <= forecast.high95());
    }
    sheet.add(Criterion.MASE, error);
    sheet.add(Criterion.MASE_NAIVE, naive);
  }

  private static double meanAbsoluteYearlyChange(TimeSeries series) {
    return IntStream.range(YEAR, series.size())
        .mapToDouble(i -> Math.abs(series.value(i) - series.value(i - YEAR)))
        .filter(change -> !Double.isNaN(change))
        .average()
        .orElseThrow();
  }

  private static double lastYear(TimeSeries known, int ahead) {
    int i = known.size() - YEAR + ahead;
    return Double.isNaN(known.value(i)) ? known.value(i - YEAR) : known.value(i);
  }
}
