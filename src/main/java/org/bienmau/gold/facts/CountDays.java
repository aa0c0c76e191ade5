package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.Direction;
import org.bienmau.table.TableColumn;

/**
 * What published counts tell of every day of a gate's month, by direction and for both together.
 *
 * <p>A day that nobody counted is not a day without trucks: its numbers are empty, unless the
 * operating calendar knows that the gate rested. Both directions together are known where each is.
 */
final class CountDays {
  private CountDays() {}

  private static final String OUT = "out_";
  private static final String IN = "in_";
  private static final String OF_DAY = "of_day";
  private static final String OF_MONTH = "of_month";
  private static final Column RESTED = DimOperatingDay.STATE.col().isin("closed", "idle");

  /**
   * A row for each source, gate, day and direction, total included, with cleared and waiting.
   *
   * @param gateDays see {@link GateDay}; a source whose visits are known is not counted again
   * @param operating see {@link DimOperatingDay}
   */
  static Dataset<Row> of(Dataset<Row> gateDays, Dataset<Row> operating) {
    Column isVisits = GateDay.ORIGIN.col().equalTo(GateDay.VISITS);
    Dataset<Row> withVisits = gateDays.filter(isVisits).select(GateDay.SOURCE_ID.col()).distinct();
    Dataset<Row> counts =
        gateDays
            .filter(isVisits.equalTo(false))
            .join(withVisits, GateDay.SOURCE_ID.name(), "left_anti");
    Dataset<Row> counted =
        GateTotals.of(counts)
            .groupBy(CellRows.columns(CellRows.SOURCE, GateDay.GATE_ID.col(), GateDay.DAY.col()))
            .agg(
                in(Direction.EXPORT, GateDay.CLEARED).as(OUT + GateDay.CLEARED.name()),
                in(Direction.EXPORT, GateDay.WAITING).as(OUT + GateDay.WAITING.name()),
                in(Direction.IMPORT, GateDay.CLEARED).as(IN + GateDay.CLEARED.name()),
                in(Direction.IMPORT, GateDay.WAITING).as(IN + GateDay.WAITING.name()),
                max(GateDay.KNOWN_FROM.col()).as(OF_DAY));
    Dataset<Row> months =
        counts
            .groupBy(
                CellRows.columns(
                    CellRows.SOURCE,
                    GateDay.SECTION_ID.col(),
                    GateDay.GATE_ID.col(),
                    GateDay.MONTH.col()))
            .agg(max(GateDay.KNOWN_FROM.col()).as(OF_MONTH));
    return months
        .join(
            operating,
            new String[] {
              GateDay.IS_SIMULATED.name(), GateDay.GATE_ID.name(), GateDay.MONTH.name()
            })
        .join(
            counted,
            CellRows.names(CellRows.SOURCE, GateDay.GATE_ID.name(), GateDay.DAY.name()),
            "left")
        .withColumn("told", explode(array(told(OUT), told(IN), both())))
        .select(
            CellRows.columns(
                CellRows.SOURCE,
                GateDay.SECTION_ID.col(),
                GateDay.GATE_ID.col(),
                GateDay.MONTH.col(),
                GateDay.DAY.col(),
                coalesce(col(OF_DAY), col(OF_MONTH)).as(GateDay.KNOWN_FROM.name()),
                col("told.*")));
  }

  private static Column in(Direction direction, TableColumn column) {
    return max(when(GateDay.DIRECTION.col().equalTo(direction.id()), column.col()));
  }

  private static Column told(String way) {
    Direction direction = way.equals(OUT) ? Direction.EXPORT : Direction.IMPORT;
    return numbers(direction, cleared(way), col(way + GateDay.WAITING.name()));
  }

  private static Column both() {
    return numbers(
        Direction.TOTAL,
        cleared(OUT).plus(cleared(IN)),
        col(OUT + GateDay.WAITING.name()).plus(col(IN + GateDay.WAITING.name())));
  }

  private static Column cleared(String way) {
    return coalesce(col(way + GateDay.CLEARED.name()), when(RESTED, lit(0L)));
  }

  private static Column numbers(Direction direction, Column cleared, Column waiting) {
    return struct(
        lit(direction.id()).as(GateDay.DIRECTION.name()),
        cleared.as(GateDay.CLEARED.name()),
        waiting.as(GateDay.WAITING.name()));
  }
}
