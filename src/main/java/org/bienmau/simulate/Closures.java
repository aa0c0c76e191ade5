package org.bienmau.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Event;
import org.bienmau.reference.Registers;
import org.bienmau.simulate.Shapes.Closure;

/** What registered events do to cells, and which other gates take a part of what they stop. */
final class Closures {
  private final List<Stop> stops = new ArrayList<>();

  Closures(SimulationModel model, Registers registers, Border border) {
    Map<String, Event> events =
        registers.events().stream().collect(Collectors.toMap(Event::id, event -> event));
    for (Closure closure : model.closures) {
      stops.add(new Stop(stops.size(), closure, events.get(closure.event()), border));
    }
  }

  /** All stops, in the order of the model's file. */
  List<Stop> all() {
    return stops;
  }

  /** The stops that are felt on some day of a month. */
  List<Stop> in(Timeline.Month month) {
    return stops.stream()
        .filter(stop -> stop.from <= month.lastDay() && stop.lastFelt() >= month.firstDay())
        .toList();
  }

  /** One row of closures.csv with its dates, its cells and the gates that take over. */
  static final class Stop {
    final int index;
    final String event;
    final int from;
    final int until;
    final double factor;
    final int recoveryDays;
    final double divertedShare;
    final boolean[] cells;
    final boolean[] takesOver;

    Stop(int index, Closure closure, Event event, Border border) {
      this.index = index;
      this.event = closure.event();
      this.from = day(closure.from().orElse(event.start()));
      LocalDate end = event.end() == null ? event.start() : event.end();
      this.until = day(closure.until().orElse(end));
      this.factor = closure.factor();
      this.recoveryDays = closure.recoveryDays();
      this.divertedShare = closure.divertedShare();
      this.cells = new boolean[border.cellCount()];
      for (int c = 0; c < cells.length; c++) {
        cells[c] = concerns(closure, border, c);
      }
      this.takesOver = new boolean[border.gates.size()];
      for (int g = 0; g < takesOver.length; g++) {
        takesOver[g] = closure.divertedTo().contains(border.gates.get(g).id());
      }
    }

    int lastFelt() {
      return until + recoveryDays;
    }

    /** The part of the flow that is left on a day; 1 before it begins and after the recovery. */
    double factorOn(int day) {
      if (day < from || day > lastFelt()) {
        return 1;
      }
      return day <= until ? factor : factor + (1 - factor) * (day - until) / (recoveryDays + 1);
    }

    private static boolean concerns(Closure closure, Border border, int cell) {
      int group = border.cellGroup[cell];
      Direction direction = Border.DIRECTION[group % Border.DIRECTIONS];
      String gate = border.gates.get(group / Border.DIRECTIONS).id();
      String family = border.families.get(border.cellFamily[cell]);
      String goods = border.goods.get(border.cellGoods[cell]).id();
      return (closure.gates().contains(gate) || closure.gates().contains(ModelChecks.EVERY_GATE))
          && closure.direction().filter(only -> only != direction).isEmpty()
          && (closure.families().isEmpty() || closure.families().contains(family))
          && (closure.goods().isEmpty() || closure.goods().equals(goods));
    }

    private static int day(LocalDate date) {
      return (int) date.toEpochDay();
    }
  }
}
