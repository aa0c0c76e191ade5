package org.bienmau.measure;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.bienmau.table.Types;

/** Change between two periods, in per cent, and the base that a printed change implies. */
public final class Growth {
  private Growth() {}

  /** The first percentage that {@link Types#PERCENT} cannot hold. */
  private static final Column TOO_LARGE = lit(new BigDecimal("10000000000"));

  /**
   * The change from {@code before} to {@code now}, in per cent of {@code before}, to four decimals.
   *
   * <p>Empty when either value is empty or {@code before} is not above zero: a change from nothing
   * has no percentage, and a reader would take an infinite or negative one for a real trend.
   */
  public static Column percentChange(Column now, Column before) {
    return percent(now.minus(before), before);
  }

  /**
   * What part of {@code whole} the {@code part} is, in per cent, to four decimals; empty when
   * either is empty or {@code whole} is not above zero.
   */
  public static Column percentOf(Column part, Column whole) {
    return percent(part, whole);
  }

  /**
   * The earlier value from which {@code now} has grown by {@code percent}; empty when either is
   * empty or the percentage is −100 or less, because nothing shrinks to less than nothing.
   */
  public static Column impliedBase(Column now, Column percent) {
    Column factor = percent.plus(lit(100));
    return when(factor.gt(0), now.multiply(lit(100)).divide(factor)).cast(Types.QUANTITY);
  }

  /**
   * The whole of which {@code part} is {@code percent} per cent, for example a plan from the share
   * of it that is reached; empty when either is empty or the percentage is not above zero.
   */
  public static Column impliedWhole(Column part, Column percent) {
    return when(percent.gt(0), part.multiply(lit(100)).divide(percent)).cast(Types.QUANTITY);
  }

  private static Column percent(Column part, Column whole) {
    Column percent = when(whole.gt(0), part.divide(whole).multiply(lit(100)));
    return when(percent.between(TOO_LARGE.multiply(lit(-1)), TOO_LARGE), percent)
        .cast(Types.PERCENT);
  }
}
