package org.bienmau.series;

/**
 * An estimated effect on the logarithm of a series: {@code exp(coefficient) - 1} is the change of
 * the level in a period that holds the whole window or is shut on all its days.
 *
 * @param name of the window, or the ids of the closures joined by {@code +}
 * @param kind of what
 * @param coefficient on the natural logarithm
 * @param standardError of the coefficient; the ARIMA parameters are taken as known, which makes it
 *     some 5 to 10 % too small
 * @param pValue of no effect, two-sided, by Student's t
 */
public record Effect(
    String name, Kind kind, double coefficient, double standardError, double pValue) {

  /** What an effect is counted as. */
  public enum Kind {
    TET,
    SPRING_FESTIVAL,
    CLOSURE;

    static Kind of(Festival festival) {
      return switch (festival) {
        case TET -> TET;
        case SPRING_FESTIVAL -> SPRING_FESTIVAL;
      };
    }
  }
}
