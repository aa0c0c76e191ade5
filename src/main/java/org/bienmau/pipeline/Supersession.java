package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordRow;
import org.bienmau.silver.Superseded;
import org.bienmau.table.AsOf;
import org.bienmau.table.TableColumn;

/** Finds out again, in the months that new files touch, which rows do not count. */
final class Supersession {
  private static final String FOLDER = ".staging/superseded/";

  /** So many rows are compared at once, whatever the length of the history. */
  private static final long ROWS_AT_ONCE = 25_000_000;

  private final Lake lake;
  private final Progress progress;

  Supersession(Lake lake, Progress progress) {
    this.lake = lake;
    this.progress = progress;
  }

  /**
   * Settles the touched months of datasets, with the new files counted among the live ones.
   *
   * @param rows the new files
   * @param ledger the deliveries before
   * @return how many rows of each new file repeat one that was there, or an earlier one of a new
   *     file, by file id
   */
  Map<String, Long> settle(
      Collection<RecordDataset> datasets,
      List<FileRows> rows,
      List<IngestedFile> ledger,
      String remark) {
    progress.step("revisions");
    RecordMonths before =
        new RecordMonths(ledger, lake.read(DeliveryMonth.TABLE).collectAsList(), AsOf.latest());
    Map<String, Long> duplicates = new HashMap<>();
    long months = 0;
    for (RecordDataset dataset : datasets) {
      List<FileRows> fresh = rows.stream().filter(file -> file.dataset().equals(dataset)).toList();
      SortedMap<String, Long> touched = touched(dataset, fresh, ledger, before);
      if (!touched.isEmpty()) {
        duplicates.putAll(settle(dataset, fresh, ledger, touched, remark));
        months += touched.size();
      }
    }
    progress.done("revisions", "in %d months".formatted(months));
    return duplicates;
  }

  /** The months of new files and of those they replace, with about how many rows they hold. */
  private static SortedMap<String, Long> touched(
      RecordDataset dataset, List<FileRows> fresh, List<IngestedFile> ledger, RecordMonths before) {
    Set<String> names =
        fresh.stream().map(file -> file.arrival().file().name()).collect(Collectors.toSet());
    Set<String> replaced =
        IngestedFile.live(ledger, AsOf.latest()).stream()
            .filter(file -> file.dataset().equals(dataset.name()))
            .filter(file -> names.contains(file.fileName()))
            .map(IngestedFile::fileId)
            .collect(Collectors.toSet());
    Set<String> months = new TreeSet<>(before.of(replaced));
    SortedMap<String, Long> rows = new TreeMap<>(before.rows(dataset.name()));
    for (FileRows file : fresh) {
      for (FileRows.InMonth month : file.months()) {
        months.add(month.month());
        rows.merge(month.month(), month.rows(), Long::sum);
      }
    }
    rows.keySet().retainAll(months);
    return rows;
  }

  private Map<String, Long> settle(
      RecordDataset dataset,
      List<FileRows> fresh,
      List<IngestedFile> ledger,
      SortedMap<String, Long> touched,
      String remark) {
    lake.spark().sparkContext().setJobGroup(dataset.name(), "Revisions " + dataset.name(), false);
    Map<String, String> live = live(dataset, fresh, ledger);
    Dataset<Row> candidates = null;
    for (Set<String> months : Months.groups(touched, ROWS_AT_ONCE)) {
      SaveMode mode = candidates == null ? SaveMode.Overwrite : SaveMode.Append;
      Dataset<Row> some = Superseded.candidates(dataset, rows(dataset, months, live.keySet()));
      candidates = lake.stage(FOLDER + dataset.name(), some, mode);
    }
    Dataset<Row> names = names(live, fresh);
    Dataset<Row> superseded =
        Superseded.among(dataset, candidates, names).repartition(Superseded.MONTH.col());
    lake.ensure(Superseded.TABLE);
    lake.replaceMonths(
        Superseded.TABLE,
        dataset.name(),
        touched.keySet(),
        superseded.select(Superseded.TABLE.cols()),
        remark);
    return duplicates(dataset, candidates, names);
  }

  /** The names of the live deliveries by id, once the new files are among them. */
  private static Map<String, String> live(
      RecordDataset dataset, List<FileRows> fresh, List<IngestedFile> ledger) {
    Map<String, String> newest = new HashMap<>();
    ledger.stream()
        .filter(file -> file.dataset().equals(dataset.name()))
        .forEach(file -> newest.put(file.fileName(), file.fileId()));
    fresh.forEach(file -> newest.put(file.arrival().file().name(), file.fileId()));
    Map<String, String> names = new HashMap<>();
    newest.forEach((name, id) -> names.put(id, name));
    return names;
  }

  private Dataset<Row> rows(RecordDataset dataset, Set<String> months, Set<String> live) {
    StructType id = new StructType().add(RecordRow.FILE_ID.name(), DataTypes.StringType);
    List<Row> ids = live.stream().map(RowFactory::create).toList();
    return lake.read(dataset.table())
        .filter(RecordRow.MONTH.col().isin(months.toArray()))
        .join(broadcast(lake.local(ids, id)), RecordRow.FILE_ID.name());
  }

  private Dataset<Row> names(Map<String, String> live, List<FileRows> fresh) {
    Set<String> ids = fresh.stream().map(FileRows::fileId).collect(Collectors.toSet());
    Set<String> isNew = new HashSet<>(ids);
    StructType columns =
        new StructType()
            .add(Delivery.FILE_ID.name(), DataTypes.StringType)
            .add(Delivery.FILE_NAME.name(), DataTypes.StringType)
            .add("is_new", DataTypes.BooleanType);
    return lake.local(
        live.entrySet().stream()
            .map(
                file ->
                    RowFactory.create(
                        file.getKey(), file.getValue(), isNew.contains(file.getKey())))
            .toList(),
        columns);
  }

  /** Rows of new files that are equal to one that was there before, or to an earlier new one. */
  private static Map<String, Long> duplicates(
      RecordDataset dataset, Dataset<Row> candidates, Dataset<Row> names) {
    Column[] same =
        Stream.of(
                dataset.key().stream(),
                dataset.revision().stream(),
                Stream.of(RecordRow.CONTENT_HASH))
            .flatMap(columns -> columns)
            .map(TableColumn::col)
            .toArray(Column[]::new);
    WindowSpec equal =
        Window.partitionBy(same)
            .orderBy(col("is_new"), Delivery.FILE_NAME.col(), RecordRow.LINE_NO.col());
    return candidates
        .join(broadcast(names), RecordRow.FILE_ID.name())
        .withColumn("place", row_number().over(equal))
        .filter(col("place").gt(1).and(col("is_new")))
        .groupBy(RecordRow.FILE_ID.col())
        .agg(count(lit(1)))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }
}
