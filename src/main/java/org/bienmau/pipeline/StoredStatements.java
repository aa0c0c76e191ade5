package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.Quarantine;
import org.bienmau.bronze.StatementDataset;
import org.bienmau.bronze.StatementDatasets;
import org.bienmau.source.Reason;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.SourceRow;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The rows of statements in the lake: as received, refused, and listed in the ledger. */
final class StoredStatements {
  private final Lake lake;

  StoredStatements(Lake lake) {
    this.lake = lake;
  }

  /** Which rows of a dataset were accepted from which files, as the ledger has them. */
  AcceptedRows accepted(String dataset) {
    AcceptedRows accepted = new AcceptedRows();
    lake.read(dataset(dataset).table())
        .filter(StatementDataset.OUTCOME.col().equalTo(SettledRow.Outcome.ACCEPTED.id()))
        .join(lake.read(Delivery.TABLE), Delivery.FILE_ID.name())
        .select(
            StatementDataset.CONTENT_HASH.col(),
            Delivery.FILE_NAME.col(),
            Delivery.ARRIVAL_NO.col())
        .collectAsList()
        .forEach(row -> accepted.add(row.getString(0), row.getString(1), row.getLong(2)));
    return accepted;
  }

  /** The rows of deliveries as the reader handed them out, with the faults it found, by file id. */
  Map<String, List<SourceRow>> received(List<IngestedFile> files) {
    Map<String, List<SourceRow>> received = new HashMap<>();
    if (files.isEmpty()) {
      return received;
    }
    Object[] ids = files.stream().map(IngestedFile::fileId).toArray();
    Map<String, Map<Long, List<Reason>>> faults = new HashMap<>();
    lake.read(Quarantine.TABLE)
        .filter(Quarantine.FILE_ID.col().isin(ids))
        .select(Quarantine.FILE_ID.col(), col("line_no"), col("reasons"))
        .collectAsList()
        .forEach(
            row ->
                faults
                    .computeIfAbsent(row.getString(0), id -> new HashMap<>())
                    .put(row.getLong(1), readerFaults(row.getList(2))));
    for (StatementDataset dataset : datasets(files)) {
      lake.read(dataset.table())
          .filter(StatementDataset.FILE_ID.col().isin(ids))
          .orderBy(StatementDataset.FILE_ID.col(), StatementDataset.LINE_NO.col())
          .collectAsList()
          .forEach(
              row -> {
                String id = row.getAs(StatementDataset.FILE_ID.name());
                received
                    .computeIfAbsent(id, one -> new ArrayList<>())
                    .add(sourceRow(row, dataset, faults.getOrDefault(id, Map.of())));
              });
    }
    return received;
  }

  private static SourceRow sourceRow(
      Row row, StatementDataset dataset, Map<Long, List<Reason>> faults) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (TableColumn column : dataset.cells()) {
      String cell = row.getAs(column.name());
      if (cell != null) {
        cells.put(column.name(), cell);
      }
    }
    long line = row.getAs(StatementDataset.LINE_NO.name());
    return new SourceRow(
        line, row.getAs(StatementDataset.RAW.name()), cells, faults.getOrDefault(line, List.of()));
  }

  private static List<Reason> readerFaults(List<Row> reasons) {
    return reasons.stream()
        .map(
            r ->
                new Reason(
                    ReasonCode.valueOf(r.getString(0)),
                    r.getString(1),
                    r.getString(2),
                    r.getString(3)))
        .filter(reason -> reason.code().isOfReading())
        .toList();
  }

  /**
   * Writes rows and refusals of files, one commit a table; what an earlier try left behind is
   * replaced. They count once the ledger lists the files.
   */
  void write(Map<IngestedFile, List<SettledRow>> settled) {
    for (StatementDataset dataset : datasets(settled.keySet())) {
      Map<IngestedFile, List<SettledRow>> ofDataset = new LinkedHashMap<>(settled);
      ofDataset.keySet().removeIf(file -> !file.dataset().equals(dataset.name()));
      replace(dataset.table(), ofDataset, (file, row) -> row.bronze(file.fileId(), dataset));
    }
    Map<IngestedFile, List<SettledRow>> refused = new LinkedHashMap<>();
    settled.forEach(
        (file, rows) ->
            refused.put(
                file,
                rows.stream()
                    .filter(row -> row.outcome() == SettledRow.Outcome.QUARANTINED)
                    .toList()));
    replace(
        Quarantine.TABLE,
        refused,
        (file, row) -> row.quarantine(file.fileId(), file.dataset(), file.fileName()));
  }

  /** Replaces the entries of files that the ledger has already. */
  void enter(List<IngestedFile> files) {
    lake.replaceFiles(
        Delivery.TABLE,
        files.stream().map(IngestedFile::fileId).toList(),
        local(Delivery.TABLE, files.stream().map(IngestedFile::row).toList()));
  }

  private void replace(
      Table table,
      Map<IngestedFile, List<SettledRow>> settled,
      BiFunction<IngestedFile, SettledRow, Row> stored) {
    List<Row> rows = new ArrayList<>();
    settled.forEach((file, of) -> of.forEach(row -> rows.add(stored.apply(file, row))));
    lake.replaceFiles(
        table, settled.keySet().stream().map(IngestedFile::fileId).toList(), local(table, rows));
  }

  private Dataset<Row> local(Table table, List<Row> rows) {
    return lake.local(rows, table.schema()).coalesce(1);
  }

  private static List<StatementDataset> datasets(Collection<IngestedFile> files) {
    return files.stream()
        .map(IngestedFile::dataset)
        .distinct()
        .sorted()
        .map(StoredStatements::dataset)
        .toList();
  }

  private static StatementDataset dataset(String name) {
    return StatementDatasets.named(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot take in statements of %s: its rows are records.".formatted(name)));
  }
}
