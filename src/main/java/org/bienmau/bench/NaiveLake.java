package org.bienmau.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * What one writes first: each table reads the files anew, groups them and is merged by its key.
 *
 * <p>It knows amendments, but no refused rows, no rates, no registers. One more day costs it the
 * whole once more, because it cannot tell what a file has changed.
 */
public final class NaiveLake {
  private static final String DECLARATIONS = "trade_declarations";
  private static final String VISITS = "vehicle_crossings";

  private final SparkSession spark;
  private final FloorCopy reader;
  private final Path root;

  public NaiveLake(SparkSession spark, FloorCopy reader, Path root) {
    this.spark = spark;
    this.reader = reader;
    this.root = root;
  }

  /**
   * Fills all tables from all files.
   *
   * @param files see {@link RecordFiles}
   */
  public void run(Map<String, List<Path>> files) {
    List<Path> declarations = files.get(DECLARATIONS);
    List<Path> visits = files.get(VISITS);
    List<String> line = List.of("source_id", "declaration_no", "item_no");
    List<String> visit = List.of("source_id", "visit_id");
    merge("declaration_line", current(DECLARATIONS, declarations, line), line);
    merge("crossing", current(VISITS, visits, visit), visit);
    List<String> trade = List.of("month", "gate_id", "direction", "regime", "chapter");
    merge(
        "trade_month",
        current(DECLARATIONS, declarations, line)
            .withColumn("month", date_format(local("registered_at"), "yyyy-MM"))
            .withColumn("chapter", substring(col("hs_code"), 1, 2))
            .groupBy(columns(trade))
            .agg(sum("value").as("value"), sum("net_kg").as("net_kg"), count(lit(1)).as("lines")),
        trade);
    List<String> day = List.of("day", "gate_id", "direction", "cargo_kind");
    merge(
        "vehicle_day",
        current(VISITS, visits, visit)
            .withColumn("day", local("cleared_at").cast("date"))
            .groupBy(columns(day))
            .agg(count(lit(1)).as("cleared"), sum("net_tonnes").as("net_tonnes")),
        day);
    merge(
        "gate_day",
        current(VISITS, visits, visit)
            .withColumn("day", local("arrived_at").cast("date"))
            .groupBy(columns(day))
            .agg(count(lit(1)).as("arrived")),
        day);
    List<String> month = List.of("month", "gate_id", "direction", "cargo_kind");
    merge(
        "dwell_time",
        current(VISITS, visits, visit)
            .withColumn("month", date_format(local("declared_at"), "yyyy-MM"))
            .withColumn("seconds", expr("cast(cleared_at as long) - cast(arrived_at as long)"))
            .groupBy(columns(month))
            .agg(count("seconds").as("n"), expr("percentile(seconds, 0.5)").as("p50")),
        month);
  }

  /** The last revision of each record. */
  private Dataset<Row> current(String dataset, List<Path> paths, List<String> key) {
    Column revision =
        row_number()
            .over(
                Window.partitionBy(columns(key))
                    .orderBy(col("revision_no").desc(), col("revised_at").desc()));
    return reader
        .read(dataset, paths)
        .withColumn("place", revision)
        .filter(col("place").equalTo(1))
        .drop("place");
  }

  private void merge(String name, Dataset<Row> rows, List<String> key) {
    String path = root.resolve(name).toString();
    if (!DeltaTable.isDeltaTable(spark, path)) {
      rows.limit(0).write().format("delta").save(path);
    }
    String view = "naive_" + name;
    rows.createOrReplaceTempView(view);
    String same =
        key.stream()
            .map(column -> "t.%1$s <=> s.%1$s".formatted(column))
            .collect(Collectors.joining(" AND "));
    spark.sql(
        "MERGE INTO delta.`%s` t USING %s s ON %s WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
            .formatted(path, view, same));
  }

  private static Column local(String instant) {
    return col(instant).plus(expr("INTERVAL 7 HOURS"));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
