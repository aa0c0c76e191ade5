package org.bienmau.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which goods of the register a code of the Harmonized System belongs to without doubt.
 *
 * <p>Of the goods that claim a code, those with the longest claim count, and of these the finest.
 * Where several are left, as for dragon fruit and lychees, which share a code, nobody can say which
 * of them it is: their nearest common group stands for them. Goods that overlap others are left
 * out, because what they hold is held by others as well. Editions of the system are not told apart.
 */
public final class GoodsCodes {
  /** In place of a code: everything that no other goods claim. */
  public static final String REST = "*";

  private final Map<String, Goods> byId;
  private final List<Goods> claiming;
  private final String rest;

  /**
   * @param goods all goods of the register, one of them without a parent
   */
  public GoodsCodes(List<Goods> goods) {
    this.byId = goods.stream().collect(Collectors.toMap(Goods::id, Function.identity()));
    this.claiming = goods.stream().filter(one -> !one.overlaps() && !one.takesTheRest()).toList();
    this.rest =
        goods.stream()
            .filter(Goods::takesTheRest)
            .map(Goods::id)
            .findFirst()
            .orElseGet(
                () ->
                    goods.stream()
                        .filter(one -> one.parentId() == null)
                        .findFirst()
                        .orElseThrow()
                        .id());
  }

  /**
   * The goods of every code, by the longest of these beginnings that the code has; {@link #REST}
   * stands for codes that have none of them.
   */
  public Map<String, String> byBeginning() {
    Set<String> beginnings = new TreeSet<>();
    claiming.forEach(goods -> beginnings.addAll(digits(goods)));
    Map<String, String> found = new TreeMap<>();
    beginnings.forEach(beginning -> found.put(beginning, of(beginning)));
    found.put(REST, rest);
    return found;
  }

  /** The goods that a code, or the beginning of one, belongs to. */
  public String of(String code) {
    Map<Integer, List<Goods>> byLength =
        claiming.stream()
            .filter(goods -> claim(goods, code) > 0)
            .collect(Collectors.groupingBy(goods -> claim(goods, code)));
    if (byLength.isEmpty()) {
      return rest;
    }
    List<Goods> longest =
        byLength.get(byLength.keySet().stream().max(Comparator.naturalOrder()).orElseThrow());
    return nearestCommon(finest(longest));
  }

  /** All groups that goods belong to, from themselves to the root. */
  public List<String> lineage(String id) {
    List<String> lineage = new ArrayList<>();
    for (String up = id; up != null; up = byId.get(up).parentId()) {
      lineage.add(up);
    }
    return lineage;
  }

  private static int claim(Goods goods, String code) {
    return digits(goods).stream().filter(code::startsWith).mapToInt(String::length).max().orElse(0);
  }

  private static List<String> digits(Goods goods) {
    return goods.hsCodes().stream().map(code -> code.replace(".", "")).toList();
  }

  private List<Goods> finest(List<Goods> claimants) {
    return claimants.stream()
        .filter(one -> claimants.stream().noneMatch(other -> isGroupOf(one, other)))
        .toList();
  }

  private boolean isGroupOf(Goods group, Goods goods) {
    return !group.id().equals(goods.id()) && lineage(goods.id()).contains(group.id());
  }

  /** The root would stand for everything, so that the rest stands in its place. */
  private String nearestCommon(List<Goods> claimants) {
    Set<String> common = new LinkedHashSet<>(lineage(claimants.get(0).id()));
    claimants.forEach(one -> common.retainAll(lineage(one.id())));
    String nearest = common.iterator().next();
    return byId.get(nearest).parentId() == null ? rest : nearest;
  }
}
