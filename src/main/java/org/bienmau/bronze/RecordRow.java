package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * What every row of a file of records carries beside its cells.
 *
 * <p>Rows of records are kept once, typed: their contracts allow one way to write a value, so that
 * the typed value says what the cell said. A refused row keeps its text instead.
 */
public final class RecordRow {
  private RecordRow() {}

  private static final String OF_REFUSED = " Bronze: empty in a refused row.";

  public static final TableColumn FILE_ID = Delivery.FILE_ID;

  /** The local day that a row is about, by which it is partitioned and found. */
  public static final TableColumn EVENT_ON =
      required("event_on", DateType, "", "Local day (UTC+7) on which the record begins.");

  public static final TableColumn LINE_NO = StatementDataset.LINE_NO;
  public static final TableColumn MONTH =
      required("month", StringType, "", "Local month of event_on, for example 2024-03.");
  public static final TableColumn ROW_OUTCOME =
      required("row_outcome", StringType, "", "accepted or quarantined: what became of the row.");
  public static final TableColumn KEY_HASH =
      optional(
          "key_hash",
          LongType,
          "",
          "Hash of the cells that tell records apart; empty in a refused row.");
  public static final TableColumn CONTENT_HASH =
      optional(
          "content_hash",
          LongType,
          "",
          "Hash of all cells but the personal ones; empty in a refused row.");
  public static final TableColumn REMARKS =
      optional(
          "remarks",
          StringType,
          "",
          "Codes of what is odd about the row, separated by spaces; empty when nothing is.");
  public static final TableColumn REASONS =
      optional(
          "reasons",
          createArrayType(Quarantine.REASON),
          "",
          "Everything that is wrong with the row; empty in an accepted row.");
  public static final TableColumn RAW =
      optional(
          "raw",
          StringType,
          "",
          "The row's text as received, personal cells replaced; empty in an accepted row.");

  /**
   * The bronze table of a dataset of records.
   *
   * <p>The columns that files are found by stand first: Delta keeps statistics of the first columns
   * only.
   *
   * @param cells the contract's columns; whether an accepted row may lack one is said there
   */
  static Table table(String dataset, TableColumn... cells) {
    return Table.named(Layer.BRONZE, dataset)
        .purpose(
            "For reading all rows of all files ever delivered, typed; the refused ones with their text and reasons.")
        .columns(
            Stream.concat(
                    Stream.of(
                        FILE_ID,
                        orEmpty(EVENT_ON),
                        LINE_NO,
                        orEmpty(MONTH),
                        ROW_OUTCOME,
                        KEY_HASH,
                        CONTENT_HASH,
                        REMARKS,
                        REASONS,
                        RAW),
                    Arrays.stream(cells).map(RecordRow::orEmpty))
                .toArray(TableColumn[]::new))
        .oneRowPer(FILE_ID, LINE_NO)
        .byMonth(orEmpty(MONTH))
        .check(
            blocks(
                "Every accepted row has a month, and no other row has.",
                ROW_OUTCOME.col().equalTo("accepted").notEqual(MONTH.col().isNotNull())))
        .recorded();
  }

  private static TableColumn orEmpty(TableColumn column) {
    return column.nullable()
        ? column
        : optional(column.name(), column.type(), column.unit(), column.description() + OF_REFUSED);
  }
}
