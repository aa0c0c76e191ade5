package org.bienmau.gold.compare;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bienmau.reference.GateStatus;

/**
 * Which lanes a gate's figures hold, and where that differs between a period and the year before.
 *
 * <p>The unit of a gate is the gate whose totals hold it, or itself where it stands alone. When a
 * gate becomes a lane of another, the other's figures grow without a truck more.
 *
 * @param states the states of each gate, from the earliest; planned ones left out
 */
record Perimeter(Map<String, List<GateStatus>> states) implements Serializable {

  static Perimeter of(List<GateStatus> register) {
    Map<String, List<GateStatus>> states = new TreeMap<>();
    register.stream()
        .filter(state -> !"planned".equals(state.status()))
        .map(GateStatus::gateId)
        .distinct()
        .forEach(gate -> states.put(gate, statesOf(gate, register)));
    return new Perimeter(states);
  }

  private static List<GateStatus> statesOf(String gate, List<GateStatus> register) {
    return register.stream()
        .filter(state -> state.gateId().equals(gate) && !"planned".equals(state.status()))
        .sorted(
            Comparator.comparing(
                GateStatus::validFrom, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  /** A stretch of local days, both included. */
  record Days(LocalDate start, LocalDate end) {}

  /** The unit of a gate throughout the days; empty where it changed within them. */
  Optional<String> unit(String gate, Days days) {
    Set<String> units = units(gate, days);
    return units.size() == 1 ? Optional.of(units.iterator().next()) : Optional.empty();
  }

  private Set<String> units(String gate, Days days) {
    Set<String> units = new LinkedHashSet<>();
    for (GateStatus state : states.getOrDefault(gate, List.of())) {
      boolean begun = state.validFrom() == null || !state.validFrom().isAfter(days.end());
      boolean lasting = state.validTo() == null || !state.validTo().isBefore(days.start());
      if (begun && lasting) {
        units.add(state.parentGateId() == null ? gate : state.parentGateId());
      }
    }
    return units;
  }

  /** What differs between the days and those of a year earlier. */
  Moves moves(Days now, Days before) {
    Map<String, String> takenIn = new HashMap<>();
    Set<String> broken = new HashSet<>();
    for (String gate : states.keySet()) {
      Set<String> then = units(gate, before);
      Set<String> today = units(gate, now);
      if (then.isEmpty() || today.isEmpty() || then.equals(today) && then.size() == 1) {
        continue;
      }
      if (then.equals(Set.of(gate)) && today.size() == 1) {
        takenIn.put(gate, today.iterator().next());
      } else {
        broken.add(gate);
        broken.addAll(then);
        broken.addAll(today);
      }
    }
    return new Moves(takenIn, broken);
  }

  /**
   * The gates whose figures hold something else than a year earlier.
   *
   * @param takenIn gates that stood alone and are now lanes, each with its unit
   * @param broken gates that lanes left or joined in a way that no sum can undo
   */
  record Moves(Map<String, String> takenIn, Set<String> broken) {
    boolean concern(String gate) {
      return broken.contains(gate) || takenIn.containsValue(gate);
    }

    /** The gates that a unit has taken in. */
    List<String> takenInBy(String unit) {
      return takenIn.entrySet().stream()
          .filter(move -> move.getValue().equals(unit))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }
}
