package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bienmau.table.Types;

/**
 * Value and weight of the goods of one place, direction, regime and period.
 *
 * @param values trade in money, by goods
 * @param weights the same in tonnes
 */
record Priced(Map<String, Known> values, Map<String, Known> weights) {
  /** The measures that a price is made of; they have the same places, goods and regimes. */
  static final String VALUE = "trade_value";

  static final String WEIGHT = "trade_weight";

  static Priced of(List<Known> cells) {
    Map<String, Known> values = new HashMap<>();
    Map<String, Known> weights = new HashMap<>();
    cells.forEach(
        cell -> (cell.measureId().equals(VALUE) ? values : weights).put(cell.goodsId(), cell));
    return new Priced(values, weights);
  }

  /** All goods of which anything is known. */
  Set<String> goods() {
    Set<String> goods = new TreeSet<>(values.keySet());
    goods.addAll(weights.keySet());
    return goods;
  }

  /**
   * Why there is no value per tonne; null when there is. Value and weight must be of one source:
   * two sources may count other lots under the same name.
   */
  String whyNoPrice(String goods) {
    Known value = values.get(goods);
    Known weight = weights.get(goods);
    if (value == null) {
      return "value_missing";
    }
    if (weight == null) {
      return "weight_missing";
    }
    if (weight.value().signum() <= 0) {
      return "weight_zero";
    }
    return value.hasSourceOf(weight) ? null : "other_source";
  }

  /** The value per tonne; null when there is none. */
  BigDecimal price(String goods) {
    return whyNoPrice(goods) == null
        ? values
            .get(goods)
            .value()
            .divide(weights.get(goods).value(), Types.QUANTITY.scale(), RoundingMode.HALF_UP)
        : null;
  }
}
