package org.bienmau.series;

import java.util.Arrays;
import java.util.List;

/**
 * The part of a series that can be adjusted.
 *
 * @param series from the first to the last known value; {@code NaN} also where a closure explains a
 *     zero
 * @param offset of its first period in the raw series
 * @param rawSize number of periods of the raw series
 */
record Preparation(TimeSeries series, int offset, int rawSize) {
  private static final int FEWEST_YEARS = 3;
  private static final double MOST_GAPS = 0.2;
  private static final double MOST_REPEATS = 0.8;

  /** From this share of closed days on, a zero is the closure's doing. */
  private static final double SHUT = 0.5;

  /** Far below the noise of any count or value, far above that of the arithmetic. */
  private static final double NO_NOISE = 1e-9;

  /**
   * @throws RefusedException if the series cannot be adjusted
   */
  static Preparation of(TimeSeries raw, List<Closure> closures) throws RefusedException {
    TimeSeries known = withoutClosedZeros(raw, closures).trimmed();
    requireLength(known);
    requirePositive(known);
    requireFewGaps(known);
    requireMovement(known);
    return new Preparation(known, raw.indexOf(known.start()), raw.size());
  }

  /**
   * Values of the known part among the periods of the raw series; {@code NaN} elsewhere.
   *
   * @param onlyKnown also {@code NaN} where the value inside the known part is unknown
   */
  double[] placed(double[] values, boolean onlyKnown) {
    double[] placed = new double[rawSize];
    Arrays.fill(placed, Double.NaN);
    for (int i = 0; i < series.size(); i++) {
      if (!onlyKnown || !Double.isNaN(series.value(i))) {
        placed[offset + i] = values[i];
      }
    }
    return placed;
  }

  private static TimeSeries withoutClosedZeros(TimeSeries raw, List<Closure> closures) {
    double[] shut = Regressors.shareShut(closures, raw);
    double[] values = raw.values();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == 0 && shut[i] >= SHUT) {
        values[i] = Double.NaN;
      }
    }
    return raw.with(values);
  }

  private static void requireLength(TimeSeries known) throws RefusedException {
    int fewest = FEWEST_YEARS * known.frequency().periodsPerYear();
    if (known.size() < fewest) {
      throw new RefusedException(
          Refusal.TOO_SHORT,
          Plural.of(known.size(), "There is %d period", "There are %d periods")
              + " between the first and the last value; %d are needed.".formatted(fewest));
    }
  }

  private static void requirePositive(TimeSeries known) throws RefusedException {
    int zeros = 0;
    for (int i = 0; i < known.size(); i++) {
      double value = known.value(i);
      if (Double.isInfinite(value)) {
        throw new RefusedException(
            Refusal.NOT_FINITE, "The value of %s is infinite.".formatted(known.period(i)));
      }
      if (value < 0) {
        throw new RefusedException(
            Refusal.NEGATIVE_VALUES,
            "The value of %s is below zero: %s.".formatted(known.period(i), value));
      }
      zeros += value == 0 ? 1 : 0;
    }
    if (zeros > 0) {
      throw new RefusedException(
          Refusal.ZERO_VALUES,
          "%d of %d values %s zero with no known closure."
              .formatted(zeros, known.size(), Plural.of(zeros, "is", "are")));
    }
  }

  private static void requireFewGaps(TimeSeries known) throws RefusedException {
    int gaps = 0;
    for (int i = 0; i < known.size(); i++) {
      gaps += Double.isNaN(known.value(i)) ? 1 : 0;
    }
    if (gaps > MOST_GAPS * known.size()) {
      throw new RefusedException(
          Refusal.TOO_MANY_GAPS,
          "%d of %d periods %s no value; %.0f %% may be missing."
              .formatted(gaps, known.size(), Plural.of(gaps, "has", "have"), 100 * MOST_GAPS));
    }
  }

  private static void requireMovement(TimeSeries known) throws RefusedException {
    int repeats = 0;
    double noise = 0;
    int year = known.frequency().periodsPerYear();
    for (int i = 1; i < known.size(); i++) {
      repeats += known.value(i) == known.value(i - 1) ? 1 : 0;
      if (i > year) {
        double change = Math.abs(yearlyChange(known, i) - yearlyChange(known, i - 1));
        noise = change > noise ? change : noise;
      }
    }
    if (repeats > MOST_REPEATS * (known.size() - 1)) {
      throw new RefusedException(
          Refusal.CONSTANT,
          "%d of %d values repeat the one before.".formatted(repeats, known.size()));
    }
    if (noise < NO_NOISE) {
      throw new RefusedException(
          Refusal.TOO_REGULAR, "Every period grows on the year before by the same rate.");
    }
  }

  private static double yearlyChange(TimeSeries series, int i) {
    double before = series.value(i - series.frequency().periodsPerYear());
    return Math.log(series.value(i) / before);
  }
}
