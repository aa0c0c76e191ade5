package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.measure.Growth;
import org.bienmau.reference.Qualifier;
import org.bienmau.silver.Figure;
import org.bienmau.table.Schemas;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * Chooses one of the figures that speak of a cell.
 *
 * <p>The better source wins; then what its own records add up to, over what it printed; then single
 * visits over published counts; then a period that the page printed over one that its reader
 * placed; then the more exact wording; then the later publication, where a page without a date
 * counts as the oldest; last the figure id, so that the choice never depends on the order of rows.
 */
final class Competition {
  private Competition() {}

  static final String PRINTED = "printed";
  static final String COMPUTED = "computed";

  private static final Column IS_PRINTED = Observation.ORIGIN.col().equalTo(PRINTED);

  private static final List<TableColumn> PRINTED_ONLY =
      List.of(
          Figure.VALUE_HIGH,
          Figure.PRINTED_YOY_PCT,
          Figure.PRINTED_MOM_PCT,
          Figure.PRINTED_PLAN_PCT,
          Figure.SOURCE_URL);

  private static final List<TableColumn> COMPETING =
      Stream.concat(
              Stream.of(
                  Figure.SECTION_ID,
                  Figure.VALUE,
                  Figure.UNIT,
                  Figure.QUALIFIER,
                  Figure.FIGURE_ID,
                  Figure.PUBLISHER,
                  Figure.SOURCE_TIER,
                  Figure.KNOWN_FROM,
                  Figure.KNOWN_FROM_BASIS,
                  Figure.IS_DATE_INFERRED,
                  Observation.ORIGIN,
                  Observation.RECORD_RULE,
                  Observation.RECORDS),
              PRINTED_ONLY.stream())
          .toList();

  private static final List<Criterion> CRITERIA =
      List.of(
          new Criterion("source_tier", Figure.SOURCE_TIER.col()),
          new Criterion("own_records", IS_PRINTED),
          new Criterion("visits_before_counts", isOfCounts()),
          new Criterion("period_printed", Figure.IS_DATE_INFERRED.col()),
          new Criterion("qualifier", vagueness()),
          new Criterion("latest_publication", col("age")),
          new Criterion("figure_id", Figure.FIGURE_ID.col()));

  /** Printed figures as they compete. */
  static Dataset<Row> printed(Dataset<Row> figures) {
    return figures
        .withColumn(Observation.ORIGIN.name(), lit(PRINTED))
        .withColumn(Observation.RECORD_RULE.name(), Schemas.empty(Observation.RECORD_RULE))
        .withColumn(Observation.RECORDS.name(), Schemas.empty(Observation.RECORDS))
        .select(competing());
  }

  /** What records add up to, as it competes: it was counted, not worded, and printed nowhere. */
  static Dataset<Row> computed(Dataset<Row> cells) {
    Dataset<Row> rows =
        cells
            .withColumn(Observation.ORIGIN.name(), lit(COMPUTED))
            .withColumn(Observation.RECORD_RULE.name(), RecordCell.RULE.col())
            .withColumn(Figure.PUBLISHER.name(), RecordCell.SOURCE_ID.col())
            .withColumn(Figure.FIGURE_ID.name(), RecordCell.SOURCE_ID.col())
            .withColumn(Figure.IS_DATE_INFERRED.name(), lit(false))
            .withColumn(Figure.KNOWN_FROM_BASIS.name(), lit("received"));
    for (TableColumn column : PRINTED_ONLY) {
      rows = rows.withColumn(column.name(), Schemas.empty(column));
    }
    return rows.select(competing());
  }

  private static Column[] competing() {
    return Stream.of(Cell.KEY, COMPETING)
        .flatMap(List::stream)
        .map(TableColumn::col)
        .toArray(Column[]::new);
  }

  /** One row per cell: the chosen figure, the rule that chose it, and how far its rivals spread. */
  static Dataset<Row> decide(Dataset<Row> figures) {
    Column[] cell = Cell.columns(Cell.KEY);
    WindowSpec rivals = Window.partitionBy(cell);
    WindowSpec best =
        rivals.orderBy(CRITERIA.stream().map(Criterion::order).toArray(Column[]::new));
    WindowSpec bestFirst = best.rowsBetween(Window.currentRow(), Window.unboundedFollowing());
    return figures
        .withColumn("age", age())
        .withColumn("place", row_number().over(best))
        .withColumn(Observation.RULE.name(), rule(best))
        .withColumn(
            Observation.FIGURES_COMPETING.name(), size(collect_set(statement()).over(rivals)))
        .withColumn(Observation.COMPETING_LOW.name(), min(Figure.VALUE.col()).over(rivals))
        .withColumn(Observation.COMPETING_HIGH.name(), max(Figure.VALUE.col()).over(rivals))
        .withColumn(Observation.PRINTED_YOY_PCT.name(), own(Figure.PRINTED_YOY_PCT, bestFirst))
        .withColumn(Observation.PRINTED_MOM_PCT.name(), own(Figure.PRINTED_MOM_PCT, bestFirst))
        .withColumn(Observation.PRINTED_PLAN_PCT.name(), own(Figure.PRINTED_PLAN_PCT, bestFirst))
        .filter(col("place").equalTo(1))
        .withColumn(Observation.FIGURE_ID.name(), when(IS_PRINTED, Observation.FIGURE_ID.col()))
        .withColumn(Observation.SPREAD_PCT.name(), spread())
        .withColumn(Observation.PART_FIGURE_IDS.name(), lit(null).cast("string"))
        .select(carried());
  }

  /** The columns of an observation except its id, which is given at the end. */
  static Column[] carried() {
    return Observation.TABLE.columns().stream()
        .filter(column -> !column.equals(Observation.OBSERVATION_ID))
        .map(TableColumn::col)
        .toArray(Column[]::new);
  }

  /** The chosen figure's own printed growth or, if it prints none, that of the next best figure. */
  private static Column own(TableColumn printed, WindowSpec bestFirst) {
    return first(printed.col(), true).over(bestFirst);
  }

  /** The same value on the same page is one statement, even if it was read twice. */
  private static Column statement() {
    return concat_ws(
        " ",
        coalesce(Figure.SOURCE_URL.col(), concat(lit("records of "), Figure.PUBLISHER.col())),
        Figure.VALUE.col());
  }

  private static Column spread() {
    return Growth.percentOf(
        Observation.COMPETING_HIGH
            .col()
            .minus(Observation.COMPETING_LOW.col())
            .cast(Types.QUANTITY),
        Figure.VALUE.col());
  }

  private static Column rule(WindowSpec best) {
    Column rule = lit("figure_id");
    for (int i = CRITERIA.size() - 2; i >= 0; i--) {
      Criterion criterion = CRITERIA.get(i);
      Column next = lead(criterion.value(), 1).over(best);
      rule = when(criterion.value().notEqual(next), criterion.name()).otherwise(rule);
    }
    return when(lead(Figure.FIGURE_ID.col(), 1).over(best).isNull(), "sole").otherwise(rule);
  }

  /** Days before 2100 on which the figure was printed; a page without a date is the oldest. */
  private static Column age() {
    return when(Figure.KNOWN_FROM_BASIS.col().equalTo("accessed"), lit(Integer.MAX_VALUE))
        .otherwise(datediff(lit(Date.valueOf("2100-01-01")), Figure.KNOWN_FROM.col()));
  }

  private static Column isOfCounts() {
    Object[] rules = RecordCell.RULES_OF_COUNTS.stream().sorted().toArray();
    return coalesce(Observation.RECORD_RULE.col().isin(rules), lit(false));
  }

  private static Column vagueness() {
    List<Qualifier> order =
        Stream.of(
                Qualifier.EXACT, Qualifier.APPROX, Qualifier.OVER, Qualifier.UNDER, Qualifier.UPTO)
            .toList();
    Column rank = lit(order.size());
    for (Qualifier qualifier : order) {
      rank =
          when(Figure.QUALIFIER.col().equalTo(qualifier.id()), order.indexOf(qualifier))
              .otherwise(rank);
    }
    return when(Figure.VALUE_HIGH.col().isNotNull(), order.size()).otherwise(rank);
  }

  /**
   * One reason to prefer a figure.
   *
   * @param value smaller is better; never empty
   */
  private record Criterion(String name, Column value) {
    Column order() {
      return value.asc();
    }
  }
}
