package org.bienmau.series;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Projects a year by the pace of past years.
 *
 * <p>Each past year tells which share of it was done by this month, had the lunar new year fallen
 * as it does this year: every month is divided by its festival factor of then and multiplied by
 * that of now. The logarithms of the shares are taken as normal, so the year's value is this year's
 * level over a share that is spread as Student's t with one degree of freedom less than there are
 * years (the prediction interval of a mean: Hahn and Meeker 1991, Statistical Intervals, chapter
 * 4).
 */
public final class SeasonalPace {
  private static final int MONTHS = 12;
  private static final int FEWEST_YEARS = 3;

  private SeasonalPace() {}

  /**
   * A year of months.
   *
   * @param values of January to December; {@code NaN} where unknown
   * @param festival factor of Tết and Spring Festival in each month; 1 where there is none
   */
  public record Year(double[] values, double[] festival) {

    private boolean isWhole() {
      return Arrays.stream(values).allMatch(value -> value >= 0) && Arrays.stream(values).sum() > 0;
    }

    private double shareDone(int months, double[] festivalNow) {
      double done = 0;
      double all = 0;
      for (int i = 0; i < MONTHS; i++) {
        double moved = values[i] / festival[i] * festivalNow[i];
        all += moved;
        done += i < months ? moved : 0;
      }
      return done / all;
    }
  }

  /** Whether an effect of this name is that of a festival. */
  public static boolean isFestival(String effect) {
    return FestivalWindow.STANDARD.stream().anyMatch(window -> window.name().equals(effect));
  }

  /**
   * The factor of the festivals in each month of a year.
   *
   * @param coefficients on the logarithm, by the names of their windows; 1 everywhere without any
   */
  public static double[] festival(Map<String, Double> coefficients, int year) {
    double[] factors = new double[MONTHS];
    for (FestivalWindow window : FestivalWindow.STANDARD) {
      double coefficient = coefficients.getOrDefault(window.name(), 0.0);
      double[] shares = window.regressor(Frequency.MONTHLY, YearMonth.of(year, 1), MONTHS);
      Arrays.setAll(factors, month -> factors[month] + coefficient * shares[month]);
    }
    Arrays.setAll(factors, month -> Math.exp(factors[month]));
    return factors;
  }

  /**
   * Projects a year.
   *
   * @param past years; one with an unknown month is left aside
   * @param festivalNow factor of the festivals in each month of this year
   * @param reached sum of the first months of this year
   * @param months number of them, 1 to 12
   * @param plan for the whole year
   */
  public static PlanProjection project(
      List<Year> past, double[] festivalNow, double reached, int months, double plan) {
    double[] logShares =
        past.stream()
            .filter(Year::isWhole)
            .mapToDouble(year -> year.shareDone(months, festivalNow))
            .filter(share -> share > 0)
            .map(Math::log)
            .toArray();
    if (logShares.length < FEWEST_YEARS) {
      return new PlanProjection.NotProjected(
          PlanProjection.Reason.TOO_FEW_YEARS,
          Plural.of(
                  logShares.length,
                  "%d past year has all its months",
                  "%d past years have all their months")
              + "; %d are needed.".formatted(FEWEST_YEARS));
    }
    if (!(reached > 0)) {
      return new PlanProjection.NotProjected(
          PlanProjection.Reason.NOTHING_REACHED, "Nothing has been reached yet.");
    }
    return projected(logShares, reached, plan);
  }

  private static PlanProjection.Projected projected(
      double[] logShares, double reached, double plan) {
    int n = logShares.length;
    double mean = Arrays.stream(logShares).average().orElseThrow();
    double squares = Arrays.stream(logShares).map(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1) * (1 + 1.0 / n));
    Student t = new Student(n - 1);
    double year = Math.log(reached) - mean;
    return new PlanProjection.Projected(
        Math.exp(mean),
        Math.exp(year),
        Math.exp(year - t.quantile(0.90) * deviation),
        Math.exp(year + t.quantile(0.90) * deviation),
        Math.exp(year - t.quantile(0.975) * deviation),
        Math.exp(year + t.quantile(0.975) * deviation),
        probability(t, year - Math.log(plan), deviation, reached >= plan),
        n);
  }

  /** Of a year above the plan: certain, one way or the other, when it cannot change any more. */
  private static double probability(
      Student t, double logAbove, double deviation, boolean isReached) {
    if (isReached) {
      return 1;
    }
    return deviation == 0 ? (logAbove >= 0 ? 1 : 0) : t.below(logAbove / deviation);
  }
}
