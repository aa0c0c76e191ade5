package org.bienmau.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A level that drifts and wanders, seen through noise: {@code y(t) = level(t) + noise, level(t) =
 * level(t-1) + drift + step}, with a level known to nobody at the start.
 *
 * @param drift usual change of the level in a period
 * @param stepVariance of the level's own steps
 * @param noiseVariance of what hides it
 */
record WanderingLevel(double drift, double stepVariance, double noiseVariance) {
  /** Ratios of the two variances among which the likeliest is chosen: 0.001 to 100. */
  private static final int LOWEST_DECADE = -3;

  private static final int HIGHEST_DECADE = 2;

  private static final int RATIOS_PER_DECADE = 8;

  /** After so many values the precision of the level hardly grows any more. */
  private static final int SETTLING = 200;

  /** Below any change that figures show; keeps the weights finite in a series without noise. */
  private static final double LEAST_VARIANCE = 1e-8;

  /**
   * What is known of the level in a period.
   *
   * @param level best estimate
   * @param precision inverse of its variance; 0 when nothing is known
   * @param cost sum of squared standardised errors so far
   */
  record State(double level, double precision, double cost) {
    static final State UNKNOWN = new State(0, 0, 0);
  }

  /**
   * The likeliest variances (Harvey 1989, Forecasting, Structural Time Series Models and the Kalman
   * Filter, section 4.2).
   *
   * @param values {@code NaN} where unknown; at least three are known
   * @param drift of the level in a period
   */
  static WanderingLevel likeliest(double[] values, double drift) {
    return candidates(values, drift).stream()
        .max(Comparator.comparingDouble(Candidate::logLikelihood))
        .orElseThrow()
        .level();
  }

  /**
   * The mean of an estimate over all ratios of the variances, weighted by how likely they make the
   * values; a few dozen values do not tell whether a level wanders a little or not at all, and the
   * likeliest ratio alone would feign to know.
   *
   * @param values as in {@link #likeliest}
   * @param drift of the level in a period
   * @param estimate under given variances
   */
  static Estimate averaged(
      double[] values, double drift, Function<WanderingLevel, Estimate> estimate) {
    List<Candidate> candidates = candidates(values, drift);
    double highest = candidates.stream().mapToDouble(Candidate::logLikelihood).max().orElseThrow();
    double weights = 0;
    double mean = 0;
    double square = 0;
    for (Candidate candidate : candidates) {
      double weight = Math.exp(candidate.logLikelihood() - highest);
      Estimate one = estimate.apply(candidate.level());
      weights += weight;
      mean += weight * one.value();
      square += weight * (one.standardError() * one.standardError() + one.value() * one.value());
    }
    mean /= weights;
    return new Estimate(mean, Math.sqrt(square / weights - mean * mean));
  }

  /**
   * @param value likeliest
   * @param standardError of it
   */
  record Estimate(double value, double standardError) {}

  private record Candidate(WanderingLevel level, double logLikelihood) {}

  private static List<Candidate> candidates(double[] values, double drift) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = LOWEST_DECADE * RATIOS_PER_DECADE; i <= HIGHEST_DECADE * RATIOS_PER_DECADE; i++) {
      double ratio = Math.pow(10, (double) i / RATIOS_PER_DECADE);
      candidates.add(new WanderingLevel(drift, ratio, 1).scaled(values));
    }
    return candidates;
  }

  /** With both variances multiplied by the factor that makes the values likeliest. */
  private Candidate scaled(double[] values) {
    State state = State.UNKNOWN;
    double logVariances = 0;
    int errors = 0;
    for (double value : values) {
      state = moved(state);
      if (state.precision() > 0 && !Double.isNaN(value)) {
        logVariances += Math.log(1 / state.precision() + noiseVariance);
        errors++;
      }
      state = seen(state, value);
    }
    double factor = Math.max(state.cost() / errors, LEAST_VARIANCE);
    WanderingLevel level = new WanderingLevel(drift, stepVariance * factor, noiseVariance * factor);
    return new Candidate(level, -(errors * Math.log(factor) + logVariances) / 2);
  }

  /**
   * The likeliest drift, the other two being right: generalised least squares, by filtering the
   * values and a straight line alike (Harvey 1989, section 3.4.2).
   *
   * @param values {@code NaN} where unknown
   */
  Estimate drift(double[] values) {
    WanderingLevel still = new WanderingLevel(0, stepVariance, noiseVariance);
    State value = State.UNKNOWN;
    State line = State.UNKNOWN;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      value = still.moved(value);
      line = still.moved(line);
      if (Double.isNaN(values[i])) {
        continue;
      }
      if (value.precision() > 0) {
        double variance = 1 / value.precision() + noiseVariance;
        products += (values[i] - value.level()) * (i - line.level()) / variance;
        squares += (i - line.level()) * (i - line.level()) / variance;
      }
      value = still.seen(value, values[i]);
      line = still.seen(line, i);
    }
    return new Estimate(products / squares, Math.sqrt(1 / squares));
  }

  /**
   * How far the mean of some periods lies above the level to which the values before them had come.
   *
   * @param before values before; {@code NaN} where unknown
   * @param mean of the periods after
   * @param periods number of them
   */
  Estimate rise(double[] before, double mean, int periods) {
    State last = along(before, 0, before.length);
    double steps = 0;
    for (int i = 1; i <= periods; i++) {
      double share = (double) i / periods;
      steps += share * share;
    }
    double variance = 1 / last.precision() + stepVariance * steps + noiseVariance / periods;
    return new Estimate(mean - last.level(), Math.sqrt(variance));
  }

  /** The same, with both variances raised until a value misses the level so far by a deviation. */
  WanderingLevel missingBy(double leastDeviation) {
    State state = State.UNKNOWN;
    for (int i = 0; i < SETTLING; i++) {
      state = seen(moved(state), 0);
    }
    double variance = 1 / moved(state).precision() + noiseVariance;
    double factor = Math.max(1, leastDeviation * leastDeviation / variance);
    return new WanderingLevel(drift, stepVariance * factor, noiseVariance * factor);
  }

  /** The state a period later, before its value is seen. */
  State moved(State state) {
    double precision = state.precision() == 0 ? 0 : 1 / (1 / state.precision() + stepVariance);
    return new State(state.level() + drift, precision, state.cost());
  }

  /** The state once the value is seen; the same when it is unknown. */
  State seen(State state, double value) {
    if (Double.isNaN(value)) {
      return state;
    }
    double weight = 1 / noiseVariance;
    double precision = state.precision() + weight;
    double error = value - state.level();
    double cost =
        state.precision() == 0 ? 0 : error * error / (1 / state.precision() + noiseVariance);
    return new State(state.level() + error * weight / precision, precision, state.cost() + cost);
  }

  /** What is known of the level after a stretch of values, from nothing before it. */
  State along(double[] values, int from, int end) {
    State state = State.UNKNOWN;
    for (int i = from; i < end; i++) {
      state = seen(moved(state), values[i]);
    }
    return state;
  }

  /**
   * What a stretch of values says of the level in its first period: the same walk, from its end.
   */
  State backwards(double[] values, int from, int end) {
    WanderingLevel reversed = new WanderingLevel(-drift, stepVariance, noiseVariance);
    State state = State.UNKNOWN;
    for (int i = end - 1; i >= from; i--) {
      state = reversed.seen(reversed.moved(state), values[i]);
    }
    return state;
  }
}
