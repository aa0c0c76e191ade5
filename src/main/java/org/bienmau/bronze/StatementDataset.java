package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * A dataset of statements: rows that somebody stated, kept exactly as received.
 *
 * @param table where its rows are kept, the refused ones included
 * @param cells one column per column of its contract, in the contract's order; a test holds them to
 *     it
 */
public record StatementDataset(Table table, List<TableColumn> cells) {
  public static final TableColumn FILE_ID = Delivery.FILE_ID;
  public static final TableColumn LINE_NO =
      required(
          "line_no",
          LongType,
          "",
          "Line on which the row begins in its file, counted from 1; where a layout made the row, its line in the table that the layout makes.");
  public static final TableColumn OUTCOME =
      required(
          "outcome", StringType, "", "accepted, quarantined or duplicate: what became of the row.");
  public static final TableColumn STATEMENT_KEY =
      optional(
          "statement_key",
          StringType,
          "",
          "Hash of what is stated about what by which page; empty for quarantined rows.");
  public static final TableColumn CONTENT_HASH =
      required("content_hash", StringType, "", "Hash of all cells: equal rows, equal hash.");
  public static final TableColumn RAW =
      required("raw", StringType, "", "The row's text as received, without its line end.");
  public static final TableColumn ORIGIN =
      optional(
          "origin",
          StringType,
          "",
          "Sheet and cell, or line and column, of the file as received; empty where line_no tells.");

  public StatementDataset {
    cells = List.copyOf(cells);
  }

  /** The name of the dataset and of its contract. */
  public String name() {
    return table.name();
  }

  static StatementDataset of(String dataset, String purpose, String... cells) {
    List<TableColumn> columns = Arrays.stream(cells).map(StatementDataset::cell).toList();
    Table table =
        Table.named(Layer.BRONZE, dataset)
            .purpose(purpose)
            .columns(
                Stream.concat(
                        Stream.of(
                            FILE_ID, LINE_NO, OUTCOME, STATEMENT_KEY, CONTENT_HASH, RAW, ORIGIN),
                        columns.stream())
                    .toArray(TableColumn[]::new))
            .oneRowPer(FILE_ID, LINE_NO)
            .check(
                blocks(
                    "Every accepted row has a statement_key.",
                    OUTCOME.col().equalTo("accepted").and(STATEMENT_KEY.col().isNull())))
            .recorded();
    return new StatementDataset(table, columns);
  }

  private static TableColumn cell(String name) {
    return optional(
        name,
        StringType,
        "",
        "The cell %s as received; empty when the row has none.".formatted(name));
  }
}
