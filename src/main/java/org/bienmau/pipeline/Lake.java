package org.bienmau.pipeline;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Delivery;
import org.bienmau.table.Schemas;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The Delta tables under one root: a folder per layer, a folder per table. */
public final class Lake {
  private static final String WITH_STATISTICS = "delta.dataSkippingNumIndexedCols";

  private final SparkSession spark;
  private final String root;

  /**
   * @param root URI or path of the folder that holds the layers
   */
  public Lake(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }

  /** The folder that holds the layers, without a slash at its end. */
  public String root() {
    return root;
  }

  /** Where a table lies. */
  public String path(Table table) {
    return root + "/" + table.layer().id() + "/" + table.name();
  }

  /** Whether the table was ever written. */
  public boolean has(Table table) {
    return DeltaTable.isDeltaTable(spark, path(table));
  }

  /** The newest rows of a table; none of them if it was never written. */
  public Dataset<Row> read(Table table) {
    return has(table)
        ? declared(table, spark.read().format("delta").load(path(table)))
        : none(table);
  }

  /** A table written before a column was declared has none of it. */
  private static Dataset<Row> declared(Table table, Dataset<Row> rows) {
    List<String> there = Arrays.asList(rows.columns());
    return rows.select(
        table.columns().stream()
            .map(c -> there.contains(c.name()) ? c.col() : Schemas.empty(c).as(c.name()))
            .toArray(Column[]::new));
  }

  /** The rows of a table as they stood in one of its versions. */
  public Dataset<Row> read(Table table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(path(table));
  }

  /** The newest version of a table and its writer's remark; empty if it was never written. */
  public Optional<Commit> head(Table table) {
    Path path = new Path(path(table));
    try {
      return CommitLog.head(fileSystem(path), path);
    } catch (IOException e) {
      throw new LakeUnavailableException("read the log of " + table.id(), e);
    }
  }

  /** Replaces all rows of a table in one commit, which carries {@code about} as its remark. */
  public void replace(Table table, Dataset<Row> rows, String about) {
    if (has(table)) {
      rows.write()
          .format("delta")
          .mode(SaveMode.Overwrite)
          .option("overwriteSchema", String.valueOf(!hasDeclaredColumns(table)))
          .option("userMetadata", about)
          .save(path(table));
    } else {
      create(table, rows, about);
    }
  }

  /**
   * Replaces in one commit the rows of some deliveries; a second call with the same rows leaves the
   * same table, so a run that was killed can be repeated.
   *
   * @param rows the new rows of these deliveries, and no others
   */
  void replaceFiles(Table table, Collection<String> fileIds, Dataset<Row> rows) {
    if (has(table)) {
      replaceWhere(table, in(Delivery.FILE_ID, fileIds), rows, "");
    } else {
      create(table, rows, "");
    }
  }

  /**
   * Replaces in one commit the rows of some months of a table that is kept by month.
   *
   * @param rows the new rows of these months, and no others
   */
  void replaceMonths(Table table, Collection<String> months, Dataset<Row> rows, String about) {
    replaceWhere(table, in(table, months), rows, about);
  }

  /** The same, for the rows of one dataset alone. */
  void replaceMonths(
      Table table, String dataset, Collection<String> months, Dataset<Row> rows, String about) {
    String where = "%s = '%s' AND ".formatted(Delivery.DATASET.name(), dataset);
    replaceWhere(table, where + in(table, months), rows, about);
  }

  private static String in(Table table, Collection<String> months) {
    return in(table.month().orElseThrow(), months);
  }

  private static String in(TableColumn column, Collection<String> values) {
    return values.stream()
        .map("'%s'"::formatted)
        .collect(Collectors.joining(", ", "%s IN (".formatted(column.name()), ")"));
  }

  private void replaceWhere(Table table, String where, Dataset<Row> rows, String about) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("replaceWhere", where)
        .option("userMetadata", about)
        .save(path(table));
  }

  /** Adds rows to a table in one commit. */
  public void append(Table table, Dataset<Row> rows) {
    append(table, rows, "");
  }

  /** Adds rows to a table in one commit, which carries {@code about} as its remark. */
  void append(Table table, Dataset<Row> rows, String about) {
    if (has(table)) {
      rows.write()
          .format("delta")
          .mode(SaveMode.Append)
          .option("mergeSchema", "true")
          .option("userMetadata", about)
          .save(path(table));
    } else {
      create(table, rows, about);
    }
  }

  /** Makes a table without rows if there is none, so that there is a version to go back to. */
  void ensure(Table table) {
    if (!has(table)) {
      create(table, none(table), "");
    }
  }

  /** Goes back to an earlier version in a commit of its own. */
  void restore(Table table, long version) {
    DeltaTable.forPath(spark, path(table)).restoreToVersion(version);
  }

  /**
   * A table made of rows held in memory. Whether a column may be empty is looked after by the
   * checks, not by Delta, so that other engines meet plain tables.
   */
  public Dataset<Row> local(List<Row> rows, StructType schema) {
    return spark.createDataFrame(rows, nullable(schema));
  }

  /** The table's columns and no rows. */
  public Dataset<Row> none(Table table) {
    return local(List.of(), table.schema());
  }

  /** Removes a folder under the root, if it is there. */
  void removeFolder(String name) {
    Path folder = new Path(root, name);
    try {
      fileSystem(folder).delete(folder, true);
    } catch (IOException e) {
      throw new LakeUnavailableException("remove " + folder, e);
    }
  }

  /** Writes rows beside the tables, where no reader looks, and reads them back. */
  Dataset<Row> stage(String folder, Dataset<Row> rows, SaveMode mode) {
    String path = root + "/" + folder;
    rows.write().mode(mode).parquet(path);
    return spark.read().schema(rows.schema()).parquet(path);
  }

  SparkSession spark() {
    return spark;
  }

  private FileSystem fileSystem(Path path) throws IOException {
    return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  /** Makes the table with its comments and its first rows in one commit. */
  private void create(Table table, Dataset<Row> rows, String about) {
    if (isRecordedByMonth(table)) {
      createByMonth(table);
      append(table, rows, about);
      return;
    }
    try {
      rows.writeTo("delta.`%s`".formatted(path(table)))
          .using("delta")
          .tableProperty("comment", table.purpose())
          .tableProperty(CommitLog.REMARK, about)
          .tableProperty(WITH_STATISTICS, columnsSearched(table))
          .create();
    } catch (TableAlreadyExistsException e) {
      throw new IllegalStateException("Cannot make %s: it is there.".formatted(table.id()), e);
    }
  }

  private static boolean isRecordedByMonth(Table table) {
    return table.month().isPresent() && table.inputs().isEmpty();
  }

  /**
   * Makes the table without rows: Spark 3.4 cannot part a table by columns in the commit that makes
   * it, if it is asked in Java. One of several datasets is parted by them first.
   */
  private void createByMonth(Table table) {
    String month = table.month().orElseThrow().name();
    String[] parts =
        table.columns().contains(Delivery.DATASET)
            ? new String[] {Delivery.DATASET.name(), month}
            : new String[] {month};
    DeltaTable.create(spark)
        .location(path(table))
        .addColumns(nullable(table.schema()))
        .partitionedBy(parts)
        .comment(table.purpose())
        .property(WITH_STATISTICS, "2")
        .execute();
  }

  /**
   * Up to which column files are told apart by their values: the one that rows are sorted by first.
   * All others have nearly the same range in each file, and statistics of all columns nearly double
   * the cost of writing.
   */
  private static String columnsSearched(Table table) {
    Optional<TableColumn> sorted = table.month().or(() -> table.grain().stream().findFirst());
    return String.valueOf(sorted.map(table.columns()::indexOf).orElse(0) + 1);
  }

  private boolean hasDeclaredColumns(Table table) {
    return spark.read().format("delta").load(path(table)).schema().equals(nullable(table.schema()));
  }

  private static StructType nullable(StructType schema) {
    StructType nullable = new StructType();
    for (StructField field : schema.fields()) {
      nullable =
          nullable.add(new StructField(field.name(), field.dataType(), true, field.metadata()));
    }
    return nullable;
  }

  /**
   * One version of a table.
   *
   * @param version Delta's number of it
   * @param about what its writer said of it
   */
  public record Commit(long version, String about) {}
}
