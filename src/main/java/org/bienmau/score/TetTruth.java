package org.bienmau.score;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bienmau.series.TimeSeries;

/**
 * What was planted around Tết, in the terms in which it is published: one number for a window of
 * days.
 *
 * <p>No planted day knows of windows. The numbers are those that describe the planted months best:
 * least squares of the logarithms on the parts of the windows that lie in each month, both less
 * their means of the same calendar month, because what is usual in a month is season.
 */
final class TetTruth {
  private static final int MONTHS_CONCERNED = 3;

  /** First and last days, counted from Tết, as the page on seasonal adjustment has them. */
  private static final Map<String, int[]> WINDOWS = new LinkedHashMap<>();

  static {
    WINDOWS.put("tet_build_up", new int[] {-20, -3});
    WINDOWS.put("tet_stop", new int[] {-2, 7});
    WINDOWS.put("spring_festival_restart", new int[] {8, 14});
  }

  private TetTruth() {}

  /** Whether an effect of this name is that of a window. */
  static boolean knows(String effect) {
    return WINDOWS.containsKey(effect);
  }

  /**
   * The coefficients by the names of their windows.
   *
   * @param frame the months
   * @param logs by how much Tết multiplied each, as a logarithm
   * @param effects names of windows that share in it
   */
  static Map<String, Double> of(TimeSeries frame, double[] logs, List<String> effects) {
    List<double[]> rows = new ArrayList<>();
    for (int month = 1; month <= MONTHS_CONCERNED; month++) {
      rows.addAll(centred(frame, logs, effects, month));
    }
    double[] found = leastSquares(rows, effects.size());
    Map<String, Double> truth = new LinkedHashMap<>();
    for (int w = 0; w < found.length; w++) {
      truth.put(effects.get(w), found[w]);
    }
    return truth;
  }

  /** Parts of the windows and the logarithm, for each year of a month of it, less their means. */
  private static List<double[]> centred(
      TimeSeries frame, double[] logs, List<String> effects, int month) {
    List<double[]> rows = new ArrayList<>();
    double[] mean = new double[effects.size() + 1];
    for (int i = 0; i < frame.size(); i++) {
      YearMonth period = frame.period(i);
      if (period.getMonthValue() == month) {
        double[] row = new double[mean.length];
        for (int w = 0; w < effects.size(); w++) {
          int[] days = WINDOWS.get(effects.get(w));
          row[w] = PlantedTet.share(period, days[0], days[1]);
        }
        row[effects.size()] = logs[i];
        rows.add(row);
      }
    }
    for (double[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        mean[c] += row[c] / rows.size();
      }
    }
    for (double[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        row[c] -= mean[c];
      }
    }
    return rows;
  }

  /** By the normal equations; the last column of each row is what the others explain. */
  private static double[] leastSquares(List<double[]> rows, int columns) {
    double[][] system = new double[columns][columns + 1];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j <= columns; j++) {
          system[i][j] += row[i] * row[j];
        }
      }
    }
    for (int pivot = 0; pivot < columns; pivot++) {
      for (int i = 0; i < columns; i++) {
        double factor = i == pivot ? 0 : system[i][pivot] / system[pivot][pivot];
        for (int j = 0; j <= columns; j++) {
          system[i][j] -= factor * system[pivot][j];
        }
      }
    }
    double[] solution = new double[columns];
    for (int i = 0; i < columns; i++) {
      solution[i] = system[i][columns] / system[i][i];
    }
    return solution;
  }
}
