package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.col;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Content hashes of what was accepted from files of other names that arrived before. */
  Set<String> acceptedElsewhere(String dataset, String fileName, long beforeArrival) {
    return lake
        .read(dataset(dataset).table())
        .filter(StatementDataset.OUTCOME.col().equalTo(SettledRow.Outcome.ACCEPTED.id()))
        .join(
            lake.read(Delivery.TABLE)
                .filter(
                    Delivery.FILE_NAME
                        .col()
                        .notEqual(fileName)
                        .and(Delivery.ARRIVAL_NO.col().lt(beforeArrival))),
            Delivery.FILE_ID.name())
        .select(StatementDataset.CONTENT_HASH.col())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The rows of a delivery as the reader handed them out, with the faults it found. */
  List<SourceRow> received(IngestedFile file) {
    Map<Long, List<Reason>> faults = new LinkedHashMap<>();
    lake.read(Quarantine.TABLE)
        .filter(Quarantine.FILE_ID.col().equalTo(file.fileId()))
        .select(col("line_no"), col("reasons"))
        .collectAsList()
        .forEach(row -> faults.put(row.getLong(0), readerFaults(row.getList(1))));
    StatementDataset dataset = dataset(file.dataset());
    return lake
        .read(dataset.table())
        .filter(StatementDataset.FILE_ID.col().equalTo(file.fileId()))
        .orderBy(StatementDataset.LINE_NO.col())
        .collectAsList()
        .stream()
        .map(row -> sourceRow(row, dataset, faults))
        .toList();
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

  /** Writes rows, refusals and last the ledger; what an earlier try left behind is replaced. */
  void write(IngestedFile file, List<SettledRow> rows) {
    StatementDataset dataset = dataset(file.dataset());
    List<Row> all = rows.stream().map(row -> row.bronze(file.fileId(), dataset)).toList();
    List<Row> refused =
        rows.stream()
            .filter(row -> row.outcome() == SettledRow.Outcome.QUARANTINED)
            .map(row -> row.quarantine(file.fileId(), file.dataset(), file.fileName()))
            .toList();
    slice(dataset.table(), file, all);
    slice(Quarantine.TABLE, file, refused);
    slice(Delivery.TABLE, file, List.of(file.row()));
  }

  private void slice(Table table, IngestedFile file, List<Row> rows) {
    lake.replaceSlice(
        table, Delivery.FILE_ID, file.fileId(), lake.local(rows, table.schema()).coalesce(1));
  }

  private static StatementDataset dataset(String name) {
    return StatementDatasets.named(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot take in statements of %s: its rows are records.".formatted(name)));
  }
}
