package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The rows of published-figures files exactly as received, the refused ones included. */
public final class PublishedFigures {
  private PublishedFigures() {}

  /** The name of the dataset and of its contract. */
  public static final String DATASET = "published_figures";

  public static final TableColumn FILE_ID = Delivery.FILE_ID;
  public static final TableColumn LINE_NO =
      required(
          "line_no", LongType, "", "Line on which the row begins in its file, counted from 1.");
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

  /** The cells, in the contract's order; a test holds them to it. */
  public static final List<TableColumn> CELLS =
      Stream.of(
              "figure_id",
              "source_url",
              "publisher",
              "published_on",
              "scope_type",
              "scope_name",
              "province",
              "period_start",
              "period_end",
              "period_kind",
              "metric",
              "direction",
              "commodity",
              "regime",
              "value",
              "unit",
              "qualifier",
              "value_high",
              "yoy_pct",
              "mom_pct",
              "plan_pct",
              "note")
          .map(PublishedFigures::cell)
          .toList();

  public static final Table TABLE =
      Table.named(Layer.BRONZE, DATASET)
          .purpose("For reading a file's rows as they came, whatever became of them.")
          .columns(
              Stream.concat(
                      Stream.of(FILE_ID, LINE_NO, OUTCOME, STATEMENT_KEY, CONTENT_HASH, RAW),
                      CELLS.stream())
                  .toArray(TableColumn[]::new))
          .oneRowPer(FILE_ID, LINE_NO)
          .check(
              blocks(
                  "Every accepted row has a statement_key.",
                  OUTCOME.col().equalTo("accepted").and(STATEMENT_KEY.col().isNull())))
          .recorded();

  private static TableColumn cell(String name) {
    return optional(
        name,
        StringType,
        "",
        "The cell %s as received; empty when the row has none.".formatted(name));
  }
}
