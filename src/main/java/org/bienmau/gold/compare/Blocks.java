package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.measure.Calendar;
import org.bienmau.reference.PeriodKind;
import org.bienmau.table.TableColumn;

/**
 * Gathers the cells of one period that belong together, and those of the same days a year earlier,
 * so that a comparison sees all it needs at once: one shuffle, whatever is compared.
 */
final class Blocks {
  private Blocks() {}

  static final String CELLS = "cells";

  /** What is said of each cell, unless all cells of the block share it; then is_before. */
  static final List<TableColumn> CELL =
      List.of(
          Observation.OBSERVATION_ID,
          Observation.MEASURE_ID,
          Observation.REGIME,
          Observation.SCOPE_TYPE,
          Observation.SCOPE_ID,
          Observation.SECTION_ID,
          Observation.DIRECTION,
          Observation.GOODS_ID,
          Observation.VALUE,
          Observation.ORIGIN,
          Observation.PUBLISHER);

  /**
   * One row per block, see {@link Block}.
   *
   * @param shared what the cells of a block have in common beside the period
   */
  static Dataset<Row> of(Dataset<Row> observations, List<TableColumn> shared) {
    return of(observations, shared, lit(false));
  }

  /**
   * The same without blocks that go too far into detail: one row for each of the others.
   *
   * @param tooFine whether a cell is such that no block with it is wanted, see {@link Detail}; the
   *     block as a whole, because a part that was left out would look like one that is not there
   */
  static Dataset<Row> of(Dataset<Row> observations, List<TableColumn> shared, Column tooFine) {
    Column[] keys =
        Stream.of(
                shared.stream().map(TableColumn::col),
                Stream.of(
                    Observation.PERIOD_KIND.col(),
                    col("days.start").as(Observation.PERIOD_START.name()),
                    col("days.end").as(Observation.PERIOD_END.name())))
            .flatMap(columns -> columns)
            .toArray(Column[]::new);
    Column[] cell =
        Stream.concat(
                CELL.stream().filter(column -> !shared.contains(column)).map(TableColumn::col),
                Stream.of(col("days.before")))
            .toArray(Column[]::new);
    // A cell that is too fine only says so: its block will not be looked at.
    return observations
        .filter(Observation.VALUE_HIGH.col().isNull())
        .withColumn("days", explode(array(ownDays(), nextYear(true), nextYear(false))))
        .filter(col("days").isNotNull())
        .groupBy(keys)
        .agg(
            max(when(not(col("days.before")), Observation.PERIOD_ID.col()))
                .as(Observation.PERIOD_ID.name()),
            max(tooFine).as("too_fine"),
            collect_list(when(not(tooFine), struct(cell))).as(CELLS))
        .filter(Observation.PERIOD_ID.col().isNotNull().and(not(col("too_fine"))))
        .drop("too_fine");
  }

  private static Column ownDays() {
    return days(Observation.PERIOD_START.col(), Observation.PERIOD_END.col(), lit(false));
  }

  /**
   * The period of the next year that has these days as its base; empty when there is none. The end
   * of February is the base of the end of February, and in a leap year of the 28th as well, for
   * sums up to a day.
   */
  private static Column nextYear(boolean endOfMonth) {
    Column start = Observation.PERIOD_START.col();
    Column end = Observation.PERIOD_END.col();
    Column later = add_months(start, 12);
    Column sameDay = add_months(end, 12);
    Column lastDay = when(end.equalTo(last_day(end)), last_day(sameDay)).otherwise(sameDay);
    Column found =
        Calendar.hasYearEarlier(Observation.PERIOD_KIND.col(), start, end)
            .and(Calendar.startEarlier(later, 12).equalTo(start));
    Column partial = Observation.PERIOD_KIND.col().isin(PeriodKind.YTD.id(), PeriodKind.RANGE.id());
    return endOfMonth
        ? when(found, days(later, lastDay, lit(true)))
        : when(found.and(partial).and(sameDay.notEqual(lastDay)), days(later, sameDay, lit(true)));
  }

  private static Column days(Column start, Column end, Column before) {
    return struct(start.as("start"), end.as("end"), before.as("before"));
  }
}
