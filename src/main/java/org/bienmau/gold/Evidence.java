package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.bienmau.measure.Precision;
import org.bienmau.reference.Direction;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * The rows that may explain why a figure differs from the chosen value, of four kinds, each column
 * under its own name with {@code other_} before it.
 */
final class Evidence {
  private Evidence() {}

  /** The chosen value of a cell. */
  static final String OBSERVATION = "observation";

  /** Another printed figure. */
  static final String FIGURE = "figure";

  /** Export and import of one page added up. */
  static final String PAGE_SUM = "page_sum";

  /** One direction of a page whose export is our import and whose import is our export. */
  static final String PAGE_SWAPPED = "page_swapped";

  /** What kind of row it is. */
  static final Column KIND = col("other_kind");

  /** The id of the figure or the observation. */
  static final Column ID = col("other_id");

  private static final TableColumn[] CARRIED = {
    Figure.MEASURE_ID,
    Figure.SCOPE_TYPE,
    Figure.SCOPE_ID,
    Figure.GOODS_ID,
    Figure.PERIOD_ID,
    Figure.PERIOD_START,
    Figure.PERIOD_END,
    Figure.DIRECTION,
    Figure.REGIME,
    Figure.IS_SIMULATED,
    Figure.VALUE,
    Figure.PUBLISHER,
    Figure.KNOWN_FROM,
    Bounds.LOW,
    Bounds.HIGH
  };

  /** A column of the explaining row. */
  static Column other(TableColumn column) {
    return col("other_" + column.name());
  }

  /**
   * @param figures standing figures with their bounds
   * @param observations with their bounds
   */
  static Dataset<Row> of(Dataset<Row> figures, Dataset<Row> observations) {
    Column page = Figure.SOURCE_URL.col();
    Dataset<Row> pairs = pairs(figures, page);
    return rows(observations, OBSERVATION, Observation.OBSERVATION_ID.col(), lit(""))
        .unionByName(rows(figures, FIGURE, Figure.FIGURE_ID.col(), page))
        .unionByName(rows(sums(pairs), PAGE_SUM, col("export.figure_id"), page))
        .unionByName(
            rows(swapped(pairs, observations), PAGE_SWAPPED, Figure.FIGURE_ID.col(), page));
  }

  private static Dataset<Row> rows(Dataset<Row> from, String kind, Column id, Column page) {
    Stream<Column> carried = Stream.of(CARRIED).map(c -> c.col().as("other_" + c.name()));
    Stream<Column> named =
        Stream.of(lit(kind).as("other_kind"), id.as("other_id"), page.as("other_source_url"));
    return from.select(Stream.concat(carried, named).toArray(Column[]::new));
  }

  /** Export and import of the same cell, side by side, where a page or the cube has both. */
  private static Dataset<Row> pairs(Dataset<Row> values, Column page) {
    Stream<Column> cell = Stream.of(Cell.columns(Cell.BOTH_DIRECTIONS));
    return values
        .groupBy(Stream.concat(cell, Stream.of(page)).toArray(Column[]::new))
        .agg(
            part(Direction.EXPORT).as("export"),
            part(Direction.IMPORT).as("import"),
            max(Figure.PERIOD_START.col()).as(Figure.PERIOD_START.name()),
            max(Figure.PERIOD_END.col()).as(Figure.PERIOD_END.name()),
            max(Figure.PUBLISHER.col()).as(Figure.PUBLISHER.name()),
            max(Figure.KNOWN_FROM.col()).as(Figure.KNOWN_FROM.name()))
        .filter(col("export").isNotNull().and(col("import").isNotNull()));
  }

  private static Column part(Direction direction) {
    Column figure =
        functions.struct(
            Figure.VALUE.col(), Bounds.LOW.col(), Bounds.HIGH.col(), Figure.FIGURE_ID.col());
    return max(when(Figure.DIRECTION.col().equalTo(direction.id()), figure));
  }

  private static Dataset<Row> sums(Dataset<Row> pairs) {
    return pairs
        .withColumn(Figure.DIRECTION.name(), lit(Direction.TOTAL.id()))
        .withColumn(Figure.VALUE.name(), sum(Figure.VALUE))
        .withColumn(Bounds.LOW.name(), sum(Bounds.LOW))
        .withColumn(Bounds.HIGH.name(), sum(Bounds.HIGH));
  }

  private static Column sum(TableColumn column) {
    return col("export." + column.name()).plus(col("import." + column.name())).cast(Types.QUANTITY);
  }

  private static Dataset<Row> swapped(Dataset<Row> pairs, Dataset<Row> observations) {
    Stream<Column> cell = Stream.of(Cell.columns(Cell.BOTH_DIRECTIONS));
    Stream<Column> values =
        Stream.of(col("export").as("our_export"), col("import").as("our_import"));
    Dataset<Row> ours =
        pairs(observations, lit("cube").as(Figure.SOURCE_URL.name()))
            .select(Stream.concat(cell, values).toArray(Column[]::new));
    Column crosswise = meet("export", "our_import").and(meet("import", "our_export"));
    Column straight = meet("export", "our_export").or(meet("import", "our_import"));
    Dataset<Row> found =
        pairs.join(ours, Cell.names(Cell.BOTH_DIRECTIONS)).filter(crosswise.and(not(straight)));
    return direction(found, Direction.EXPORT, "import")
        .unionByName(direction(found, Direction.IMPORT, "export"));
  }

  /** For the figure of one direction, the page's figure of the other one explains it. */
  private static Dataset<Row> direction(Dataset<Row> pairs, Direction direction, String other) {
    return pairs
        .withColumn(Figure.DIRECTION.name(), lit(direction.id()))
        .withColumn(Figure.VALUE.name(), col(other + "." + Figure.VALUE.name()))
        .withColumn(Bounds.LOW.name(), col(other + "." + Bounds.LOW.name()))
        .withColumn(Bounds.HIGH.name(), col(other + "." + Bounds.HIGH.name()))
        .withColumn(Figure.FIGURE_ID.name(), col(other + "." + Figure.FIGURE_ID.name()));
  }

  private static Column meet(String one, String two) {
    return coalesce(
        Precision.meet(
            col(one + "." + Bounds.LOW.name()),
            col(one + "." + Bounds.HIGH.name()),
            col(two + "." + Bounds.LOW.name()),
            col(two + "." + Bounds.HIGH.name())),
        lit(false));
  }
}
