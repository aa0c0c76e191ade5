package org.bienmau.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages to four decimals, rounded once, from exact decimals. */
public final class Percent {
  private Percent() {}

  /** Digits after the point of every percentage. */
  public static final int SCALE = 4;

  /** A ten-thousandth of a per cent is this part of the whole. */
  static final BigDecimal PER_WHOLE = new BigDecimal("1000000");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The first percentage that a table's column cannot hold. */
  private static final BigDecimal TOO_LARGE = new BigDecimal("10000000000");

  /**
   * The change from {@code before} to {@code now} in per cent of {@code before}; null where {@link
   * #of} is.
   */
  public static BigDecimal change(BigDecimal now, BigDecimal before) {
    return now == null || before == null ? null : of(now.subtract(before), before);
  }

  /**
   * What part of {@code whole} the {@code part} is; null when either is null, the whole is not
   * above zero or the part is more than a hundred million times the whole.
   */
  public static BigDecimal of(BigDecimal part, BigDecimal whole) {
    if (part == null || whole == null || whole.signum() <= 0) {
      return null;
    }
    BigDecimal percent = part.multiply(HUNDRED).divide(whole, SCALE, RoundingMode.HALF_UP);
    return percent.abs().compareTo(TOO_LARGE) < 0 ? percent : null;
  }
}
