package org.bienmau.gold.compare;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bienmau.reference.Goods;

/**
 * Which group holds which goods.
 *
 * @param groups the group of each commodity or group; the root has none
 * @param overlapping goods that cut across others and are never parts
 */
record GoodsTree(Map<String, String> groups, Set<String> overlapping) implements Serializable {

  static GoodsTree of(List<Goods> register) {
    Map<String, String> groups = new HashMap<>();
    Set<String> overlapping = new HashSet<>();
    for (Goods goods : register) {
      if (goods.parentId() != null) {
        groups.put(goods.id(), goods.parentId());
      }
      if (goods.overlaps()) {
        overlapping.add(goods.id());
      }
    }
    return new GoodsTree(groups, overlapping);
  }

  /** The group that holds all others. */
  String root() {
    String group = groups.values().iterator().next();
    while (groups.containsKey(group)) {
      group = groups.get(group);
    }
    return group;
  }

  /** The group directly above among those that are known; null when there is none. */
  String above(String goods, Set<String> known) {
    String group = overlapping.contains(goods) ? null : groups.get(goods);
    while (group != null && !known.contains(group)) {
      group = groups.get(group);
    }
    return group;
  }
}
