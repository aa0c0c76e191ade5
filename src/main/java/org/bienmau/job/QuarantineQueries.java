package org.bienmau.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.Quarantine;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Lake;
import org.bienmau.table.AsOf;

/** Looks into the quarantine. */
final class QuarantineQueries {
  private QuarantineQueries() {}

  /** Every row that is refused, with its first reason and the count of all. */
  static ResultTable list(Settings settings) {
    AsOf asOf = new AsOf(settings.asOf().orElse(null));
    return answer(
        settings, lake -> list(lake.read(Quarantine.TABLE), lake.read(Delivery.TABLE), asOf));
  }

  /**
   * Pure: the refused rows of the deliveries that count. Those of a file that was judged again, or
   * has come in a later state, are history.
   */
  static Dataset<Row> list(Dataset<Row> refused, Dataset<Row> deliveries, AsOf asOf) {
    String file = Delivery.FILE_ID.name();
    return refused
        .join(Delivery.live(deliveries, asOf).select(file), new String[] {file}, "left_semi")
        .select(
            col("file_id"),
            col("file_name"),
            col("line_no"),
            col("origin"),
            size(col("reasons")).as("reasons"),
            col("reasons").getItem(0).getField("code").as("first_code"),
            col("reasons").getItem(0).getField("message").as("first_reason"))
        .orderBy("file_name", "file_id", "line_no");
  }

  /** One row that is or was refused: a line per reason. */
  static ResultTable show(Settings settings, String fileId, long line) {
    ResultTable found =
        answer(
            settings,
            lake ->
                lake.read(Quarantine.TABLE)
                    .filter(col("file_id").startsWith(fileId).and(col("line_no").equalTo(line)))
                    .select(
                        col("file_name"),
                        col("line_no"),
                        col("origin"),
                        explode(col("reasons")).as("reason"),
                        col("raw"))
                    .select(
                        col("file_name"),
                        col("line_no"),
                        col("origin"),
                        col("reason.code"),
                        col("reason.column"),
                        col("reason.value"),
                        col("reason.message"),
                        col("raw")));
    if (found.rows().isEmpty()) {
      throw new RefusedException(
          ExitCode.USAGE,
          "Cannot show line %d of file '%s': it is not in quarantine. See jobs/bienmau quarantine list."
              .formatted(line, fileId));
    }
    return found;
  }

  private interface Selection {
    Dataset<Row> of(Lake lake);
  }

  private static ResultTable answer(Settings settings, Selection selection) {
    // Not through a release: what is refused matters most where nothing could be published.
    SparkSession spark = LakeSession.start("quarantine", settings.spark());
    try {
      Lake lake = new Lake(spark, settings.lakeRoot());
      return RowTables.of(selection.of(lake), Integer.MAX_VALUE);
    } finally {
      spark.stop();
    }
  }
}
