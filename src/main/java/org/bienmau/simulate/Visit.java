package org.bienmau.simulate;

import java.util.Locale;
import org.bienmau.simulate.Draws.Stream;

/**
 * One visit of a truck. Everything about it follows from its series, its number there and the day's
 * order, so that a month can tell the end of a visit that began in the month before.
 */
final class Visit {
  static final String DATASET = "vehicle_crossings";
  static final String HEADER =
      "source_id,visit_id,revision_no,revised_at,gate_id,direction,cargo_kind,outcome,declared_at,"
          + "arrived_at,inspected_at,cleared_at,departed_at,declared_online,net_tonnes,plate,driver_name";

  private static final byte[] SIM = CsvBytes.utf8("SIMV");
  private static final byte[] SIM_PLATE = CsvBytes.utf8("SIM");
  private static final int FIRST_ARRIVAL = 5 * 3_600 + 1_800;
  private static final int ARRIVALS_FOR = 12 * 3_600;
  private static final int FIRST_CLEARANCE = 7 * 3_600;
  private static final int CLEARANCES_FOR = 13 * 3_600;
  private static final int SHORTEST_SERVICE = 1_500;
  private static final int LONGEST_SERVICE = 10_800;

  int series;
  int number;

  /** What the visit's id is made of; a spoilt row has an id of its own. */
  int idSeries;

  int idNumber;
  int arrivedOn;

  /** The day on which it leaves; beyond the history when it does not. */
  int leftOn;

  Outcome outcome;
  boolean online;
  boolean outOfOrder;
  boolean noInspection;
  boolean noDeparture;
  long declaredAt;
  long arrivedAt;
  long inspectedAt;
  long clearedAt;
  long departedAt;
  long grams;
  int person;
  int plateLetter;
  int plateNumber;

  /** What became of a truck, as files spell it. */
  enum Outcome {
    WAITING,
    CLEARED,
    TURNED_BACK,
    TRANSFERRED;

    private final byte[] text = CsvBytes.utf8(name().toLowerCase(Locale.ROOT));
  }

  /**
   * Makes the visit.
   *
   * @param history what is planned
   * @param shape rates and words
   */
  void make(History history, VisitShape shape, int ofSeries, int ofNumber, int day) {
    Trucks trucks = history.trucks;
    series = ofSeries;
    number = ofNumber;
    idSeries = ofSeries;
    idNumber = ofNumber;
    arrivedOn = day;
    Draws draws = Draws.of(history.request.seed(), Stream.VISIT, series, number);
    leftOn = shape.leaves(trucks, series, number, day);
    int position = number - trucks.arrivedBefore(series, day);
    int arrivals = trucks.arrived(series, day);
    arrivedAt =
        day * (long) Stamps.DAY
            + FIRST_ARRIVAL
            + (long) (ARRIVALS_FOR * ((position + draws.unit()) / arrivals));
    online = draws.unit() < shape.onlineShare(series, day);
    long lead = online ? 1_800 + draws.below(18 * 3_600) : draws.below(600);
    declaredAt =
        Math.max(arrivedAt - lead, shape.earliestDeclaration(series, day) + draws.below(3_600));
    int kind = series % Trucks.KINDS;
    double tonnes = shape.payload[series] * draws.between(0.72, 1.12);
    grams = kind == Trucks.EMPTY || draws.chance(shape.noTonnes) ? 0 : (long) (tonnes * 1000);
    person = draws.below(Integer.MAX_VALUE);
    plateLetter = draws.below(20);
    plateNumber = draws.below(100_000);
    outOfOrder = draws.chance(shape.outOfOrder);
    noInspection = draws.chance(shape.noInspection);
    noDeparture = draws.chance(shape.noDeparture);
    leave(history, shape, draws);
  }

  private void leave(History history, VisitShape shape, Draws draws) {
    Trucks trucks = history.trucks;
    inspectedAt = 0;
    clearedAt = 0;
    departedAt = 0;
    if (leftOn > history.timeline.lastDay()) {
      outcome = Outcome.WAITING;
      return;
    }
    int place = number - trucks.leftBefore(series, leftOn);
    int uncleared = trucks.turnedBack(series, leftOn);
    long dayStart = leftOn * (long) Stamps.DAY;
    int service =
        SHORTEST_SERVICE
            + (int)
                Math.min(
                    LONGEST_SERVICE - SHORTEST_SERVICE, 2_400 * shape.service.factor(draws.next()));
    if (place < uncleared) {
      outcome =
          draws.chance(shape.transferred) && series % Trucks.KINDS != Trucks.EMPTY
              ? Outcome.TRANSFERRED
              : Outcome.TURNED_BACK;
      departedAt = dayStart + 8 * 3_600 + draws.below(8 * 3_600);
      return;
    }
    outcome = Outcome.CLEARED;
    double passed = (place - uncleared + draws.unit()) / trucks.cleared(series, leftOn);
    long slot = dayStart + FIRST_CLEARANCE + (long) (CLEARANCES_FOR * passed);
    clearedAt = Math.max(slot, arrivedAt + service);
    long before = Math.min(clearedAt - arrivedAt, 600 + draws.below(2_400));
    inspectedAt = clearedAt - before / 2 - draws.below((int) (before / 4) + 1);
    departedAt = noDeparture ? 0 : clearedAt + 240 + draws.below(4_800);
    if (noInspection) {
      inspectedAt = 0;
    } else if (outOfOrder) {
      inspectedAt = arrivedAt - 600 - draws.below(6_000);
    }
  }

  /**
   * Writes the row without its line end.
   *
   * @param isKnown whether it is known how the visit ended; otherwise the truck is waiting
   */
  void write(
      CsvBytes out,
      Stamps stamps,
      VisitShape shape,
      int revision,
      long revisedAt,
      boolean isKnown) {
    out.raw(shape.source).comma();
    id(out).comma().number(revision).comma();
    stamps.utc(out, revisedAt).comma();
    out.raw(shape.gates[series]).comma().raw(shape.directions[series]).comma();
    out.raw(shape.kinds[series]).comma();
    out.raw(isKnown ? outcome.text : Outcome.WAITING.text).comma();
    stamps.local(out, declaredAt).comma();
    stamps.local(out, arrivedAt).comma();
    moment(out, stamps, isKnown ? inspectedAt : 0);
    moment(out, stamps, isKnown ? clearedAt : 0);
    moment(out, stamps, isKnown ? departedAt : 0);
    out.raw(online ? shape.yes : shape.no).comma();
    if (grams != 0) {
      out.thousandths(grams);
    }
    out.comma().raw(SIM_PLATE).padded(11 + person % 88, 2).raw(shape.letters[plateLetter]);
    out.padded(plateNumber, 5).comma();
    shape.person(out, person);
  }

  /** The last moment that is known of it. */
  long lastStage() {
    return Math.max(Math.max(departedAt, clearedAt), Math.max(arrivedAt, inspectedAt));
  }

  CsvBytes id(CsvBytes out) {
    return out.raw(SIM).padded(idSeries, 3).padded(idNumber, 8);
  }

  private static void moment(CsvBytes out, Stamps stamps, long moment) {
    if (moment != 0) {
      stamps.local(out, moment);
    }
    out.comma();
  }
}
