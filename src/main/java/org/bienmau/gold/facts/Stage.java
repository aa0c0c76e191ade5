package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Locale;
import org.apache.spark.sql.Column;
import org.bienmau.silver.Crossing;
import org.bienmau.table.TableColumn;

/** A part of a visit, from one recorded time to a later one, and the visits that should have it. */
enum Stage {
  DECLARED_ARRIVED(Crossing.DECLARED_AT, Crossing.ARRIVED_AT, lit(true)),
  ARRIVED_INSPECTED(Crossing.ARRIVED_AT, Crossing.INSPECTED_AT, hasLeft()),
  INSPECTED_CLEARED(Crossing.INSPECTED_AT, Crossing.CLEARED_AT, isCleared()),
  ARRIVED_CLEARED(Crossing.ARRIVED_AT, Crossing.CLEARED_AT, isCleared()),
  CLEARED_DEPARTED(Crossing.CLEARED_AT, Crossing.DEPARTED_AT, isCleared()),
  ARRIVED_DEPARTED(Crossing.ARRIVED_AT, Crossing.DEPARTED_AT, hasLeft());

  private final TableColumn from;
  private final TableColumn to;
  private final Column isDue;

  Stage(TableColumn from, TableColumn to, Column isDue) {
    this.from = from;
    this.to = to;
    this.isDue = isDue;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a visit should have both times: nobody clears a truck that was turned back. */
  Column isDue() {
    return isDue;
  }

  /** Seconds from the first time to the second, below zero when they run backwards. */
  Column seconds() {
    return to.col().cast("long").minus(from.col().cast("long"));
  }

  private static Column hasLeft() {
    return not(Crossing.OUTCOME.col().equalTo("waiting"));
  }

  private static Column isCleared() {
    return Crossing.OUTCOME.col().equalTo("cleared");
  }
}
