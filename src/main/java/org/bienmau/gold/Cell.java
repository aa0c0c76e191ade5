package org.bienmau.gold;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/**
 * One place in the cube: measure × scope × period × direction × goods × regime, and whether it is
 * of the real world or of a simulated one.
 */
public final class Cell {
  private Cell() {}

  /** Named only where it is so, that the ids of real cells are those of a lake without any. */
  private static final Column SIMULATED = when(Figure.IS_SIMULATED.col(), "simulated");

  /** What stays the same along a series: everything but the period. */
  public static final List<TableColumn> SERIES =
      List.of(
          Figure.MEASURE_ID,
          Figure.SCOPE_TYPE,
          Figure.SCOPE_ID,
          Figure.DIRECTION,
          Figure.GOODS_ID,
          Figure.REGIME,
          Figure.IS_SIMULATED);

  /** The same without the regime: what a value of another regime shares with it. */
  public static final List<TableColumn> SERIES_OF_ANY_REGIME = without(Figure.REGIME);

  /** What export, import and their total of one period share. */
  public static final List<TableColumn> BOTH_DIRECTIONS =
      Stream.concat(without(Figure.DIRECTION).stream(), Stream.of(Figure.PERIOD_ID)).toList();

  /** The period, by name and by dates. */
  public static final List<TableColumn> PERIOD =
      List.of(Figure.PERIOD_ID, Figure.PERIOD_KIND, Figure.PERIOD_START, Figure.PERIOD_END);

  /** The whole key. */
  public static final List<TableColumn> KEY =
      Stream.concat(SERIES.stream(), PERIOD.stream()).toList();

  /** A short name for the cell: the same for the same key, in every release. */
  public static Column id() {
    Column[] named =
        Stream.concat(SERIES.stream(), Stream.of(Figure.PERIOD_ID))
            .map(column -> column.equals(Figure.IS_SIMULATED) ? SIMULATED : column.col())
            .toArray(Column[]::new);
    return substring(sha2(concat_ws("|", named), 256), 1, 16);
  }

  private static List<TableColumn> without(TableColumn one) {
    return SERIES.stream().filter(column -> !column.equals(one)).toList();
  }

  /** References to these columns, and to some more. */
  public static Column[] columns(List<TableColumn> these, TableColumn... more) {
    return Stream.concat(these.stream(), Arrays.stream(more))
        .map(TableColumn::col)
        .toArray(Column[]::new);
  }

  /** The names of these columns, for joins. */
  public static String[] names(List<TableColumn> these, TableColumn... more) {
    return Stream.concat(these.stream(), Arrays.stream(more))
        .map(TableColumn::name)
        .toArray(String[]::new);
  }
}
