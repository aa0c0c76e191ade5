package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.bronze.Quarantine;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordDatasets;
import org.bienmau.bronze.RecordRow;
import org.bienmau.reference.Registers;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.source.record.RecordReading;

/**
 * Takes in files of records: one reading, one writing, and what follows from them.
 *
 * <p>All rows of all new files of a dataset are written to bronze in one commit. The rest is found
 * by looking at what was written: how many rows each file has in which month, which rows are
 * refused, and, in the months that the files touch, which rows are superseded.
 */
final class RecordIngest {
  private final Lake lake;
  private final ContractSet contracts;
  private final Registers registers;
  private final PersonalKey personalKey;
  private final Progress progress;

  RecordIngest(
      Lake lake,
      ContractSet contracts,
      Registers registers,
      PersonalKey personalKey,
      Progress progress) {
    this.lake = lake;
    this.contracts = contracts;
    this.registers = registers;
    this.personalKey = personalKey;
    this.progress = progress;
  }

  /**
   * Stores everything about files but their entries in the ledger.
   *
   * @param ledger all deliveries before
   * @return the entries, with which the rows begin to count
   * @throws org.bienmau.source.SourceDataException if too many rows of a file are refused
   */
  List<IngestedFile> store(List<Arrival> arrivals, List<IngestedFile> ledger) {
    if (arrivals.isEmpty()) {
      return List.of();
    }
    Map<RecordDataset, List<Arrival>> byDataset = byDataset(arrivals);
    Map<RecordDataset, RecordReading> readings = new LinkedHashMap<>();
    byDataset.keySet().forEach(dataset -> readings.put(dataset, reading(dataset)));
    String remark = Leftovers.remark(arrivals.get(arrivals.size() - 1).arrivalNo());
    byDataset.forEach((dataset, files) -> read(dataset, files, readings.get(dataset), remark));
    List<FileRows> rows = new ArrayList<>();
    byDataset.forEach((dataset, files) -> rows.addAll(counted(dataset, files)));
    refuseTooBad(rows, ledger);
    writeQuarantine(rows, remark);
    Map<String, Long> duplicates =
        new Supersession(lake, progress).settle(byDataset.keySet(), rows, ledger, remark);
    writeMonths(rows, remark);
    return rows.stream()
        .sorted(Comparator.comparingLong(file -> file.arrival().arrivalNo()))
        .map(file -> delivery(file, duplicates.getOrDefault(file.fileId(), 0L)))
        .toList();
  }

  private static Map<RecordDataset, List<Arrival>> byDataset(List<Arrival> arrivals) {
    Map<RecordDataset, List<Arrival>> byDataset = new LinkedHashMap<>();
    for (RecordDataset dataset : RecordDatasets.ALL) {
      List<Arrival> files =
          arrivals.stream()
              .filter(arrival -> arrival.inspection().dataset().equals(dataset.name()))
              .toList();
      if (!files.isEmpty()) {
        byDataset.put(dataset, files);
      }
    }
    return byDataset;
  }

  private RecordReading reading(RecordDataset dataset) {
    return RecordReading.of(contracts.ofDataset(dataset.name()), registers, personalKey);
  }

  private void read(
      RecordDataset dataset, List<Arrival> files, RecordReading reading, String remark) {
    String what = "read " + dataset.name();
    progress.step(what);
    lake.spark().sparkContext().setJobGroup(dataset.name(), "Read " + dataset.name(), false);
    Map<Boolean, List<Arrival>> byLayout =
        files.stream().collect(Collectors.partitioningBy(file -> file.table() != null));
    List<Dataset<Row>> rows = new ArrayList<>();
    rows.add(rows(reading, byLayout.get(false)));
    rows.add(rows(reading.ofHashedCells(), byLayout.get(true)));
    if (files.stream().anyMatch(file -> RefusedByLayout.count(file) > 0)) {
      rows.add(RefusedByLayout.rows(lake, dataset, files));
    }
    lake.ensure(dataset.table());
    lake.append(
        dataset.table(),
        rows.stream()
            .filter(Objects::nonNull)
            .map(some -> some.select(dataset.table().cols()))
            .reduce(Dataset::unionByName)
            .orElseThrow(),
        remark);
    progress.done(what, "%,d files".formatted(files.size()));
  }

  /** The rows of some files; null without any. */
  private Dataset<Row> rows(RecordReading reading, List<Arrival> files) {
    Configuration hadoop = lake.spark().sparkContext().hadoopConfiguration();
    return files.isEmpty()
        ? null
        : reading.rows(lake.spark().read(), hadoop, files.stream().map(Arrival::read).toList());
  }

  /** Counts what was written of each file: its refused rows, and its accepted ones by month. */
  private List<FileRows> counted(RecordDataset dataset, List<Arrival> files) {
    Map<String, List<FileRows.InMonth>> months = new LinkedHashMap<>();
    Map<String, Long> refused = new LinkedHashMap<>();
    for (Row row :
        lake.read(dataset.table())
            .filter(RecordRow.FILE_ID.col().isin(ids(files)))
            .groupBy(RecordRow.FILE_ID.col(), RecordRow.MONTH.col())
            .agg(count(lit(1)), min(dataset.firstDay()), max(dataset.lastDay()))
            .collectAsList()) {
      if (row.isNullAt(1)) {
        refused.put(row.getString(0), row.getLong(2));
      } else {
        months
            .computeIfAbsent(row.getString(0), id -> new ArrayList<>())
            .add(
                new FileRows.InMonth(
                    row.getString(1),
                    row.getLong(2),
                    month(row.getDate(3)),
                    month(row.getDate(4))));
      }
    }
    return files.stream()
        .map(
            file ->
                new FileRows(
                    dataset,
                    file,
                    months.getOrDefault(file.fileId(), List.of()),
                    refused.getOrDefault(file.fileId(), 0L)))
        .toList();
  }

  private static Object[] ids(List<Arrival> files) {
    return files.stream().map(Arrival::fileId).toArray();
  }

  private static String month(Date day) {
    return YearMonth.from(day.toLocalDate()).toString();
  }

  private void refuseTooBad(List<FileRows> rows, List<IngestedFile> ledger) {
    List<FileRows> bad =
        rows.stream()
            .filter(
                file -> file.percentRefused() > contract(file).records().stopAbovePercentRefused())
            .toList();
    if (!bad.isEmpty()) {
      RuntimeException refusal =
          new TooManyRefused(lake).of(bad.get(0), bad.size(), contract(bad.get(0)));
      Leftovers.remove(lake, ledger.stream().mapToLong(IngestedFile::arrivalNo).max().orElse(0));
      throw refusal;
    }
  }

  private Contract contract(FileRows file) {
    return contracts.ofDataset(file.dataset().name());
  }

  private void writeQuarantine(List<FileRows> rows, String remark) {
    List<FileRows> withRefused = rows.stream().filter(file -> file.refused() > 0).toList();
    if (withRefused.isEmpty()) {
      return;
    }
    Dataset<Row> refused = null;
    for (Map.Entry<RecordDataset, List<FileRows>> files :
        withRefused.stream().collect(Collectors.groupingBy(FileRows::dataset)).entrySet()) {
      Dataset<Row> here =
          lake.read(files.getKey().table())
              .filter(RecordRow.MONTH.col().isNull())
              .withColumn(Delivery.DATASET.name(), lit(files.getKey().name()))
              .join(broadcast(names(files.getValue())), RecordRow.FILE_ID.name());
      Dataset<Row> some =
          RefusedByLayout.withOrigins(lake, here, files.getValue()).select(Quarantine.TABLE.cols());
      refused = refused == null ? some : refused.unionByName(some);
    }
    lake.ensure(Quarantine.TABLE);
    lake.append(Quarantine.TABLE, refused, remark);
  }

  private Dataset<Row> names(List<FileRows> files) {
    StructType columns =
        new StructType()
            .add(RecordRow.FILE_ID.name(), DataTypes.StringType)
            .add(Delivery.FILE_NAME.name(), DataTypes.StringType);
    return lake.local(
        files.stream()
            .map(file -> RowFactory.create(file.fileId(), file.arrival().file().name()))
            .toList(),
        columns);
  }

  private void writeMonths(List<FileRows> files, String remark) {
    List<Row> months =
        files.stream()
            .flatMap(
                file ->
                    file.months().stream()
                        .map(
                            month ->
                                RowFactory.create(
                                    file.fileId(),
                                    file.dataset().name(),
                                    month.month(),
                                    month.rows(),
                                    month.first(),
                                    month.last(),
                                    file.arrival().arrivalNo())))
            .toList();
    lake.ensure(DeliveryMonth.TABLE);
    lake.append(
        DeliveryMonth.TABLE, lake.local(months, DeliveryMonth.TABLE.schema()).coalesce(1), remark);
  }

  private IngestedFile delivery(FileRows file, long duplicates) {
    Contract contract = contract(file);
    IngestedFile.Counts counts =
        new IngestedFile.Counts(
            file.read(), file.accepted() - duplicates, file.refused(), duplicates);
    long rows = file.arrival().inspection().rows() + RefusedByLayout.count(file.arrival());
    if (counts.read() != rows) {
      throw new IllegalStateException(
          "Cannot account for %s: it has %d rows, and %d were stored."
              .formatted(file.arrival().file().name(), rows, counts.read()));
    }
    String layout = file.arrival().layout();
    return file.arrival()
        .delivery(
            contract.dataset(),
            counts,
            contract.version(),
            layout == null
                ? Fingerprint.of(contract.toString(), registers.checksum())
                : Fingerprint.of(contract.toString(), registers.checksum(), layout),
            layout);
  }
}
