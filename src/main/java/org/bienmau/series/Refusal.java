package org.bienmau.series;

/** Why a series is not seasonally adjusted. */
public enum Refusal {
  /** Fewer than 36 months, or 12 quarters, between the first and the last known value. */
  TOO_SHORT,
  /** A value is infinite. */
  NOT_FINITE,
  /** A value is below zero, so there is no logarithm. */
  NEGATIVE_VALUES,
  /**
   * A value is zero outside the periods that known closures shut for half of their days or more.
   */
  ZERO_VALUES,
  /** More than a fifth of the periods have no value. */
  TOO_MANY_GAPS,
  /** More than four fifths of the values repeat the one before. */
  CONSTANT,
  /** Every year grows on the one before by the same rate, period by period: there is no noise. */
  TOO_REGULAR,
  /** The engine left a festival or closure out of the model without a word. */
  REGRESSOR_DROPPED,
  /** The engine gave no result, or one with holes in it. */
  ENGINE_FAILED,
  /** The engine did not end within the processor time that one series may take. */
  TIME_LIMIT
}
