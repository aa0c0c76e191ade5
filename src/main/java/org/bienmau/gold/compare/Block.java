package org.bienmau.gold.compare;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Regime;
import org.bienmau.table.TableColumn;

/** The cells of one period that belong together, and those of the same days a year earlier. */
final class Block {
  private static final Set<String> MOMENTS = Set.of(PeriodKind.DAY.id(), PeriodKind.POINT.id());
  private static final Set<String> PARTIAL = Set.of(PeriodKind.YTD.id(), PeriodKind.RANGE.id());

  private final Row row;
  private final List<Known> now;
  private final List<Known> before;

  private Block(Row row) {
    this.row = row;
    this.now = Known.of(row, false);
    this.before = Known.of(row, true);
  }

  /** Reads a row of {@link Blocks}. */
  static Block of(Row row) {
    return new Block(row);
  }

  /** What the cells have in common. */
  <T> T shared(TableColumn column) {
    return row.getAs(column.name());
  }

  /** The cells of the period, by id. */
  List<Known> now() {
    return now;
  }

  /** The cells of the same days a year earlier, by id. */
  List<Known> before() {
    return before;
  }

  LocalDate start() {
    return this.<Date>shared(Observation.PERIOD_START).toLocalDate();
  }

  LocalDate end() {
    return this.<Date>shared(Observation.PERIOD_END).toLocalDate();
  }

  boolean isOfKnownRegime() {
    return !Regime.UNKNOWN.id().equals(shared(Observation.REGIME));
  }

  /**
   * Why a value and that of a year earlier may not be compared; null when they may.
   *
   * <p>Partial periods (year to date, any other range) are compared only where one source counted
   * both, because nothing else says that it had the same places and goods in by that day.
   *
   * @param base the earlier one; null when it is not known
   */
  String whyNotCompared(Known value, Known base) {
    String kind = shared(Observation.PERIOD_KIND);
    boolean openEnded = kind.equals(PeriodKind.RANGE.id()) && start().equals(end());
    if (MOMENTS.contains(kind) || openEnded) {
      return "no_period_before";
    }
    if (base == null) {
      return "base_missing";
    }
    if (!isOfKnownRegime() && !value.hasSourceOf(base)) {
      return "regime_unknown";
    }
    return PARTIAL.contains(kind) && !value.hasSourceOf(base) ? "other_source" : null;
  }
}
