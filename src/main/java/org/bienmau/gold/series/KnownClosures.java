package org.bienmau.gold.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Event;
import org.bienmau.reference.EventPlaces;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.series.Closure;

/**
 * The registered events that shut a whole place.
 *
 * <p>Not the rest over the lunar new year, which the model knows from the calendar, and not what is
 * only known by its year. An event whose end nobody wrote down ends before the next one that opens
 * the same place again; without one it is left out.
 */
final class KnownClosures {
  private static final String SHUTS = "closure";
  private static final String SHUTS_EXPORT = "export_stop";
  private static final Set<String> OPENS = Set.of("reopening", "partial", "restricted", "opening");

  private final Registers registers;
  private final EventPlaces places;

  KnownClosures(Registers registers) {
    this.registers = registers;
    places = new EventPlaces(registers);
  }

  /** The closures of the place and direction that a row of a series names. */
  List<Closure> of(Row series) {
    return at(
        ScopeType.of(series.<String>getAs(Observation.SCOPE_TYPE.name())),
        series.getAs(Observation.SCOPE_ID.name()),
        series.getAs(Observation.DIRECTION.name()));
  }

  /** The closures of a place, for trade in one direction or in both. */
  private List<Closure> at(ScopeType type, String id, String direction) {
    List<Closure> closures = new ArrayList<>();
    for (Event event : registers.events()) {
      if (shuts(event, direction) && places.covers(event, type, id)) {
        LocalDate end = event.end() != null ? event.end() : nextOpening(event, type, id);
        if (end != null && !end.isBefore(event.start())) {
          closures.add(new Closure(event.id(), event.start(), end));
        }
      }
    }
    return List.copyOf(closures);
  }

  private static boolean shuts(Event event, String direction) {
    boolean shut =
        event.effect().equals(SHUTS)
            || event.effect().equals(SHUTS_EXPORT) && direction.equals(Direction.EXPORT.id());
    return shut && !event.isHoliday() && !event.isKnownByYearOnly();
  }

  /** The day before the next event that opens the place again; null when there is none. */
  private LocalDate nextOpening(Event shut, ScopeType type, String id) {
    return registers.events().stream()
        .filter(event -> OPENS.contains(event.effect()))
        .filter(event -> event.start().isAfter(shut.start()))
        .filter(event -> places.covers(event, type, id))
        .map(event -> event.start().minusDays(1))
        .min(LocalDate::compareTo)
        .orElse(null);
  }
}
