package org.bienmau.gold.compare;

import java.io.Serializable;
import java.util.ArrayList;
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
 * @param homogeneous goods of one kind, whose value per tonne may be read as a price
 */
record GoodsTree(Map<String, String> groups, Set<String> overlapping, Set<String> homogeneous)
    implements Serializable {

  GoodsTree(Map<String, String> groups, Set<String> overlapping) {
    this(groups, overlapping, Set.of());
  }

  static GoodsTree of(List<Goods> register) {
    Map<String, String> groups = new HashMap<>();
    Set<String> overlapping = new HashSet<>();
    Set<String> homogeneous = new HashSet<>();
    for (Goods goods : register) {
      if (goods.parentId() != null) {
        groups.put(goods.id(), goods.parentId());
      }
      if (goods.overlaps()) {
        overlapping.add(goods.id());
      }
      if (goods.homogeneous()) {
        homogeneous.add(goods.id());
      }
    }
    return new GoodsTree(groups, overlapping, homogeneous);
  }

  /** Every group that holds some goods, from the nearest up. */
  List<String> allAbove(String goods) {
    List<String> above = new ArrayList<>();
    for (String group = groups.get(goods); group != null; group = groups.get(group)) {
      above.add(group);
    }
    return above;
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
