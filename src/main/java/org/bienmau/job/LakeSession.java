package org.bienmau.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * The one place that says how Spark must be set, and the only one that starts it.
 *
 * <p>Both ways in, the launcher's embedded Spark and a cluster's {@code spark-submit}, come through
 * here, so a run cannot depend on somebody having passed the right {@code --conf}.
 */
public final class LakeSession {
  private static final String WAREHOUSE = "spark.sql.warehouse.dir";

  /** The 200 of Spark's own would cost more to start than kilobytes take to join. */
  private static final String SMALL_DATA_PARTITIONS = "8";

  /**
   * Columns whose values hardly ever come twice. A dictionary of them saves nothing, and Parquet
   * builds it anew for each file before it sees that; decision record 0012 has the figures.
   */
  private static final List<String> NEARLY_UNIQUE =
      List.of(
          "declaration_no",
          "visit_id",
          "revised_at",
          "registered_at",
          "declared_at",
          "arrived_at",
          "inspected_at",
          "cleared_at",
          "departed_at",
          "net_kg",
          "gross_kg",
          "value",
          "key_hash",
          "content_hash",
          "line_no");

  private LakeSession() {}

  /**
   * What the results depend on: these win over anything the submitter passed, because another time
   * zone or silent casts would give other figures.
   */
  public static Map<String, String> required() {
    Map<String, String> conf = new LinkedHashMap<>();
    conf.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    conf.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    conf.put("spark.sql.session.timeZone", "UTC");
    conf.put("spark.sql.ansi.enabled", "true");
    // Delta's parser does not know parameter markers outside constants (delta-io/delta#7640).
    conf.put("spark.sql.legacy.parameterSubstitution.constantsOnly", "true");
    return conf;
  }

  /** What only makes a run faster or quieter; a value that the submitter passed stands. */
  static Map<String, String> suggested(boolean local) {
    Map<String, String> conf = new LinkedHashMap<>();
    // Listing a table's files with thousands of tasks takes minutes for kilobytes.
    conf.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "8");
    conf.put("spark.sql.parquet.compression.codec", "zstd");
    // Level 3, the usual one, takes a tenth more time for a twentieth fewer bytes.
    conf.put("spark.hadoop.parquet.compression.codec.zstd.level", "1");
    // The usual INT96 is slower to write and has no smallest and largest value that readers can
    // use.
    conf.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    NEARLY_UNIQUE.forEach(
        column -> conf.put("spark.hadoop.parquet.enable.dictionary#" + column, "false"));
    // Gathers the cells of some thousand blocks in memory; after 128 of them, as is usual, Spark
    // would sort all cells by their keys instead.
    conf.put("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "20000");
    if (local) {
      conf.put("spark.sql.shuffle.partitions", SMALL_DATA_PARTITIONS);
      conf.put("spark.databricks.delta.snapshotPartitions", "2");
      conf.put("spark.ui.enabled", "false");
      conf.put("spark.ui.showConsoleProgress", "false");
      // Nobody looks at the plans, which are written down anew at each stage of each query.
      conf.put("spark.sql.ui.explainMode", "simple");
      conf.put("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
      conf.put("spark.driver.host", "127.0.0.1");
      conf.put("spark.driver.bindAddress", "127.0.0.1");
    } else {
      // Tables of forty columns would warn that their plans are cut short in logs.
      conf.put("spark.sql.debug.maxToStringFields", "500");
    }
    return conf;
  }

  /**
   * Starts the session of one command.
   *
   * @param command what runs, shown as the application's name
   * @param extra settings of the user under {@code spark.conf}, which win over suggestions
   */
  static SparkSession start(String command, Map<String, String> extra) {
    return builder(command, withWarehouse(extra)).getOrCreate();
  }

  /** No table ever lies there, but Spark makes the folder, by itself where it was started. */
  private static Map<String, String> withWarehouse(Map<String, String> extra) {
    Map<String, String> conf = new LinkedHashMap<>(extra);
    if (!new SparkConf().contains(WAREHOUSE)) {
      Path folder = Path.of(System.getProperty("java.io.tmpdir"), "bienmau-warehouse");
      conf.putIfAbsent(WAREHOUSE, folder.toUri().toString());
    }
    return conf;
  }

  /** Starts the session of a command that writes to the metastore which Spark is configured for. */
  static SparkSession startWithMetastore(String command, Map<String, String> extra) {
    return builder(command, extra).enableHiveSupport().getOrCreate();
  }

  private static SparkSession.Builder builder(String command, Map<String, String> extra) {
    SparkConf submitted = new SparkConf();
    boolean local = submitted.get("spark.master", "local[*]").startsWith("local");
    SparkSession.Builder builder = SparkSession.builder().appName("bienmau " + command);
    if (!submitted.contains("spark.master")) {
      builder.master("local[*]");
    }
    suggested(local)
        .forEach(
            (key, value) -> {
              if (!submitted.contains(key)) {
                builder.config(key, value);
              }
            });
    extra.forEach(builder::config);
    required().forEach(builder::config);
    return builder;
  }
}
