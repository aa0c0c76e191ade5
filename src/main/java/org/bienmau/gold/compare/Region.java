package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bienmau.reference.ScopeType;

/**
 * The cells of the border and its sections in one period, by place and goods.
 *
 * @param root the goods that hold all others
 * @param border what is known of the border as a whole, by goods
 * @param sections what is known of each section, by goods
 */
record Region(String root, Map<String, Known> border, Map<String, Map<String, Known>> sections) {

  /** Reads cells of one period. */
  static Region of(List<Known> cells, GoodsTree goods, Set<String> borders) {
    Map<String, Known> border = new TreeMap<>();
    Map<String, Map<String, Known>> sections = new TreeMap<>();
    for (Known cell : cells) {
      if (cell.scopeType().equals(ScopeType.SECTION.id())) {
        sections.computeIfAbsent(cell.scopeId(), any -> new HashMap<>()).put(cell.goodsId(), cell);
      } else if (borders.contains(cell.scopeId())) {
        border.put(cell.goodsId(), cell);
      }
    }
    return new Region(goods.root(), border, sections);
  }

  /** All goods of the border; null when they are not known. */
  Known whole() {
    return border.get(root);
  }

  /** All goods of a section; null when they are not known. */
  Known whole(String section) {
    return cells(section).get(root);
  }

  /** What is known of a section, by goods. */
  Map<String, Known> cells(String section) {
    return sections.getOrDefault(section, Map.of());
  }

  /** The value of some goods of a place; zero where it holds none of them, null when not known. */
  BigDecimal value(Map<String, Known> place, String goods) {
    if (place.containsKey(goods)) {
      return place.get(goods).value();
    }
    Known all = place.get(root);
    return all != null && all.isComputed() ? BigDecimal.ZERO : null;
  }

  /** The goods directly under all goods among those that are known of the border. */
  Set<String> pieces(GoodsTree goods) {
    Set<String> pieces = new TreeSet<>();
    for (String id : border.keySet()) {
      if (root.equals(goods.above(id, border.keySet()))) {
        pieces.add(id);
      }
    }
    return pieces;
  }
}
