package org.bienmau.pipeline;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * What came of a run, written when it ends. A run that found nothing new writes nothing, so that it
 * leaves no trace in any table.
 *
 * @param exitCode what the process ended with
 * @param message the failure's message; null for a run that went well
 * @param releaseNo the release it published; null when it published none
 */
public record RunRecord(
    String runId,
    String command,
    Instant startedAt,
    Instant endedAt,
    int exitCode,
    String message,
    Long releaseNo,
    List<IngestedFile> ingested) {

  public static final TableColumn RUN_ID = Release.RUN_ID;
  public static final TableColumn COMMAND =
      required(
          "command",
          StringType,
          "",
          "What was run: run, ingest, build, quarantine replay or maintain.");
  public static final TableColumn STARTED_AT =
      required("started_at", TimestampType, "", "When it began (UTC).");
  public static final TableColumn ENDED_AT =
      required("ended_at", TimestampType, "", "When it ended (UTC).");
  public static final TableColumn EXIT_CODE =
      required(
          "exit_code",
          IntegerType,
          "",
          "0 when it went well; see the exit codes of the command line.");
  public static final TableColumn MESSAGE =
      optional("message", StringType, "", "Why it failed; empty when it went well.");
  public static final TableColumn RELEASE_NO =
      optional(
          "release_no", LongType, "", "The release it published; empty when it published none.");
  public static final TableColumn FILES_INGESTED =
      required("files_ingested", LongType, "count", "New or newly judged files.");
  public static final TableColumn ROWS_READ =
      required("rows_read", LongType, "count", "Rows of those files.");
  public static final TableColumn ROWS_QUARANTINED =
      required("rows_quarantined", LongType, "count", "Rows of those files that were refused.");

  public static final Table TABLE =
      Table.named(Layer.OPS, "run")
          .purpose(
              "For seeing what each run did and how it ended; the truth where a cluster loses exit codes.")
          .columns(
              RUN_ID,
              COMMAND,
              STARTED_AT,
              ENDED_AT,
              EXIT_CODE,
              MESSAGE,
              RELEASE_NO,
              FILES_INGESTED,
              ROWS_READ,
              ROWS_QUARANTINED)
          .oneRowPer(RUN_ID)
          .check(blocks("No run ends before it starts.", ENDED_AT.col().lt(STARTED_AT.col())))
          .recorded();

  public RunRecord {
    ingested = List.copyOf(ingested);
  }

  /** Writes the run down. */
  public void record(Lake lake) {
    lake.append(
        TABLE,
        lake.local(
            List.of(
                RowFactory.create(
                    runId,
                    command,
                    Timestamp.from(startedAt),
                    Timestamp.from(endedAt),
                    exitCode,
                    message,
                    releaseNo,
                    (long) ingested.size(),
                    ingested.stream().mapToLong(file -> file.counts().read()).sum(),
                    ingested.stream().mapToLong(file -> file.counts().quarantined()).sum())),
            TABLE.schema()));
  }
}
