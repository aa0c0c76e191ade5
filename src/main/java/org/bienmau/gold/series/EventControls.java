package org.bienmau.gold.series;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bienmau.reference.Event;
import org.bienmau.reference.EventPlaces;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.series.DifferenceInDifferences;

/**
 * Which gates cannot serve as controls of an event, because another registered event was at them
 * meanwhile. What was also at the gate in question is no reason: it is what both have in common.
 */
final class EventControls {
  /** What moved no truck yet. */
  private static final Set<String> ON_PAPER =
      Set.of("plan", "approval", "agreement", "works_start");

  /** How long an event counts whose end nobody knows: as long as any is followed at most. */
  private static final int MONTHS = DifferenceInDifferences.MONTHS_FOLLOWED;

  private final List<Event> events;
  private final Map<String, Set<String>> gatesByEvent;

  EventControls(Registers registers, EventPlaces places) {
    events =
        registers.events().stream()
            .filter(event -> !event.isHoliday() && !event.isKnownByYearOnly())
            .filter(event -> !ON_PAPER.contains(event.effect()))
            .toList();
    gatesByEvent =
        registers.events().stream()
            .collect(Collectors.toMap(Event::id, event -> gates(event, places)));
  }

  Set<String> gatesTouchedBy(Event event) {
    return gatesByEvent.get(event.id());
  }

  /**
   * The controls that other events were at while this one is followed.
   *
   * @return these events by gate
   */
  Map<String, List<String>> hit(Event event, String gate, Collection<String> controls) {
    LocalDate longest = event.start().plusMonths(MONTHS);
    LocalDate last = end(event).isBefore(longest) ? end(event) : longest;
    List<Event> meanwhile =
        events.stream()
            .filter(other -> !other.id().equals(event.id()))
            .filter(other -> !other.start().isAfter(last) && !end(other).isBefore(event.start()))
            .filter(other -> !gatesTouchedBy(other).contains(gate))
            .toList();
    Map<String, List<String>> hit = new TreeMap<>();
    for (String control : controls) {
      List<String> by =
          meanwhile.stream()
              .filter(other -> gatesTouchedBy(other).contains(control))
              .map(Event::id)
              .sorted()
              .toList();
      if (!by.isEmpty()) {
        hit.put(control, by);
      }
    }
    return hit;
  }

  /** For example {@code chi_ma: storm_2024; kim_thanh: flood_2024 queue_2024}; null for none. */
  static String named(Map<String, List<String>> hit) {
    return hit.isEmpty()
        ? null
        : hit.entrySet().stream()
            .map(gate -> gate.getKey() + ": " + String.join(" ", gate.getValue()))
            .collect(Collectors.joining("; "));
  }

  private static LocalDate end(Event event) {
    return event.end() == null ? event.start().plusMonths(MONTHS) : event.end();
  }

  private static Set<String> gates(Event event, EventPlaces places) {
    return places.touchedBy(event).stream()
        .filter(place -> place.type() == ScopeType.GATE)
        .map(EventPlaces.Place::id)
        .collect(Collectors.toSet());
  }
}
