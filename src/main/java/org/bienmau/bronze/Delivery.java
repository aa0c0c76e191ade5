package org.bienmau.bronze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * The ledger of files. A delivery's row is written last: rows of a file that is not listed here
 * were left by a run that did not end, and count for nothing.
 */
public final class Delivery {
  private Delivery() {}

  public static final TableColumn FILE_ID =
      required(
          "file_id",
          StringType,
          "",
          "The delivery: 16 digits made of its content and, for records, of its name.");
  public static final TableColumn DATASET =
      required("dataset", StringType, "", "Which contract the file is held to.");
  public static final TableColumn FILE_NAME =
      required(
          "file_name",
          StringType,
          "",
          "The file's name without its folder; a later file of the same name corrects it.");
  public static final TableColumn SHA256 =
      required("sha256", StringType, "", "SHA-256 of the file's bytes.");
  public static final TableColumn BYTES = required("bytes", LongType, "bytes", "Size of the file.");
  public static final TableColumn ARRIVAL_NO =
      required(
          "arrival_no", LongType, "", "1 for the first delivery to the lake, then counted up.");
  public static final TableColumn RECEIVED_AT =
      required("received_at", TimestampType, "", "When it was received (UTC).");
  public static final TableColumn ACCESSED_ON =
      required("accessed_on", DateType, "", "Day on which its content was read at the sources.");
  public static final TableColumn ROWS_READ =
      required(
          "rows_read", LongType, "count", "Rows in the file, header and blank lines not counted.");
  public static final TableColumn ROWS_ACCEPTED =
      required("rows_accepted", LongType, "count", "Rows that became statements.");
  public static final TableColumn ROWS_QUARANTINED =
      required(
          "rows_quarantined", LongType, "count", "Rows that were refused; see ops.quarantine.");
  public static final TableColumn ROWS_DUPLICATE =
      required(
          "rows_duplicate",
          LongType,
          "count",
          "Rows that repeat an accepted row to the letter, counted when the file came in and not again when another changes; which records repeat now stands in silver.superseded.");
  public static final TableColumn CONTRACT_VERSION =
      required(
          "contract_version", StringType, "", "Version of the contract the rows were held to.");
  public static final TableColumn JUDGED_WITH =
      required(
          "judged_with",
          StringType,
          "",
          "Fingerprint of the contract, registers and layout the rows were judged by.");
  public static final TableColumn LAYOUT =
      optional(
          "layout",
          StringType,
          "",
          "Name, version and hash of the layout the file was read through; empty when it had the contract's own columns.");
  public static final TableColumn PATH =
      required("path", StringType, "", "Where the file lay when it was taken in.");
  public static final TableColumn MODIFIED_AT =
      optional(
          "modified_at",
          TimestampType,
          "",
          "When the file had been changed for the last time (UTC); empty when that proves nothing.");

  public static final Table TABLE =
      Table.named(Layer.OPS, "ingested_file")
          .purpose(
              "For accounting for every row of every file: read is accepted, quarantined and duplicate together.")
          .columns(
              FILE_ID,
              DATASET,
              FILE_NAME,
              SHA256,
              BYTES,
              ARRIVAL_NO,
              RECEIVED_AT,
              ACCESSED_ON,
              ROWS_READ,
              ROWS_ACCEPTED,
              ROWS_QUARANTINED,
              ROWS_DUPLICATE,
              CONTRACT_VERSION,
              JUDGED_WITH,
              LAYOUT,
              PATH,
              MODIFIED_AT)
          .oneRowPer(FILE_ID)
          .check(
              blocks(
                  "For every file, rows_read is rows_accepted + rows_quarantined + rows_duplicate.",
                  ROWS_READ
                      .col()
                      .notEqual(
                          ROWS_ACCEPTED
                              .col()
                              .plus(ROWS_QUARANTINED.col())
                              .plus(ROWS_DUPLICATE.col()))))
          .recorded();

  /**
   * Of the deliveries of each file name, the last one that was received by the end of a day: the
   * one whose records count.
   */
  public static Dataset<Row> live(Dataset<Row> deliveries, AsOf asOf) {
    WindowSpec sameName =
        Window.partitionBy(DATASET.col(), FILE_NAME.col()).orderBy(ARRIVAL_NO.col().desc());
    return deliveries
        .filter(asOf.knew(RecordDataset.localDay(RECEIVED_AT.col())))
        .withColumn("newest", row_number().over(sameName))
        .filter(col("newest").equalTo(1))
        .drop("newest");
  }
}
