package org.bienmau.source.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.ValueLimits;

/**
 * The bounds of a column of numbers.
 *
 * @param limits as the contract writes them
 * @param least the least allowed value, in units of the last decimal
 * @param greatest the greatest allowed value, in units of the last decimal
 */
record NumberLimits(ValueLimits limits, long least, long greatest) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  static NumberLimits of(ContractColumn column, int scale) {
    ValueLimits limits = column.limits();
    long least = Long.MIN_VALUE;
    if (!limits.minimum().isEmpty()) {
      least = unscaled(limits.minimum(), scale, RoundingMode.CEILING);
    }
    if (!limits.exclusiveMinimum().isEmpty()) {
      least = Math.max(least, unscaled(limits.exclusiveMinimum(), scale, RoundingMode.FLOOR) + 1);
    }
    long greatest =
        limits.maximum().isEmpty()
            ? Long.MAX_VALUE
            : unscaled(limits.maximum(), scale, RoundingMode.FLOOR);
    return new NumberLimits(limits, least, greatest);
  }

  /** The number that a text is, or null when it is none. */
  static BigDecimal number(String text) {
    return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  /** Refuses a number that lies outside. */
  void judge(CellColumn column, BigDecimal number, String text, int row, Refusals refusals) {
    if (!limits.minimum().isEmpty() && number.compareTo(new BigDecimal(limits.minimum())) < 0) {
      column.refuseValue(
          refusals,
          row,
          ReasonCode.BELOW_MINIMUM,
          text,
          "which is below %s, the least there is.".formatted(limits.minimum()));
    }
    if (!limits.exclusiveMinimum().isEmpty()
        && number.compareTo(new BigDecimal(limits.exclusiveMinimum())) <= 0) {
      column.refuseValue(
          refusals,
          row,
          ReasonCode.BELOW_MINIMUM,
          text,
          "which is not above %s.".formatted(limits.exclusiveMinimum()));
    }
    if (!limits.maximum().isEmpty() && number.compareTo(new BigDecimal(limits.maximum())) > 0) {
      column.refuseValue(
          refusals,
          row,
          ReasonCode.ABOVE_MAXIMUM,
          text,
          "which is above %s, the most there is.".formatted(limits.maximum()));
    }
  }

  private static long unscaled(String bound, int scale, RoundingMode rounding) {
    return new BigDecimal(bound).setScale(scale, rounding).unscaledValue().longValueExact();
  }
}
