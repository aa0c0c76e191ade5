package org.bienmau.gold;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/** One place in the cube: measure × scope × period × direction × goods × regime. */
final class Cell {
  private Cell() {}

  /** What stays the same along a series: everything but the period. */
  static final List<TableColumn> SERIES =
      List.of(
          Figure.MEASURE_ID,
          Figure.SCOPE_TYPE,
          Figure.SCOPE_ID,
          Figure.DIRECTION,
          Figure.GOODS_ID,
          Figure.REGIME);

  /** The period, by name and by dates. */
  static final List<TableColumn> PERIOD =
      List.of(Figure.PERIOD_ID, Figure.PERIOD_KIND, Figure.PERIOD_START, Figure.PERIOD_END);

  /** The whole key. */
  static final List<TableColumn> KEY = Stream.concat(SERIES.stream(), PERIOD.stream()).toList();

  /** A short name for the cell: the same for the same key, in every release. */
  static Column id() {
    return substring(sha2(concat_ws("|", columns(SERIES, Figure.PERIOD_ID)), 256), 1, 16);
  }

  /** References to these columns, and to some more. */
  static Column[] columns(List<TableColumn> these, TableColumn... more) {
    return Stream.concat(these.stream(), Arrays.stream(more))
        .map(TableColumn::col)
        .toArray(Column[]::new);
  }

  /** The names of these columns, for joins. */
  static String[] names(List<TableColumn> these, TableColumn... more) {
    return Stream.concat(these.stream(), Arrays.stream(more))
        .map(TableColumn::name)
        .toArray(String[]::new);
  }
}
