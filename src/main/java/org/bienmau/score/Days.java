package org.bienmau.score;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/** Adds up the days of months: weekdays, Tết, closures, and noise of the day. */
final class Days {
  /** Monday to Sunday; so months of one length differ by a few per cent. */
  private static final double[] WEEK = {1.08, 1.08, 1.08, 1.08, 1.08, 0.97, 0.63};

  private static final double NOISE = 0.09;
  private static final double USUAL_MONTH = 30;

  private Days() {}

  /** The month in usual months. */
  static double noisy(
      YearMonth month, PlantedTet tet, List<PlantedClosure> closures, Random random) {
    double sum = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      double factor = usual(date) * tet.factor(date);
      for (PlantedClosure closure : closures) {
        factor *= closure.factor(date);
      }
      sum += factor * Math.exp(NOISE * random.nextGaussian());
    }
    return sum / USUAL_MONTH;
  }

  /** Logarithm of a month over the same month without Tết. */
  static double logTet(YearMonth month, PlantedTet tet) {
    double with = 0;
    double without = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      with += usual(date) * tet.factor(date);
      without += usual(date);
    }
    return Math.log(with / without);
  }

  private static double usual(LocalDate day) {
    return WEEK[day.getDayOfWeek().ordinal()];
  }
}
