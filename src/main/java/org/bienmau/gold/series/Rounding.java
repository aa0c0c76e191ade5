package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.spark.sql.types.DecimalType;
import org.bienmau.table.Types;

/**
 * Makes published numbers of estimates.
 *
 * <p>Seven digits: what an iteration leaves open lies behind them, so that processors that round
 * the ninth differently give the same bytes. What lies beyond the largest number of its column, as
 * the end of a hopelessly wide interval may, is that number.
 */
final class Rounding {
  private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);

  private Rounding() {}

  /** A quantity; null for {@code NaN}. */
  static BigDecimal quantity(double value) {
    return rounded(value, Types.QUANTITY);
  }

  /** A factor, coefficient or probability; null for {@code NaN}. */
  static BigDecimal index(double value) {
    return rounded(value, Types.INDEX);
  }

  /** A share of 0 to 1, or a relative change, in per cent; null for {@code NaN}. */
  static BigDecimal percent(double share) {
    return rounded(100 * share, Types.PERCENT);
  }

  private static BigDecimal rounded(double value, DecimalType type) {
    if (Double.isNaN(value)) {
      return null;
    }
    BigDecimal largest = largest(type);
    if (Math.abs(value) >= largest.doubleValue()) {
      return value > 0 ? largest : largest.negate();
    }
    return new BigDecimal(value).round(DIGITS).setScale(type.scale(), RoundingMode.HALF_EVEN);
  }

  /** All nines. */
  private static BigDecimal largest(DecimalType type) {
    return new BigDecimal(
        BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE), type.scale());
  }
}
