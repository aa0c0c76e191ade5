package org.bienmau.series;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates forecasts by making them again from earlier months, each time with no more than was
 * known then (Tashman 2000, International Journal of Forecasting 16).
 *
 * <p>Origins lie half a year apart over the last four years, none with less than four years before
 * it. The ARIMA orders are chosen at the first origin; outliers and coefficients are found anew at
 * each. A closure counts only up to the origin: how long it would last was not known.
 */
public final class RollingOrigin {
  private static final int YEARS_BEFORE = 4;
  private static final int YEARS_OF_ORIGINS = 4;
  private static final int ORIGINS_PER_YEAR = 2;
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  private final TimeLimit limit;

  private RollingOrigin(TimeLimit limit) {
    this.limit = limit;
  }

  /** With half a minute of a processor for each origin. */
  public static RollingOrigin standard() {
    return within(USUAL_LIMIT);
  }

  /** With the processor time that each origin may take. */
  public static RollingOrigin within(Duration longest) {
    return new RollingOrigin(new TimeLimit(longest));
  }

  /**
   * Scores forecasts of one series.
   *
   * @param raw values above zero; {@code NaN} where none is known
   * @param closures known now
   */
  public Evaluation evaluate(TimeSeries raw, List<Closure> closures) {
    try {
      TimeSeries series = Preparation.of(raw, closures).series();
      return scored(series, closures);
    } catch (RefusedException refused) {
      return new Refused(raw, refused.reason(), refused.getMessage());
    }
  }

  private Scored scored(TimeSeries series, List<Closure> closures) throws RefusedException {
    int year = series.frequency().periodsPerYear();
    int first = Math.max(YEARS_BEFORE * year, series.size() - YEARS_OF_ORIGINS * year);
    if (first >= series.size()) {
      throw new RefusedException(
          Refusal.TOO_SHORT,
          Plural.of(series.size(), "There is %d period", "There are %d periods")
              + "; forecasts are evaluated from %d on.".formatted(YEARS_BEFORE * year + 1));
    }
    ScoreSums regarima = new ScoreSums(ForecastScore.Method.REGARIMA, year);
    ScoreSums naive = new ScoreSums(ForecastScore.Method.SEASONAL_NAIVE, year);
    ArimaOrders orders = orders(series.slice(0, first), closures);
    int origins = 0;
    for (int origin = first; origin < series.size(); origin += year / ORIGINS_PER_YEAR) {
      if (Double.isNaN(series.value(origin - 1))) {
        continue;
      }
      TimeSeries known = series.slice(0, origin);
      double scale = SeasonalNaive.meanAbsoluteChange(known);
      regarima.add(origin, forecasts(known, closures, orders), series, scale);
      naive.add(origin, SeasonalNaive.forecasts(known), series, scale);
      origins++;
    }
    List<ForecastScore> scores = new ArrayList<>(regarima.scores());
    scores.addAll(naive.scores());
    return new Scored(origins, List.copyOf(scores));
  }

  private ArimaOrders orders(TimeSeries known, List<Closure> closures) throws RefusedException {
    if (!SeasonalAdjustment.isLong(known)) {
      return ArimaOrders.AIRLINE;
    }
    TimeSeries trimmed = known.trimmed();
    List<Regressor> regressors = regressors(trimmed, closures);
    return limit.on(() -> TramoSeats.search(trimmed, regressors)).model().orders();
  }

  private List<Forecast> forecasts(TimeSeries known, List<Closure> closures, ArimaOrders orders)
      throws RefusedException {
    List<Regressor> regressors = regressors(known, closures);
    return limit.on(() -> TramoSeats.searchOutliers(known, regressors, orders)).model().forecasts();
  }

  private static List<Regressor> regressors(TimeSeries known, List<Closure> closures) {
    LocalDate end = known.period(known.size()).atDay(1).minusDays(1);
    List<Closure> soFar =
        closures.stream()
            .filter(closure -> !closure.from().isAfter(end))
            .map(closure -> closure.until(end))
            .toList();
    return SeasonalAdjustment.regressors(known, soFar, null);
  }
}
