package org.bienmau.gold;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.bienmau.measure.Calendar;
import org.bienmau.reference.Direction;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Qualifier;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * Computes cells that nobody printed from cells that somebody did.
 *
 * <p>Only complete parts of one known regime are added, never a range, and a printed cell is never
 * replaced: that printed totals and sums of parts may disagree is itself a finding, see additivity.
 */
final class Derivation {
  private Derivation() {}

  private static final String PARTS = "parts";
  private static final String NEEDED = "parts_needed";

  /**
   * Adds to the chosen cells those that printed ones add up to and that nobody printed or computed:
   * cells of records come with all their sums already.
   *
   * @param computed all cells that records add up to
   */
  static Dataset<Row> withDerived(
      Dataset<Row> chosen, Dataset<Row> computed, Additivity additivity) {
    Column isPrinted = Observation.ORIGIN.col().equalTo(Competition.PRINTED);
    Dataset<Row> derived =
        chosen
            .filter(isPrinted)
            .transform(cells -> withTotals(cells, additivity))
            .transform(cells -> withLongerPeriods(cells, additivity))
            .filter(not(isPrinted));
    return chosen.unionByName(
        derived
            .join(computed.select(Cell.columns(Cell.KEY)), Cell.names(Cell.KEY), "left_anti")
            .select(Competition.carried()));
  }

  /** Adds the totals of export and import that are not printed. */
  static Dataset<Row> withTotals(Dataset<Row> cells, Additivity additivity) {
    Dataset<Row> parts =
        cells
            .filter(additivity.mayAddDirections().and(isOneNumber()))
            .filter(Observation.DIRECTION.col().notEqual(Direction.TOTAL.id()))
            .withColumn(Observation.DIRECTION.name(), lit(Direction.TOTAL.id()))
            .withColumn(Observation.RULE.name(), lit("export_plus_import"))
            .withColumn(NEEDED, lit(2));
    return cells.transform(all -> withMissing(all, sums(parts)));
  }

  /**
   * Adds quarters, halves and years that are not printed but whose months, quarters or halves are.
   */
  static Dataset<Row> withLongerPeriods(Dataset<Row> cells, Additivity additivity) {
    List<Column> longer =
        Stream.of(
                longer(PeriodKind.MONTH, PeriodKind.JAN_FEB, 2, "sum_of_months"),
                longer(PeriodKind.MONTH, PeriodKind.QUARTER, 3, "sum_of_months"),
                longer(PeriodKind.MONTH, PeriodKind.HALF, 6, "sum_of_months"),
                longer(PeriodKind.MONTH, PeriodKind.YEAR, 12, "sum_of_months"),
                longer(PeriodKind.QUARTER, PeriodKind.HALF, 2, "sum_of_quarters"),
                longer(PeriodKind.QUARTER, PeriodKind.YEAR, 4, "sum_of_quarters"),
                longer(PeriodKind.HALF, PeriodKind.YEAR, 2, "sum_of_halves"))
            .toList();
    Dataset<Row> parts =
        cells
            .filter(additivity.mayAddPeriods().and(isOneNumber()))
            .withColumn("longer", explode(array(longer.toArray(Column[]::new))))
            .filter(col("longer").isNotNull());
    for (TableColumn column : Cell.PERIOD) {
      parts = parts.withColumn(column.name(), col("longer." + column.name()));
    }
    parts =
        parts
            .withColumn(Observation.RULE.name(), col("longer.rule"))
            .withColumn(NEEDED, col("longer.needed"));
    return withMissing(cells, sums(parts));
  }

  private static Column isOneNumber() {
    return Observation.VALUE_HIGH.col().isNull();
  }

  private static Column longer(PeriodKind part, PeriodKind whole, int needed, String rule) {
    Column start = Calendar.startOf(whole, Observation.PERIOD_START.col());
    return when(
        Observation.PERIOD_KIND.col().equalTo(part.id()).and(start.isNotNull()),
        struct(
            Calendar.nameOf(whole, start).as(Observation.PERIOD_ID.name()),
            lit(whole.id()).as(Observation.PERIOD_KIND.name()),
            start.as(Observation.PERIOD_START.name()),
            Calendar.endOf(whole, start).as(Observation.PERIOD_END.name()),
            lit(rule).as("rule"),
            lit(needed).as("needed")));
  }

  /** One row per cell whose parts are all there. */
  private static Dataset<Row> sums(Dataset<Row> parts) {
    RelationalGroupedDataset cells =
        parts.groupBy(Cell.columns(Cell.KEY, Observation.RULE, Observation.UNIT));
    return cells
        .agg(
            sum(Observation.VALUE.col()).cast(Types.QUANTITY).as(Observation.VALUE.name()),
            count(lit(1)).as(PARTS),
            max(col(NEEDED)).as(NEEDED),
            min(Observation.SECTION_ID.col()).as(Observation.SECTION_ID.name()),
            qualifier().as(Observation.QUALIFIER.name()),
            when(
                    min(Observation.PUBLISHER.col()).equalTo(max(Observation.PUBLISHER.col())),
                    min(Observation.PUBLISHER.col()))
                .as(Observation.PUBLISHER.name()),
            max(Observation.SOURCE_TIER.col()).as(Observation.SOURCE_TIER.name()),
            max(Observation.KNOWN_FROM.col()).as(Observation.KNOWN_FROM.name()),
            array_join(
                    array_sort(
                        collect_list(
                            coalesce(
                                Observation.FIGURE_ID.col(), Observation.PART_FIGURE_IDS.col()))),
                    " ")
                .as(Observation.PART_FIGURE_IDS.name()))
        .filter(col(PARTS).equalTo(col(NEEDED)))
        .withColumn(Observation.ORIGIN.name(), lit("derived"))
        .withColumn(Observation.FIGURES_COMPETING.name(), lit(0));
  }

  /** What is missing in a derived row is empty; a printed cell stands before every derived one. */
  private static Dataset<Row> withMissing(Dataset<Row> cells, Dataset<Row> derived) {
    Column order =
        when(Observation.ORIGIN.col().equalTo("printed"), 0).otherwise(col(NEEDED)).asc();
    return cells
        .withColumn(NEEDED, lit(0))
        .unionByName(derived.drop(PARTS), true)
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy(Cell.columns(Cell.KEY))
                        .orderBy(order, Observation.RULE.col().asc())))
        .filter(col("place").equalTo(1))
        .select(Competition.carried());
  }

  /** Exact only if every part is; over or under if the others are exact; else approximate. */
  private static Column qualifier() {
    Column exact = share(Qualifier.EXACT);
    Column over = share(Qualifier.OVER);
    Column under = share(Qualifier.UNDER);
    return when(exact.equalTo(count(lit(1))), Qualifier.EXACT.id())
        .when(exact.plus(over).equalTo(count(lit(1))), Qualifier.OVER.id())
        .when(exact.plus(under).equalTo(count(lit(1))), Qualifier.UNDER.id())
        .otherwise(Qualifier.APPROX.id());
  }

  private static Column share(Qualifier qualifier) {
    return sum(when(Observation.QUALIFIER.col().equalTo(qualifier.id()), 1).otherwise(0));
  }
}
