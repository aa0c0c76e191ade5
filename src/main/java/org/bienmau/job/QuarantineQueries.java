package org.bienmau.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bronze.Quarantine;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Lake;

/** Looks into the quarantine. */
final class QuarantineQueries {
  private QuarantineQueries() {}

  /** Every refused row with its first reason and the count of all. */
  static ResultTable list(Settings settings) {
    return answer(
        settings,
        rows ->
            rows.select(
                    col("file_id"),
                    col("file_name"),
                    col("line_no"),
                    col("origin"),
                    size(col("reasons")).as("reasons"),
                    col("reasons").getItem(0).getField("code").as("first_code"),
                    col("reasons").getItem(0).getField("message").as("first_reason"))
                .orderBy("file_name", "file_id", "line_no"));
  }

  /** One refused row: a line per reason. */
  static ResultTable show(Settings settings, String fileId, long line) {
    ResultTable found =
        answer(
            settings,
            rows ->
                rows.filter(col("file_id").startsWith(fileId).and(col("line_no").equalTo(line)))
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
    Dataset<Row> of(Dataset<Row> rows);
  }

  private static ResultTable answer(Settings settings, Selection selection) {
    // Not through a release: what is refused matters most where nothing could be published.
    SparkSession spark = LakeSession.start("quarantine", settings.spark());
    try {
      Dataset<Row> rows = new Lake(spark, settings.lakeRoot()).read(Quarantine.TABLE);
      return RowTables.of(selection.of(rows), Integer.MAX_VALUE);
    } finally {
      spark.stop();
    }
  }
}
