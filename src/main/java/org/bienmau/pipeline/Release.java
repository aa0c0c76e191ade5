package org.bienmau.pipeline;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * One atomic publication of all tables: which version of each table readers see.
 *
 * <p>Appending its rows is the moment of publication. Before it, readers see the release before,
 * whatever versions the tables have got meanwhile.
 *
 * @param number 1 for the first
 * @param releasedAt when it was published (UTC)
 * @param runId the run that published it
 * @param inputs fingerprint of everything the tables were computed from
 * @param asOf the day whose knowledge it holds
 * @param tables by table id
 */
public record Release(
    long number,
    Instant releasedAt,
    String runId,
    String inputs,
    AsOf asOf,
    Map<String, Content> tables) {

  /**
   * What a release holds of one table.
   *
   * @param version Delta's number of the version
   * @param contentHash equal for equal rows
   * @param changed whether the rows differ from those of the release before
   */
  public record Content(long version, long rows, String contentHash, boolean changed) {}

  public static final TableColumn RELEASE_NO =
      required(
          "release_no", LongType, "", "Number of the release; the highest one is the current one.");
  public static final TableColumn RELEASED_AT =
      required("released_at", TimestampType, "", "When it was published (UTC).");
  public static final TableColumn RUN_ID =
      required("run_id", StringType, "", "The run that published it; see ops.run.");
  public static final TableColumn INPUTS =
      required(
          "inputs",
          StringType,
          "",
          "Fingerprint of the files, registers, contracts and code behind it.");
  public static final TableColumn AS_OF =
      optional(
          "as_of",
          DateType,
          "",
          "Last day of publication whose figures count; empty when all that is known counts.");
  public static final TableColumn TABLE_ID =
      required("table_id", StringType, "", "A published table, for example gold.trend.");
  public static final TableColumn DELTA_VERSION =
      required(
          "delta_version",
          LongType,
          "",
          "The version of the Delta table that belongs to the release.");
  public static final TableColumn ROW_COUNT =
      required("row_count", LongType, "count", "Rows of the table in this release.");
  public static final TableColumn CONTENT_HASH =
      required("content_hash", StringType, "", "Equal for equal rows in any order.");
  public static final TableColumn IS_CHANGED =
      required(
          "is_changed",
          BooleanType,
          "",
          "Whether the rows differ from those of the release before.");

  public static final Table TABLE =
      Table.named(Layer.OPS, "release")
          .purpose(
              "For readers that want all tables of one publication and for reading an earlier one again.")
          .columns(
              RELEASE_NO,
              RELEASED_AT,
              RUN_ID,
              INPUTS,
              AS_OF,
              TABLE_ID,
              DELTA_VERSION,
              ROW_COUNT,
              CONTENT_HASH,
              IS_CHANGED)
          .oneRowPer(RELEASE_NO, TABLE_ID)
          .check(blocks("No delta_version is negative.", DELTA_VERSION.col().lt(0)))
          .recorded();

  /** The newest release; empty while nothing was published. */
  public static Optional<Release> latest(Lake lake) {
    return all(lake).stream().reduce((earlier, later) -> later);
  }

  /** Every release, the oldest first. */
  public static List<Release> all(Lake lake) {
    Map<Long, Release> found = new TreeMap<>();
    for (Row row : lake.read(TABLE).collectAsList()) {
      Release release =
          found.computeIfAbsent(
              row.getLong(0),
              number ->
                  new Release(
                      number,
                      row.getTimestamp(1).toInstant(),
                      row.getString(2),
                      row.getString(3),
                      new AsOf(row.isNullAt(4) ? null : row.getDate(4).toLocalDate()),
                      new TreeMap<>()));
      release.tables.put(
          row.getString(5),
          new Content(row.getLong(6), row.getLong(7), row.getString(8), row.getBoolean(9)));
    }
    return List.copyOf(found.values());
  }

  List<Row> rows() {
    return tables.entrySet().stream()
        .map(
            e ->
                RowFactory.create(
                    number,
                    Timestamp.from(releasedAt),
                    runId,
                    inputs,
                    asOf.day() == null ? null : Date.valueOf(asOf.day()),
                    e.getKey(),
                    e.getValue().version(),
                    e.getValue().rows(),
                    e.getValue().contentHash(),
                    e.getValue().changed()))
        .toList();
  }
}
