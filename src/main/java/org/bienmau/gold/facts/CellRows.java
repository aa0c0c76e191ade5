package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.Direction;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The steps that turn rows of facts into cells, the same for trade and for trucks. */
final class CellRows {
  private CellRows() {}

  /** Whose records they are, and of which world. */
  static final List<TableColumn> SOURCE = List.of(RecordCell.SOURCE_ID, Figure.IS_SIMULATED);

  /** The period of a cell. */
  static final List<TableColumn> PERIOD =
      List.of(Figure.PERIOD_ID, Figure.PERIOD_KIND, Figure.PERIOD_START, Figure.PERIOD_END);

  /** The place of a cell. */
  static final List<TableColumn> PLACE =
      List.of(Figure.SCOPE_TYPE, Figure.SCOPE_ID, Figure.SECTION_ID);

  private static final List<TableColumn> STATED =
      List.of(
          Figure.MEASURE_ID,
          Figure.VALUE,
          Figure.UNIT,
          Figure.QUALIFIER,
          RecordCell.RULE,
          RecordCell.RECORDS);

  private static final Column GATE_SECTION = col("gate_section");

  /**
   * A row for each place whose totals hold its gate between two days.
   *
   * <p>A whole area has rows only for years in which every section of it has some, because else
   * nobody knows what is missing.
   */
  static Dataset<Row> atPlaces(Dataset<Row> facts, Places places, Column from, Column to) {
    Dataset<Row> held =
        places
            .holding(
                facts.withColumnRenamed(Figure.SECTION_ID.name(), "gate_section"),
                from,
                to,
                ScopeType.GATE,
                ScopeType.SECTION,
                ScopeType.AREA)
            .withColumn("calendar_year", year(from));
    Column needed = Places.SECTIONS_NEEDED.col();
    Column[] area = columns(SOURCE, Figure.SCOPE_ID.col(), col("calendar_year"));
    Dataset<Row> inFull =
        held.filter(needed.gt(0))
            .groupBy(Stream.concat(Stream.of(area), Stream.of(needed)).toArray(Column[]::new))
            .agg(countDistinct(GATE_SECTION).as("sections_reporting"))
            .filter(col("sections_reporting").equalTo(needed))
            .select(
                Stream.concat(Stream.of(area), Stream.of(lit(true).as("in_full")))
                    .toArray(Column[]::new));
    return held.join(
            broadcast(inFull), names(SOURCE, Figure.SCOPE_ID.name(), "calendar_year"), "left")
        .filter(needed.equalTo(0).or(col("in_full")))
        .drop("in_full", "calendar_year", "gate_section");
  }

  /** Each row twice: in its own direction and in the total of both. */
  static Dataset<Row> inDirections(Dataset<Row> rows) {
    return rows.withColumn(
        Figure.DIRECTION.name(), explode(array(Figure.DIRECTION.col(), lit(Direction.TOTAL.id()))));
  }

  /** One value that the rows of a cell give. */
  static Column stated(
      String measure, Column value, String unit, Column qualifier, String rule, Column records) {
    return struct(
        lit(measure).as(Figure.MEASURE_ID.name()),
        value.cast(Types.QUANTITY).as(Figure.VALUE.name()),
        lit(unit).as(Figure.UNIT.name()),
        qualifier.as(Figure.QUALIFIER.name()),
        lit(rule).as(RecordCell.RULE.name()),
        records.cast(RecordCell.RECORDS.type()).as(RecordCell.RECORDS.name()));
  }

  /** A cell for each value, in the columns of {@link RecordCell} but for the tier. */
  static Dataset<Row> cells(Dataset<Row> rows, Column... stated) {
    Dataset<Row> each = rows.withColumn("stated", explode(array(stated)));
    for (TableColumn column : STATED) {
      each = each.withColumn(column.name(), col("stated." + column.name()));
    }
    return each.filter(RecordCell.RECORDS.col().gt(0))
        .select(
            RecordCell.TABLE.columns().stream()
                .filter(column -> !column.equals(RecordCell.SOURCE_TIER))
                .map(TableColumn::col)
                .toArray(Column[]::new));
  }

  static Column[] columns(List<TableColumn> these, Column... more) {
    return Stream.concat(these.stream().map(TableColumn::col), Stream.of(more))
        .toArray(Column[]::new);
  }

  static String[] names(List<TableColumn> these, String... more) {
    return Stream.concat(these.stream().map(TableColumn::name), Stream.of(more))
        .toArray(String[]::new);
  }
}
