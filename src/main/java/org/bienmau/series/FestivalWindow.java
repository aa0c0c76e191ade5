package org.bienmau.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A stretch of days around the lunar new year whose effect on trade is estimated as one number.
 *
 * <p>The regressor of a period is the share of the window's days that lie in it, less the mean of
 * that share in the same month or quarter of 1993 to 2030, two whole 19-year lunar cycles. So the
 * festival of an average year stays in the seasonal figure, and only its moving about is taken out
 * (Bell and Hillmer 1983, Journal of Business and Economic Statistics 1(4); Lin and Liu 2002;
 * centring as in the Census Bureau's genhol).
 *
 * <p>Tết and the Spring Festival fall on one day in all but six years, so the same window of both
 * would be the same regressor. They are told apart by the days on which each acts: trade builds up
 * before and stops over the days that both sides keep, counted from Tết; what follows until the
 * Lantern Festival is China's slow return to work, counted from the Spring Festival.
 *
 * @param name of the effect, unique among the windows of one model
 * @param festival whose first day is day 0
 * @param from first day of the window, negative before the festival
 * @param days length of the window, 1 to 60
 */
public record FestivalWindow(String name, Festival festival, int from, int days)
    implements Serializable {
  private static final int FIRST_CYCLE_YEAR = 1993;
  private static final int LAST_CYCLE_YEAR = 2030;
  private static final int LONGEST = 60;

  /** The weeks before, in which trade builds up: days -20 to -3. */
  public static final FestivalWindow BUILD_UP =
      new FestivalWindow("tet_build_up", Festival.TET, -20, 18);

  /** The days on which both sides rest: days -2 to 7. */
  public static final FestivalWindow STOP = new FestivalWindow("tet_stop", Festival.TET, -2, 10);

  /** China's return to work, until the Lantern Festival: days 8 to 14. */
  public static final FestivalWindow RESTART =
      new FestivalWindow("spring_festival_restart", Festival.SPRING_FESTIVAL, 8, 7);

  /** All three; for series of five years and more. */
  public static final List<FestivalWindow> STANDARD = List.of(BUILD_UP, STOP, RESTART);

  /** Without the return to work, which three or four festivals cannot tell from the stop. */
  public static final List<FestivalWindow> SHORT_SERIES = List.of(BUILD_UP, STOP);

  /**
   * @throws IllegalArgumentException if the window is empty or longer than 60 days
   */
  public FestivalWindow {
    if (days < 1 || days > LONGEST) {
      throw new IllegalArgumentException(
          "Cannot make a window of %d days for %s: it has 1 to %d.".formatted(days, name, LONGEST));
    }
  }

  /**
   * The centred share of the window in each period.
   *
   * @param frequency months or quarters
   * @param start first month of the first period
   * @param size number of periods
   */
  public double[] regressor(Frequency frequency, YearMonth start, int size) {
    double[] share = new double[size];
    int lastYear = start.plusMonths((long) size * frequency.monthsPerPeriod()).getYear() + 1;
    for (int year = start.getYear() - 1; year <= lastYear; year++) {
      for (int day = 0; day < days; day++) {
        long months = start.until(monthOf(year, day), ChronoUnit.MONTHS);
        long period = Math.floorDiv(months, frequency.monthsPerPeriod());
        if (period >= 0 && period < size) {
          share[(int) period] += 1.0 / days;
        }
      }
    }
    double[] mean = meanShares(frequency);
    int first = (start.getMonthValue() - 1) / frequency.monthsPerPeriod();
    for (int i = 0; i < size; i++) {
      share[i] -= mean[(first + i) % mean.length];
    }
    return share;
  }

  /** Mean share of the window by month or quarter of the year over two lunar cycles. */
  double[] meanShares(Frequency frequency) {
    double[] mean = new double[frequency.periodsPerYear()];
    int years = LAST_CYCLE_YEAR - FIRST_CYCLE_YEAR + 1;
    for (int year = FIRST_CYCLE_YEAR; year <= LAST_CYCLE_YEAR; year++) {
      for (int day = 0; day < days; day++) {
        int month = monthOf(year, day).getMonthValue() - 1;
        mean[month / frequency.monthsPerPeriod()] += 1.0 / days / years;
      }
    }
    return mean;
  }

  private YearMonth monthOf(int year, int day) {
    LocalDate first = festival.firstDay(year);
    return YearMonth.from(first.plusDays((long) from + day));
  }
}
