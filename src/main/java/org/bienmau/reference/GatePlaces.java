package org.bienmau.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The places whose totals hold what happens at a gate, with the days on which they do: the gate
 * itself, the gates that it is a lane of, its section, and the whole border.
 *
 * <p>Of the areas only those of kind border count: others are customs regions with statistics of
 * their own, or groups that hold a part of what crosses.
 */
public final class GatePlaces {
  private final Registers registers;

  public GatePlaces(Registers registers) {
    this.registers = registers;
  }

  /**
   * One such place.
   *
   * @param gateId the gate or lane at which something happens
   * @param from first day on which the place's totals hold it; null for always until {@code to}
   * @param to last day on which they do; null for ever after {@code from}
   */
  public record Holds(
      String gateId, ScopeType scopeType, String scopeId, LocalDate from, LocalDate to) {}

  /** All places of all gates. */
  public List<Holds> all() {
    return registers.gates().stream().flatMap(this::of).toList();
  }

  private Stream<Holds> of(Gate gate) {
    List<Holds> found = new ArrayList<>();
    addGates(gate.id(), gate.id(), null, null, found);
    found.add(new Holds(gate.id(), ScopeType.SECTION, gate.sectionId(), null, null));
    registers.areas().stream()
        .filter(area -> area.kind().equals(Area.WHOLE_BORDER))
        .filter(area -> area.members().contains(gate.sectionId()))
        .map(
            area ->
                new Holds(gate.id(), ScopeType.AREA, area.id(), area.validFrom(), area.validTo()))
        .forEach(found::add);
    return found.stream();
  }

  private void addGates(
      String gateId, String holder, LocalDate from, LocalDate to, List<Holds> found) {
    found.add(new Holds(gateId, ScopeType.GATE, holder, from, to));
    for (GateStatus state : registers.gateStatuses()) {
      if (!state.gateId().equals(holder) || state.parentGateId() == null) {
        continue;
      }
      LocalDate begins = later(from, state.validFrom());
      LocalDate ends = earlier(to, state.validTo());
      if (begins == null || ends == null || !ends.isBefore(begins)) {
        addGates(gateId, state.parentGateId(), begins, ends, found);
      }
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
