package org.bienmau.series;

import java.util.ArrayList;
import java.util.List;

/**
 * The forecast to beat: the same month or quarter of the year before.
 *
 * <p>The standard deviation of the logarithm {@code h} periods ahead is that of the changes on the
 * year before, times the root of the number of years to go (Hyndman and Athanasopoulos,
 * Forecasting: Principles and Practice, 3rd edition, table 5.2).
 */
final class SeasonalNaive {
  private SeasonalNaive() {}

  /** Forecasts of the year after a series of positive values, but of months never known. */
  static List<Forecast> forecasts(TimeSeries series) {
    int year = series.frequency().periodsPerYear();
    double squares = 0;
    int changes = 0;
    for (int i = year; i < series.size(); i++) {
      double change = Math.log(series.value(i) / series.value(i - year));
      if (!Double.isNaN(change)) {
        squares += change * change;
        changes++;
      }
    }
    double deviation = Math.sqrt(squares / changes);
    Student t = new Student(changes);
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = series.size(); i < series.size() + year; i++) {
      int last = i - year;
      while (last >= 0 && Double.isNaN(series.value(last))) {
        last -= year;
      }
      if (last >= 0) {
        int years = (i - last) / year;
        forecasts.add(
            Forecast.logStudent(
                series.period(i), Math.log(series.value(last)), deviation * Math.sqrt(years), t));
      }
    }
    return List.copyOf(forecasts);
  }

  /** Mean absolute change on the year before. */
  static double meanAbsoluteChange(TimeSeries series) {
    int year = series.frequency().periodsPerYear();
    double sum = 0;
    int changes = 0;
    for (int i = year; i < series.size(); i++) {
      double change = series.value(i) - series.value(i - year);
      if (!Double.isNaN(change)) {
        sum += Math.abs(change);
        changes++;
      }
    }
    return sum / changes;
  }
}
