package org.bienmau.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bienmau.bronze.StatementDatasets;
import org.bienmau.reference.Registers;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FigureJudge;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.layout.Layout;
import org.bienmau.source.layout.Layouts;

/**
 * Takes in files of statements: every row goes to bronze, every refused one to quarantine with all
 * its reasons, and last the file into the ledger.
 *
 * <p>Statements are few, so they are read and judged here, row by row, through a layout where a
 * file needs one. What a killed run has written of a file counts for nothing until the ledger lists
 * the file, and is replaced when the file is taken in again.
 */
final class StatementIngest {
  private final Lake lake;
  private final StoredStatements stored;
  private final ReceivedFiles files;
  private final ContractSet contracts;
  private final Registers registers;
  private final Layouts layouts;
  private final Progress progress;

  StatementIngest(
      Lake lake, ContractSet contracts, Registers registers, Layouts layouts, Progress progress) {
    this.lake = lake;
    this.stored = new StoredStatements(lake);
    this.files = new ReceivedFiles(lake, contracts);
    this.contracts = contracts;
    this.registers = registers;
    this.layouts = layouts;
    this.progress = progress;
  }

  /** Reads and judges files; nothing is written. */
  Map<Taken, List<SettledRow>> settle(List<Arrival> arrivals) {
    Map<Taken, List<SettledRow>> settled = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      String what = "ingest " + arrival.file().name();
      progress.step(what);
      Taken taken = settle(arrival, settled);
      progress.done(what, taken.delivery.counts().sentence());
    }
    return settled;
  }

  /** Writes what became of the rows of files, each file's entry in the ledger last. */
  void write(Map<Taken, List<SettledRow>> settled) {
    settled.forEach(
        (taken, rows) -> {
          String what = "store " + taken.delivery.fileName();
          progress.step(what);
          files.keep(taken.delivery, taken.file);
          stored.write(taken.delivery, rows);
          progress.done(what, "");
        });
  }

  /** A file whose rows are settled and not yet written. */
  record Taken(IngestedFile delivery, Incoming file) {}

  /**
   * Judges again the rows of every file that was judged by other registers, another contract or
   * another layout, or of all files that have quarantined rows.
   *
   * @return the deliveries that were judged again, with their new counts
   */
  List<IngestedFile> replay(boolean onlyWhereRulesChanged) {
    List<IngestedFile> judged = new ArrayList<>();
    for (IngestedFile file : IngestedFile.all(lake)) {
      if (StatementDatasets.named(file.dataset()).isEmpty()) {
        continue;
      }
      Optional<Layout> layout = file.layoutName().flatMap(layouts::named);
      boolean isOrphan = file.layout() != null && layout.isEmpty();
      String rules = judgedWith(contracts.ofDataset(file.dataset()), layout.orElse(null));
      boolean isOutdated = !file.judgedWith().equals(rules);
      boolean isAsked = !onlyWhereRulesChanged && file.counts().quarantined() > 0;
      if (isOrphan) {
        progress.skipped(
            "judge " + file.fileName(), "its layout %s is gone".formatted(file.layout()));
      } else if (isOutdated || isAsked) {
        progress.step("judge " + file.fileName());
        IngestedFile anew = judgeAgain(file, layout, rules);
        judged.add(anew);
        progress.done("judge " + file.fileName(), anew.counts().sentence());
      }
    }
    return judged;
  }

  private IngestedFile judgeAgain(IngestedFile file, Optional<Layout> layout, String rules) {
    Contract contract = contracts.ofDataset(file.dataset());
    Settlement settlement =
        new Settlement(
            new FigureJudge(contract, registers, file.accessedOn()),
            stored.acceptedElsewhere(contract.dataset(), file.fileName(), file.arrivalNo()));
    List<SettledRow> rows =
        layout.isPresent()
            ? settlement.settle(files.laidOutAgain(file, layout.get()))
            : settlement.settle(stored.received(file));
    IngestedFile anew =
        file.judgedAnew(
            Settlement.count(rows), contract.version(), rules, layout.map(Layout::id).orElse(null));
    stored.write(anew, rows);
    return anew;
  }

  private Taken settle(Arrival arrival, Map<Taken, List<SettledRow>> before) {
    Incoming file = arrival.file();
    try (StatementFile rows =
        StatementFile.open(file.name(), file.read(), file.told(), contracts, layouts)) {
      Contract contract = rows.contract();
      refuseRecords(file, contract);
      Set<String> elsewhere =
          stored.acceptedElsewhere(contract.dataset(), file.name(), Long.MAX_VALUE);
      before.forEach(
          (other, settled) -> {
            if (!other.delivery.fileName().equals(file.name())) {
              settled.stream()
                  .filter(row -> row.outcome() == SettledRow.Outcome.ACCEPTED)
                  .forEach(row -> elsewhere.add(row.contentHash()));
            }
          });
      FigureJudge judge = new FigureJudge(contract, registers, file.accessedOn());
      List<SettledRow> settled = new Settlement(judge, elsewhere).settle(rows);
      Layout layout = rows.layout();
      IngestedFile delivery =
          arrival.delivery(
              contract.dataset(),
              Settlement.count(settled),
              contract.version(),
              judgedWith(contract, layout),
              layout == null ? null : layout.id());
      Taken taken = new Taken(delivery, file);
      before.put(taken, settled);
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file.path()), e);
    }
  }

  private static void refuseRecords(Incoming file, Contract contract) {
    if (contract.isOfRecords()) {
      throw new SourceDataException(
          file.name(),
          "its rows are records of %s, which are not taken in as statements"
              .formatted(contract.dataset()),
          "Deliver it as a CSV file with the columns of %s.".formatted(contract.file()));
    }
  }

  private String judgedWith(Contract contract, Layout layout) {
    return layout == null
        ? Fingerprint.of(contract.toString(), registers.checksum())
        : Fingerprint.of(contract.toString(), registers.checksum(), layout.hash());
  }
}
