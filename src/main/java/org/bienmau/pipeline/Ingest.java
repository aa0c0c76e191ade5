package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.col;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.PublishedFigures;
import org.bienmau.bronze.Quarantine;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContentHash;
import org.bienmau.source.Contract;
import org.bienmau.source.DelimitedFile;
import org.bienmau.source.FigureJudge;
import org.bienmau.source.Reason;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.SourceRow;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * Takes files in: every row goes to bronze, every refused one to quarantine with all its reasons,
 * and last the file into the ledger.
 *
 * <p>All files are read before anything is written, so a file with a wrong header leaves the lake
 * as it was. What a killed run has written of a file counts for nothing until the ledger lists the
 * file, and is replaced when the file is taken in again.
 */
public final class Ingest {
  private final Lake lake;
  private final Contract contract;
  private final Registers registers;
  private final Progress progress;
  private final String judgedWith;

  public Ingest(Lake lake, Contract contract, Registers registers, Progress progress) {
    this.lake = lake;
    this.contract = contract;
    this.registers = registers;
    this.progress = progress;
    this.judgedWith = Fingerprint.of(contract.toString(), registers.checksum());
  }

  /**
   * Takes in the files whose content the lake does not have yet.
   *
   * @return the new deliveries, in the order given
   * @throws org.bienmau.source.SourceDataException if a file as a whole cannot be used; nothing of
   *     any file is taken in then
   */
  public List<IngestedFile> run(List<Incoming> files) {
    List<IngestedFile> ledger = IngestedFile.all(lake);
    Set<String> known = ledger.stream().map(IngestedFile::sha256).collect(Collectors.toSet());
    long arrivalNo = ledger.stream().mapToLong(IngestedFile::arrivalNo).max().orElse(0);
    Map<IngestedFile, List<SettledRow>> settled = new LinkedHashMap<>();
    for (Incoming file : files) {
      ContentHash content = hash(file);
      if (!known.add(content.sha256())) {
        progress.skipped("ingest " + file.name(), "the lake has this content already");
        continue;
      }
      progress.step("ingest " + file.name());
      List<SettledRow> rows = settle(file, content, settled);
      IngestedFile delivery = delivery(file, content, ++arrivalNo, Settlement.count(rows));
      settled.put(delivery, rows);
      progress.done("ingest " + file.name(), sentence(delivery.counts()));
    }
    for (Map.Entry<IngestedFile, List<SettledRow>> file : settled.entrySet()) {
      String what = "store " + file.getKey().fileName();
      progress.step(what);
      write(file.getKey(), file.getValue());
      progress.done(what, "");
    }
    return List.copyOf(settled.keySet());
  }

  /**
   * Judges again the rows of every file that was judged by other registers or another contract, or
   * of all files that have quarantined rows.
   *
   * @return the deliveries that were judged again, with their new counts
   */
  public List<IngestedFile> replay(boolean onlyWhereRulesChanged) {
    List<IngestedFile> again =
        IngestedFile.all(lake).stream()
            .filter(
                file ->
                    !file.judgedWith().equals(judgedWith)
                        || (!onlyWhereRulesChanged && file.counts().quarantined() > 0))
            .toList();
    List<IngestedFile> judged = new ArrayList<>();
    for (IngestedFile file : again) {
      progress.step("judge " + file.fileName());
      Settlement settlement =
          new Settlement(
              new FigureJudge(contract, registers, file.accessedOn()),
              acceptedElsewhere(file.fileName(), file.arrivalNo()));
      List<SettledRow> rows = settlement.settle(received(file));
      IngestedFile anew =
          new IngestedFile(
              file.fileId(),
              file.dataset(),
              file.fileName(),
              file.sha256(),
              file.bytes(),
              file.arrivalNo(),
              file.receivedAt(),
              file.accessedOn(),
              Settlement.count(rows),
              contract.version(),
              judgedWith);
      write(anew, rows);
      judged.add(anew);
      progress.done("judge " + file.fileName(), sentence(anew.counts()));
    }
    return judged;
  }

  private List<SettledRow> settle(
      Incoming file, ContentHash content, Map<IngestedFile, List<SettledRow>> before) {
    Set<String> elsewhere = acceptedElsewhere(file.name(), Long.MAX_VALUE);
    before.forEach(
        (other, rows) -> {
          if (!other.fileName().equals(file.name())) {
            rows.stream()
                .filter(row -> row.outcome() == SettledRow.Outcome.ACCEPTED)
                .forEach(row -> elsewhere.add(row.contentHash()));
          }
        });
    FigureJudge judge = new FigureJudge(contract, registers, file.accessedOn());
    try (DelimitedFile rows =
        DelimitedFile.open(file.name(), new ByteArrayInputStream(file.bytes()), contract)) {
      return new Settlement(judge, elsewhere).settle(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.name() + " " + content.sha256(), e);
    }
  }

  private IngestedFile delivery(
      Incoming file, ContentHash content, long arrivalNo, IngestedFile.Counts counts) {
    return new IngestedFile(
        content.sha256().substring(0, 16),
        contract.dataset(),
        file.name(),
        content.sha256(),
        content.bytes(),
        arrivalNo,
        file.receivedAt(),
        file.accessedOn(),
        counts,
        contract.version(),
        judgedWith);
  }

  /** Content hashes of what was accepted from files of other names that arrived before. */
  private Set<String> acceptedElsewhere(String fileName, long beforeArrival) {
    return lake
        .read(PublishedFigures.TABLE)
        .filter(PublishedFigures.OUTCOME.col().equalTo(SettledRow.Outcome.ACCEPTED.id()))
        .join(
            lake.read(Delivery.TABLE)
                .filter(
                    Delivery.FILE_NAME
                        .col()
                        .notEqual(fileName)
                        .and(Delivery.ARRIVAL_NO.col().lt(beforeArrival))),
            Delivery.FILE_ID.name())
        .select(PublishedFigures.CONTENT_HASH.col())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The rows of a delivery as the reader handed them out, with the faults it found. */
  private List<SourceRow> received(IngestedFile file) {
    Map<Long, List<Reason>> faults = new LinkedHashMap<>();
    lake.read(Quarantine.TABLE)
        .filter(Quarantine.FILE_ID.col().equalTo(file.fileId()))
        .select(col("line_no"), col("reasons"))
        .collectAsList()
        .forEach(row -> faults.put(row.getLong(0), readerFaults(row.getList(1))));
    return lake
        .read(PublishedFigures.TABLE)
        .filter(PublishedFigures.FILE_ID.col().equalTo(file.fileId()))
        .orderBy(PublishedFigures.LINE_NO.col())
        .collectAsList()
        .stream()
        .map(row -> sourceRow(row, faults))
        .toList();
  }

  private static SourceRow sourceRow(Row row, Map<Long, List<Reason>> faults) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (TableColumn column : PublishedFigures.CELLS) {
      String cell = row.getAs(column.name());
      if (cell != null) {
        cells.put(column.name(), cell);
      }
    }
    long line = row.getAs(PublishedFigures.LINE_NO.name());
    return new SourceRow(
        line, row.getAs(PublishedFigures.RAW.name()), cells, faults.getOrDefault(line, List.of()));
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

  private void write(IngestedFile file, List<SettledRow> rows) {
    List<Row> all = rows.stream().map(row -> row.bronze(file.fileId())).toList();
    List<Row> refused =
        rows.stream()
            .filter(row -> row.outcome() == SettledRow.Outcome.QUARANTINED)
            .map(row -> row.quarantine(file.fileId(), file.dataset(), file.fileName()))
            .toList();
    slice(PublishedFigures.TABLE, file, all);
    slice(Quarantine.TABLE, file, refused);
    slice(Delivery.TABLE, file, List.of(file.row()));
  }

  private void slice(Table table, IngestedFile file, List<Row> rows) {
    lake.replaceSlice(
        table, Delivery.FILE_ID, file.fileId(), lake.local(rows, table.schema()).coalesce(1));
  }

  private static ContentHash hash(Incoming file) {
    try {
      return ContentHash.of(new ByteArrayInputStream(file.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.name(), e);
    }
  }

  private static String sentence(IngestedFile.Counts counts) {
    return "%,d read = %,d accepted + %,d quarantined + %,d duplicates"
        .formatted(counts.read(), counts.accepted(), counts.quarantined(), counts.duplicates());
  }
}
