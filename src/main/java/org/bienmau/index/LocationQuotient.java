package org.bienmau.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much more of its trade a place has in some goods than the whole region: its share of the
 * goods ÷ the region's. In trade it is known as Balassa's index of revealed comparative advantage
 * (B. Balassa, <i>Trade Liberalisation and "Revealed" Comparative Advantage</i>, The Manchester
 * School 33, 1965).
 *
 * @param quotient above 1 where the place has more than the region; to eight decimals
 * @param symmetric (quotient − 1) ÷ (quotient + 1), from −1 to 1, 0 where both have as much: K.
 *     Laursen, <i>Revealed Comparative Advantage and the Alternatives as Measures of International
 *     Specialization</i>, Eurasian Business Review 5, 2015
 */
public record LocationQuotient(BigDecimal quotient, BigDecimal symmetric) {
  private static final int SCALE = 8;

  /**
   * The quotient of a place; null when the place, the region or the region's goods are zero.
   *
   * @param goods the goods in the place
   * @param place all goods in the place
   * @param goodsOfRegion the goods in the region
   * @param region all goods in the region
   */
  public static LocationQuotient of(
      BigDecimal goods, BigDecimal place, BigDecimal goodsOfRegion, BigDecimal region) {
    BigDecimal own = goods.multiply(region);
    BigDecimal due = place.multiply(goodsOfRegion);
    if (due.signum() <= 0 || region.signum() <= 0) {
      return null;
    }
    return new LocationQuotient(
        own.divide(due, SCALE, RoundingMode.HALF_UP),
        own.subtract(due).divide(own.add(due), SCALE, RoundingMode.HALF_UP));
  }
}
