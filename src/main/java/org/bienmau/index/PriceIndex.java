package org.bienmau.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * What of a change in value is price, and what is volume.
 *
 * <p>With p the value per unit of quantity and q the quantity of each goods, 0 before and 1 now:
 *
 * <ul>
 *   <li>Laspeyres L = Σp₁q₀ ÷ Σp₀q₀ weighs prices by the quantities of before, Paasche P = Σp₁q₁ ÷
 *       Σp₀q₁ by those of now; Fisher's index is √(L·P).
 *   <li>Fisher's price and volume indices multiply to the ratio of values and turn into their
 *       inverse when time is reversed (I. Fisher, <i>The Making of Index Numbers</i>, 1922;
 *       <i>Export and Import Price Index Manual</i>, International Monetary Fund, 2009).
 *   <li>In money, ½Σ(q₀+q₁)(p₁−p₀) is price and ½Σ(p₀+p₁)(q₁−q₀) is volume; both add up to the
 *       change (T. L. Bennet, <i>The Theory of Measurement of Changes in Cost of Living</i>,
 *       Journal of the Royal Statistical Society 83, 1920).
 *   <li>The value per unit of all goods together also moves when dearer goods gain on cheaper ones;
 *       what it moves beyond the price index is the mix.
 * </ul>
 *
 * @param laspeyres to eight decimals, like all ratios
 * @param volume Fisher's volume index
 * @param mix unit value ratio ÷ fisher
 * @param priceEffect in money, to four decimals
 * @param volumeEffect in money; both effects add up to the change exactly
 */
public record PriceIndex(
    BigDecimal laspeyres,
    BigDecimal paasche,
    BigDecimal fisher,
    BigDecimal volume,
    BigDecimal valueRatio,
    BigDecimal unitValueRatio,
    BigDecimal mix,
    BigDecimal priceEffect,
    BigDecimal volumeEffect) {

  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final int RATIO = 8;
  private static final int MONEY = 4;

  /**
   * Goods with value and quantity before and now, all above zero.
   *
   * @param valueBefore price times quantity
   */
  public record Item(
      BigDecimal valueBefore, BigDecimal quantityBefore, BigDecimal value, BigDecimal quantity) {

    /** What the quantity of before would have cost now. */
    BigDecimal basketBeforeAtPricesNow() {
      return value.multiply(quantityBefore).divide(quantity, EXACT);
    }

    /** What the quantity of now would have cost before. */
    BigDecimal basketNowAtPricesBefore() {
      return valueBefore.multiply(quantity).divide(quantityBefore, EXACT);
    }
  }

  /**
   * The indices of these goods, which must be all in both periods.
   *
   * @param items at least one
   */
  public static PriceIndex of(List<Item> items) {
    BigDecimal before = sum(items, Item::valueBefore);
    BigDecimal now = sum(items, Item::value);
    BigDecimal mixedBefore = sum(items, Item::basketBeforeAtPricesNow);
    BigDecimal mixedNow = sum(items, Item::basketNowAtPricesBefore);
    BigDecimal laspeyres = mixedBefore.divide(before, EXACT);
    BigDecimal paasche = now.divide(mixedNow, EXACT);
    BigDecimal fisher = laspeyres.multiply(paasche).sqrt(EXACT);
    BigDecimal values = now.divide(before, EXACT);
    BigDecimal quantities =
        sum(items, Item::quantity).divide(sum(items, Item::quantityBefore), EXACT);
    BigDecimal unitValues = values.divide(quantities, EXACT);
    BigDecimal price =
        mixedBefore
            .subtract(before)
            .add(now)
            .subtract(mixedNow)
            .divide(BigDecimal.valueOf(2), MONEY, RoundingMode.HALF_UP);
    return new PriceIndex(
        ratio(laspeyres),
        ratio(paasche),
        ratio(fisher),
        ratio(values.divide(fisher, EXACT)),
        ratio(values),
        ratio(unitValues),
        ratio(unitValues.divide(fisher, EXACT)),
        price,
        now.subtract(before).subtract(price));
  }

  private static BigDecimal sum(List<Item> items, Function<Item, BigDecimal> number) {
    return items.stream().map(number).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal ratio(BigDecimal exact) {
    return exact.setScale(RATIO, RoundingMode.HALF_UP);
  }
}
