package org.bienmau.bronze;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * A dataset of records: rows of which each speaks of one thing that happened, in one of its states.
 *
 * @param table where its rows are kept as received
 * @param key tells records apart
 * @param revision of two rows with one key and one month, the one with the higher values is the
 *     later state
 * @param firstDay first local day that a row has to do with
 * @param lastDay last local day that a row has to do with; {@link #OPEN} while there is no end
 */
public record RecordDataset(
    Table table,
    List<TableColumn> key,
    List<TableColumn> revision,
    Column firstDay,
    Column lastDay) {

  /** The last day of what has not ended. */
  static final Column OPEN = functions.lit("9999-12-31").cast("date");

  public RecordDataset {
    key = List.copyOf(key);
    revision = List.copyOf(revision);
  }

  /** The name of the dataset and of its contract. */
  public String name() {
    return table.name();
  }

  /** The local day (UTC+7, without summer time) of a moment. */
  static Column localDay(Column moment) {
    return moment.plus(functions.expr("INTERVAL 7 HOURS")).cast("date");
  }
}
