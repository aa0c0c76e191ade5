package org.bienmau.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which places an event concerned, by the gates that a place's figures hold. */
public final class EventPlaces {
  private final Registers registers;
  private final Map<Place, Set<String>> gates;

  /**
   * A place with figures.
   *
   * @param type section, gate or area
   * @param id of the section, gate or area
   */
  public record Place(ScopeType type, String id) {}

  public EventPlaces(Registers registers) {
    this.registers = registers;
    gates =
        new GatePlaces(registers)
            .all().stream()
                .collect(
                    Collectors.groupingBy(
                        holds -> new Place(holds.scopeType(), holds.scopeId()),
                        Collectors.mapping(GatePlaces.Holds::gateId, Collectors.toSet())));
  }

  /** Whether all that a place's figures hold lay where the event was. */
  public boolean covers(Event event, ScopeType type, String id) {
    Set<String> held = gatesOf(type, id);
    return !held.isEmpty() && gatesOf(event).containsAll(held);
  }

  /** The places of whose figures some lay where the event was. */
  public List<Place> touchedBy(Event event) {
    Set<String> concerned = gatesOf(event);
    return gates.entrySet().stream()
        .filter(place -> place.getValue().stream().anyMatch(concerned::contains))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(Place::type).thenComparing(Place::id))
        .toList();
  }

  private Set<String> gatesOf(Event event) {
    return event.scopeIds().stream()
        .flatMap(id -> gatesOf(event.scopeType(), id).stream())
        .collect(Collectors.toSet());
  }

  /** An area that is no part of the border itself stands for its sections. */
  private Set<String> gatesOf(ScopeType type, String id) {
    Set<String> known = gates.get(new Place(type, id));
    if (known != null) {
      return known;
    }
    return registers.areas().stream()
        .filter(area -> type == ScopeType.AREA && area.id().equals(id))
        .flatMap(area -> area.members().stream())
        .flatMap(section -> gatesOf(ScopeType.SECTION, section).stream())
        .collect(Collectors.toSet());
  }
}
