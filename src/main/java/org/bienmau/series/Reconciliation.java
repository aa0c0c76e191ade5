package org.bienmau.series;

import java.util.Arrays;
import java.util.List;

/**
 * Makes forecasts of wholes and of their parts add up.
 *
 * <p>Each forecast gives way by how uncertain it is: the parts are those that lie nearest to all
 * forecasts together, distances measured in variances of their errors, and wholes are their sums
 * (weighted least squares: Hyndman, Lee and Wang 2016, Computational Statistics and Data Analysis
 * 97; the diagonal case of Wickramasuriya, Athanasopoulos and Hyndman 2019, Journal of the American
 * Statistical Association 114).
 */
public final class Reconciliation {
  private Reconciliation() {}

  /** How parts were found. */
  public enum Method {
    /** Weighted least squares. */
    WLS,
    /** The parts as they were, because least squares would have put one at zero or below. */
    BOTTOM_UP
  }

  /**
   * A forecast of a whole or a part.
   *
   * @param value above zero
   * @param deviation of its error, not negative, in any unit that all forecasts share
   * @param parts the numbers of the parts that make it up; a part is made up of itself
   */
  public record Node(double value, double deviation, int[] parts) {

    private double variance() {
      // A forecast without error would leave nothing to weigh against.
      double least = 1e-9 * value;
      return Math.max(least, deviation) * Math.max(least, deviation);
    }
  }

  /**
   * The parts, in the order of their numbers.
   *
   * @param values above zero
   * @param method by which they were found
   */
  public record Parts(double[] values, Method method) {}

  /**
   * Reconciles forecasts of one period.
   *
   * @param nodes of all wholes and parts
   * @param parts how many parts there are
   * @throws IllegalArgumentException if a part has no forecast of its own
   */
  public static Parts of(List<Node> nodes, int parts) {
    double[] own = own(nodes, parts);
    double[][] normal = new double[parts][parts];
    double[] right = new double[parts];
    for (Node node : nodes) {
      double weight = 1 / node.variance();
      for (int i : node.parts()) {
        right[i] += weight * node.value();
        for (int j : node.parts()) {
          normal[i][j] += weight;
        }
      }
    }
    double[] values = solved(normal, right);
    boolean arePositive = Arrays.stream(values).allMatch(value -> value > 0);
    return arePositive ? new Parts(values, Method.WLS) : new Parts(own, Method.BOTTOM_UP);
  }

  private static double[] own(List<Node> nodes, int parts) {
    double[] own = new double[parts];
    Arrays.fill(own, Double.NaN);
    nodes.stream()
        .filter(node -> node.parts().length == 1)
        .forEach(node -> own[node.parts()[0]] = node.value());
    for (int part = 0; part < parts; part++) {
      if (Double.isNaN(own[part])) {
        throw new IllegalArgumentException(
            "Cannot reconcile forecasts: part %d has none of its own. Give every part one."
                .formatted(part));
      }
    }
    return own;
  }

  /** By Cholesky's decomposition: with a forecast of every part the matrix is positive definite. */
  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    double[] x = right.clone();
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        matrix[j][j] -= matrix[j][k] * matrix[j][k];
      }
      matrix[j][j] = Math.sqrt(matrix[j][j]);
      for (int i = j + 1; i < n; i++) {
        for (int k = 0; k < j; k++) {
          matrix[i][j] -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] /= matrix[j][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= matrix[i][k] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= matrix[k][i] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    return x;
  }
}
