package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bienmau.gold.compare.Perimeter.Moves;
import org.bienmau.gold.compare.Whole.Part;

/**
 * How the cells of a block lie in each other.
 *
 * @param name what a cell is called in this nesting; null for a cell that is not in it
 * @param aboveNow what holds a named cell directly, among the names that are known; null when
 *     nothing does
 * @param aboveBefore the same a year earlier
 * @param moves what has moved from one to another since
 */
record Nesting(
    Function<Known, String> name,
    BiFunction<String, Set<String>, String> aboveNow,
    BiFunction<String, Set<String>, String> aboveBefore,
    Moves moves) {

  /** A nesting in which nothing moves. */
  static Nesting still(
      Function<Known, String> name, BiFunction<String, Set<String>, String> above) {
    return new Nesting(name, above, above, new Moves(Map.of(), Set.of()));
  }

  /** Every cell of the period that holds others, with what it holds. */
  List<Whole> wholes(Block block) {
    Map<String, Known> now = named(block.now());
    Map<String, Known> before = named(block.before());
    Map<String, Set<String>> parts = new TreeMap<>();
    now.keySet().forEach(part -> put(parts, aboveNow.apply(part, now.keySet()), part));
    for (String part : before.keySet()) {
      boolean stillKnown =
          now.containsKey(part) || now.containsKey(moves.takenIn().getOrDefault(part, part));
      if (!stillKnown) {
        put(parts, aboveBefore.apply(part, before.keySet()), part);
      }
    }
    List<Whole> wholes = new ArrayList<>();
    for (Map.Entry<String, Set<String>> one : parts.entrySet()) {
      if (now.containsKey(one.getKey())) {
        wholes.add(new Assembly(block, now, before, one.getKey()).whole(one.getValue()));
      }
    }
    return wholes;
  }

  private Map<String, Known> named(List<Known> cells) {
    Map<String, Known> named = new TreeMap<>();
    for (Known cell : cells) {
      if (name.apply(cell) != null) {
        named.put(name.apply(cell), cell);
      }
    }
    return named;
  }

  private static void put(Map<String, Set<String>> parts, String whole, String part) {
    if (whole != null) {
      parts.computeIfAbsent(whole, any -> new TreeSet<>()).add(part);
    }
  }

  /** Puts one whole and its parts together. */
  private final class Assembly {
    private final Block block;
    private final Map<String, Known> now;
    private final Map<String, Known> before;
    private final Known value;
    private final Known base;
    private final String notCompared;

    Assembly(Block block, Map<String, Known> now, Map<String, Known> before, String name) {
      this.block = block;
      this.now = now;
      this.before = before;
      this.value = now.get(name);
      this.base = before.get(name);
      String reason = block.whyNotCompared(value, base);
      this.notCompared = reason == null && moves.concern(name) ? "perimeter_changed" : reason;
    }

    Whole whole(Set<String> parts) {
      return new Whole(value, base, notCompared, parts.stream().map(this::part).toList());
    }

    private Part part(String id) {
      Known cell = now.get(id);
      Known cellBefore = before.get(id);
      List<String> takenIn = moves.takenInBy(id);
      BigDecimal partValue = orZero(cell, value);
      BigDecimal partBase = takenIn.isEmpty() ? orZero(cellBefore, base) : together(id, takenIn);
      boolean ofWhole = block.isOfKnownRegime() || cell != null && cell.hasSourceOf(value);
      return new Part(
          id,
          partValue,
          partBase,
          cell == null ? null : cell.observationId(),
          cellBefore == null || !takenIn.isEmpty() ? null : cellBefore.observationId(),
          ofWhole,
          whyNotCompared(id, partValue, partBase, ofWhole));
    }

    /** A value that is not there is zero where its whole was added up from records. */
    private static BigDecimal orZero(Known cell, Known whole) {
      if (cell != null) {
        return cell.value();
      }
      return whole != null && whole.isComputed() ? BigDecimal.ZERO : null;
    }

    /** What a gate and those that it has taken in since were together; null if one is unknown. */
    private BigDecimal together(String id, List<String> takenIn) {
      BigDecimal sum = orZero(before.get(id), base);
      for (String gate : takenIn) {
        BigDecimal one = orZero(before.get(gate), base);
        sum = sum == null || one == null ? null : sum.add(one);
      }
      return sum;
    }

    private String whyNotCompared(
        String id, BigDecimal partValue, BigDecimal partBase, boolean ofWhole) {
      boolean takesIn = !moves.takenInBy(id).isEmpty();
      if (moves.broken().contains(id) || takesIn && partBase == null) {
        return "perimeter_changed";
      }
      if (partValue == null) {
        return "value_missing";
      }
      String reason =
          now.containsKey(id) ? block.whyNotCompared(now.get(id), before.get(id)) : null;
      if (reason != null && !reason.equals("base_missing")) {
        return reason;
      }
      if (partBase == null) {
        return "base_missing";
      }
      return ofWhole ? null : "regime_unknown";
    }
  }
}
