package org.bienmau.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Why one place's trade in one kind of goods changed: because the whole region grew, because these
 * goods did, or because of the place itself.
 *
 * <p>The classical form: with x the place's and X the region's values of the goods, and G the
 * growth of all goods in the region, the change x₁ − x₀ is x₀·G (regional) + x₀·(X₁ ÷ X₀ − 1 − G)
 * (mix) + the rest, x₁ − x₀·X₁ ÷ X₀ (competitive). Goods that are new to the whole region have no
 * growth; what they bring is counted to the mix, as it is for the region as a whole. Definition: E.
 * S. Dunn, <i>A Statistical and Analytical Technique for Regional Analysis</i>, Papers in Regional
 * Science 6, 1960.
 *
 * @param regional to four decimals, like the others; the three add up to the change exactly
 */
public record ShiftShare(BigDecimal regional, BigDecimal mix, BigDecimal competitive) {
  private static final int SCALE = 4;

  /**
   * A value and that of a year earlier.
   *
   * @param before not below zero
   */
  public record Pair(BigDecimal now, BigDecimal before) {
    BigDecimal change() {
      return now.subtract(before);
    }
  }

  /**
   * The effects of one kind of goods in one place.
   *
   * @param place the goods in the place
   * @param goods the goods in the whole region
   * @param region all goods in the whole region; above zero a year earlier
   */
  public static ShiftShare of(Pair place, Pair goods, Pair region) {
    BigDecimal regional = grown(place.before(), region);
    BigDecimal expected =
        goods.before().signum() > 0 ? grown(place.before(), goods) : place.change();
    return new ShiftShare(regional, expected.subtract(regional), place.change().subtract(expected));
  }

  /** What a base would have gained, had it grown like others. */
  private static BigDecimal grown(BigDecimal base, Pair like) {
    return base.multiply(like.change()).divide(like.before(), SCALE, RoundingMode.HALF_UP);
  }
}
