package org.bienmau.silver;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordRow;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * The rows of live deliveries that do not count, because another row of the same record does.
 *
 * <p>Few rows are superseded, so they are listed instead of copying all the others. Of the rows
 * with one key and one month the latest revision counts; of two that differ and claim to be the
 * same revision, the one with the smaller content hash; of equal ones, the one whose file name
 * comes first. The order in which files arrived decides nothing.
 */
public final class Superseded {
  private Superseded() {}

  public static final TableColumn DATASET = Delivery.DATASET;
  public static final TableColumn MONTH = RecordRow.MONTH;
  public static final TableColumn FILE_ID = Delivery.FILE_ID;
  public static final TableColumn LINE_NO = RecordRow.LINE_NO;
  public static final TableColumn REASON =
      required(
          "reason",
          StringType,
          "",
          "revised: a later revision counts; duplicate: the row that counts is equal to it; conflict: the row that counts is another one of the same revision.");
  public static final TableColumn BY_FILE_ID =
      required("by_file_id", StringType, "", "The delivery of the row that counts.");
  public static final TableColumn BY_LINE_NO =
      required("by_line_no", LongType, "", "Line of the row that counts in its file.");

  public static final Table TABLE =
      Table.named(Layer.SILVER, "superseded")
          .purpose(
              "For the rows that a later revision or an equal row replaced, with the row that counts instead.")
          .columns(DATASET, MONTH, FILE_ID, LINE_NO, REASON, BY_FILE_ID, BY_LINE_NO)
          .oneRowPer(FILE_ID, LINE_NO)
          .byMonth(MONTH)
          .check(
              blocks(
                  "No row replaces itself.",
                  FILE_ID
                      .col()
                      .equalTo(BY_FILE_ID.col())
                      .and(LINE_NO.col().equalTo(BY_LINE_NO.col()))))
          .recorded();

  /**
   * The rows whose key occurs more than once; keys that occur once are told apart by their hash
   * alone and cost no closer look.
   *
   * @param live accepted rows of live deliveries, all of each month that occurs
   */
  public static Dataset<Row> candidates(RecordDataset records, Dataset<Row> live) {
    // Without the month, which a key hardly ever changes, the groups are of one number each.
    Dataset<Row> repeated =
        live.groupBy(RecordRow.KEY_HASH.col())
            .agg(count(lit(1)).as("rows"))
            .filter(col("rows").gt(1))
            .drop("rows");
    String[] hash = {RecordRow.KEY_HASH.name()};
    Column[] wanted =
        Stream.of(
                Stream.of(MONTH, RecordRow.CONTENT_HASH, FILE_ID, LINE_NO),
                records.key().stream(),
                records.revision().stream())
            .flatMap(columns -> columns)
            .map(TableColumn::col)
            .toArray(Column[]::new);
    return live.join(broadcast(repeated), hash, "left_semi").select(wanted);
  }

  /**
   * Finds the superseded rows among candidates.
   *
   * @param deliveries the deliveries' file names
   */
  public static Dataset<Row> among(
      RecordDataset records, Dataset<Row> candidates, Dataset<Row> deliveries) {
    return replaced(
        records,
        candidates.join(
            broadcast(deliveries.select(FILE_ID.col(), Delivery.FILE_NAME.col())), FILE_ID.name()));
  }

  private static Dataset<Row> replaced(RecordDataset records, Dataset<Row> rows) {
    Column[] key =
        Stream.concat(Stream.of(MONTH), records.key().stream())
            .map(TableColumn::col)
            .toArray(Column[]::new);
    List<Column> latest = records.revision().stream().map(TableColumn::col).toList();
    Stream<Column> ties =
        Stream.of(RecordRow.CONTENT_HASH, Delivery.FILE_NAME, LINE_NO).map(TableColumn::col);
    WindowSpec states =
        Window.partitionBy(key)
            .orderBy(Stream.concat(latest.stream().map(Column::desc), ties).toArray(Column[]::new));
    Column isSameRevision =
        latest.stream()
            .map(column -> column.equalTo(first(column).over(states)))
            .reduce(lit(true), Column::and);
    Column isEqual =
        RecordRow.CONTENT_HASH.col().equalTo(first(RecordRow.CONTENT_HASH.col()).over(states));
    return rows.select(
            lit(records.name()).as(DATASET.name()),
            MONTH.col(),
            FILE_ID.col(),
            LINE_NO.col(),
            when(isSameRevision.equalTo(false), "revised")
                .when(isEqual, "duplicate")
                .otherwise("conflict")
                .as(REASON.name()),
            first(FILE_ID.col()).over(states).as(BY_FILE_ID.name()),
            first(LINE_NO.col()).over(states).as(BY_LINE_NO.name()),
            row_number().over(states).as("place"))
        .filter(col("place").gt(1))
        .drop("place");
  }
}
