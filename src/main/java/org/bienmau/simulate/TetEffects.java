package org.bienmau.simulate;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What Tết does to months, as two numbers for each series: the logarithm of a month's factor is
 * nearly log_build_up × the part of the days 20 to 3 before Tết that lies in the month, plus
 * log_stop × the same of the days from 2 before to 7 after, by least squares over the history.
 *
 * <p>Series are gates and sections, each by direction. Months write to places of their own.
 */
final class TetEffects {
  private static final int BUILD_UP = -20;
  private static final int STOP = -2;
  private static final int AFTER = 8;
  private static final int DIGITS = 6;

  private final History history;
  private final double[][] withTet;
  private final double[][] without;

  TetEffects(History history) {
    this.history = history;
    int series = history.border.groups() + history.border.sections.size() * Border.DIRECTIONS;
    withTet = new double[series][history.timeline.size()];
    without = new double[series][history.timeline.size()];
  }

  /** Takes a month's sums of a gate and direction, with Tết and without. */
  void add(int group, int month, double usd, double usdWithoutTet) {
    Border border = history.border;
    int section =
        border.groups()
            + border.groupSection(group) * Border.DIRECTIONS
            + group % Border.DIRECTIONS;
    for (int series : new int[] {group, section}) {
      withTet[series][month] += usd;
      without[series][month] += usdWithoutTet;
    }
  }

  void write(CsvBytes out) {
    double[][] shares = new double[2][history.timeline.size()];
    for (Timeline.Month month : history.timeline.months()) {
      shares[0][month.index()] = share(month.name(), BUILD_UP, STOP);
      shares[1][month.index()] = share(month.name(), STOP, AFTER);
    }
    for (int series = 0; series < withTet.length; series++) {
      write(out, series, shares);
    }
  }

  private void write(CsvBytes out, int series, double[][] x) {
    double[][] squares = new double[2][2];
    double[] products = new double[2];
    double sum = 0;
    int months = 0;
    for (int m = 0; m < x[0].length; m++) {
      if (withTet[series][m] > 0 && x[0][m] + x[1][m] > 0) {
        double y = StrictMath.log(withTet[series][m] / without[series][m]);
        for (int i = 0; i < 2; i++) {
          products[i] += x[i][m] * y;
          squares[i][0] += x[i][m] * x[0][m];
          squares[i][1] += x[i][m] * x[1][m];
        }
        sum += y * y;
        months++;
      }
    }
    double determinant = squares[0][0] * squares[1][1] - squares[0][1] * squares[1][0];
    if (months < 2 || determinant < 1e-9) {
      return;
    }
    double buildUp = (products[0] * squares[1][1] - products[1] * squares[0][1]) / determinant;
    double stop = (products[1] * squares[0][0] - products[0] * squares[1][0]) / determinant;
    double left = Math.max(0, sum - buildUp * products[0] - stop * products[1]);
    name(out, series).comma().decimal(buildUp, DIGITS).comma().decimal(stop, DIGITS).comma();
    out.decimal(StrictMath.sqrt(left / months), DIGITS).comma().number(months).line();
  }

  private CsvBytes name(CsvBytes out, int series) {
    Border border = history.border;
    boolean isGate = series < border.groups();
    int place = (isGate ? series : series - border.groups()) / Border.DIRECTIONS;
    out.cell(isGate ? "gate" : "section").comma();
    out.cell(isGate ? border.gates.get(place).id() : border.sections.get(place).id()).comma();
    return out.cell(Border.DIRECTION[series % Border.DIRECTIONS].id());
  }

  /** The part of the days from {@code from} to before {@code to}, counted from Tết, in a month. */
  private double share(YearMonth month, int from, int to) {
    int days = 0;
    for (int year = month.getYear(); year <= month.getYear() + 1; year++) {
      LocalDate tet = history.dayShape.tet(year);
      for (int day = from; day < to; day++) {
        days += YearMonth.from(tet.plusDays(day)).equals(month) ? 1 : 0;
      }
    }
    return days / (double) (to - from);
  }
}
