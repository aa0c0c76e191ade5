package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.bienmau.gold.Cell;
import org.bienmau.gold.Observation;
import org.bienmau.table.TableColumn;

/** What every table of series begins with: the name of the series, and what it is of. */
public final class SeriesKey {
  private SeriesKey() {}

  static final TableColumn SERIES_ID =
      required(
          "series_id",
          StringType,
          "",
          "Hash of what stays the same along the series; joins the tables of one series.");

  /** What a series is of. */
  public static final List<TableColumn> SUBJECT =
      List.of(
          Observation.MEASURE_ID,
          Observation.SCOPE_TYPE,
          Observation.SCOPE_ID,
          Observation.SECTION_ID,
          Observation.DIRECTION,
          Observation.GOODS_ID,
          Observation.REGIME,
          Observation.IS_SIMULATED,
          Observation.UNIT);

  /** The columns that say which series it is, in the order in which tables begin with them. */
  static final List<TableColumn> COLUMNS =
      Stream.concat(Stream.of(SERIES_ID), SUBJECT.stream()).toList();

  /** The series of a row that has the columns of a cell. */
  static Column id() {
    Column[] parts =
        Cell.SERIES.stream()
            .map(
                column ->
                    column.equals(Observation.IS_SIMULATED)
                        ? when(column.col(), "simulated")
                        : column.col())
            .toArray(Column[]::new);
    return substring(sha2(concat_ws("|", parts), 256), 1, 16);
  }

  /** These columns and more, for a declaration. */
  static TableColumn[] and(List<TableColumn> more) {
    return Stream.concat(COLUMNS.stream(), more.stream()).toArray(TableColumn[]::new);
  }

  /** References to these columns. */
  static Column[] cols() {
    return COLUMNS.stream().map(TableColumn::col).toArray(Column[]::new);
  }
}
