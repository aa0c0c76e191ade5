package org.bienmau.series;

import java.time.YearMonth;

/**
 * A period that the model found out of line with the others.
 *
 * @param type shape of the disturbance
 * @param period first month of the period in which it begins
 * @param coefficient on the natural logarithm
 * @param standardError of the coefficient
 */
public record Outlier(Type type, YearMonth period, double coefficient, double standardError) {
  /** What is left of a transitory change after a period. */
  static final double FADING = 0.7;

  /** Shape of a disturbance. */
  public enum Type {
    /** One period. */
    AO,
    /** A jump that fades by a factor of 0.7 a period. */
    TC,
    /** A lasting step. */
    LS
  }

  /** How far the coefficient lies from zero in standard errors. */
  public double tStatistic() {
    return coefficient / standardError;
  }

  /** Its share in the logarithm of a later period, as a multiple of the coefficient. */
  double shape(int periodsAfter) {
    if (periodsAfter < 0) {
      return 0;
    }
    return switch (type) {
      case AO -> periodsAfter == 0 ? 1 : 0;
      case TC -> Math.pow(FADING, periodsAfter);
      case LS -> 1;
    };
  }
}
