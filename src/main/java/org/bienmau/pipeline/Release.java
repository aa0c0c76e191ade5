package org.bienmau.pipeline;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
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
import java.util.stream.Stream;
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
 * @param ledgerNo number of the last entry of the ledger that it knows
 * @param tables what was computed, by table id
 * @param sources the recorded tables it was computed from, by table id
 */
public record Release(
    long number,
    Instant releasedAt,
    String runId,
    String inputs,
    AsOf asOf,
    long ledgerNo,
    Map<String, Content> tables,
    Map<String, Content> sources) {

  /**
   * What a release holds of one table.
   *
   * @param version Delta's number of the version
   * @param contentHash equal for equal rows; of a recorded table, for equal deliveries
   * @param changed whether the rows differ from those of the release before
   * @param madeOf fingerprint of what it was computed from; null for a recorded table
   * @param monthsComputed how many months were computed anew; null when the whole table was, and
   *     for a recorded table
   */
  public record Content(
      long version,
      long rows,
      String contentHash,
      boolean changed,
      String madeOf,
      Integer monthsComputed) {}

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
  public static final TableColumn LEDGER_NO =
      required(
          "ledger_no", LongType, "", "Number of the last entry of the ledger that it knows of.");
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
      required(
          "content_hash",
          StringType,
          "",
          "Equal for equal rows in any order; of a recorded table, for equal deliveries.");
  public static final TableColumn IS_CHANGED =
      required(
          "is_changed",
          BooleanType,
          "",
          "Whether the rows differ from those of the release before.");
  public static final TableColumn MADE_OF =
      optional(
          "made_of",
          StringType,
          "",
          "Fingerprints of the rules and of the inputs it was computed from; empty for a recorded table.");
  public static final TableColumn MONTHS_COMPUTED =
      optional(
          "months_computed",
          IntegerType,
          "months",
          "Months computed anew, 0 when nothing was; empty when the whole table was, and for a recorded table.");

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
              LEDGER_NO,
              TABLE_ID,
              DELTA_VERSION,
              ROW_COUNT,
              CONTENT_HASH,
              IS_CHANGED,
              MADE_OF,
              MONTHS_COMPUTED)
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
                      row.getLong(5),
                      new TreeMap<>(),
                      new TreeMap<>()));
      Content content =
          new Content(
              row.getLong(7),
              row.getLong(8),
              row.getString(9),
              row.getBoolean(10),
              row.getString(11),
              row.isNullAt(12) ? null : row.getInt(12));
      (content.madeOf() == null ? release.sources : release.tables).put(row.getString(6), content);
    }
    return List.copyOf(found.values());
  }

  List<Row> rows() {
    return Stream.of(tables, sources)
        .flatMap(contents -> contents.entrySet().stream())
        .map(
            e ->
                RowFactory.create(
                    number,
                    Timestamp.from(releasedAt),
                    runId,
                    inputs,
                    asOf.day() == null ? null : Date.valueOf(asOf.day()),
                    ledgerNo,
                    e.getKey(),
                    e.getValue().version(),
                    e.getValue().rows(),
                    e.getValue().contentHash(),
                    e.getValue().changed(),
                    e.getValue().madeOf(),
                    e.getValue().monthsComputed()))
        .toList();
  }
}
