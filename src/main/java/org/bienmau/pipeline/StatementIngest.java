package org.bienmau.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bienmau.bronze.StatementDatasets;
import org.bienmau.reference.Registers;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FigureJudge;
import org.bienmau.source.SourceRow;
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
    Map<String, AcceptedRows> accepted = new HashMap<>();
    for (Arrival arrival : arrivals) {
      String what = "ingest " + arrival.file().name();
      progress.step(what);
      Taken taken = settle(arrival, settled, accepted);
      progress.done(what, taken.delivery.tally());
    }
    return settled;
  }

  /** Writes what became of the rows of files; the ledger does not list them yet. */
  void store(Map<Taken, List<SettledRow>> settled) {
    if (settled.isEmpty()) {
      return;
    }
    String what = "store %d files of statements".formatted(settled.size());
    progress.step(what);
    files.keep(settled.keySet());
    Map<IngestedFile, List<SettledRow>> rows = new LinkedHashMap<>();
    settled.forEach((taken, of) -> rows.put(taken.delivery, of));
    stored.write(rows);
    progress.done(what, "");
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
    Map<IngestedFile, Optional<Layout>> toJudge = new LinkedHashMap<>();
    for (IngestedFile file : IngestedFile.all(lake)) {
      if (StatementDatasets.named(file.dataset()).isEmpty()) {
        continue;
      }
      Optional<Layout> layout = file.layoutName().flatMap(layouts::named);
      boolean isOrphan = file.layout() != null && layout.isEmpty();
      boolean isOutdated = !file.judgedWith().equals(rules(file, layout));
      boolean isAsked = !onlyWhereRulesChanged && file.counts().quarantined() > 0;
      if (isOrphan) {
        progress.skipped(
            "judge " + file.fileName(), "its layout %s is gone".formatted(file.layout()));
      } else if (isOutdated || isAsked) {
        toJudge.put(file, layout);
      }
    }
    return judgeAgain(toJudge);
  }

  private String rules(IngestedFile file, Optional<Layout> layout) {
    return judgedWith(contracts.ofDataset(file.dataset()), layout.orElse(null));
  }

  private List<IngestedFile> judgeAgain(Map<IngestedFile, Optional<Layout>> toJudge) {
    Map<String, List<SourceRow>> received =
        stored.received(
            toJudge.keySet().stream().filter(file -> toJudge.get(file).isEmpty()).toList());
    Map<IngestedFile, List<SettledRow>> judged = new LinkedHashMap<>();
    Map<String, AcceptedRows> accepted = new HashMap<>();
    toJudge.forEach(
        (file, layout) -> {
          progress.step("judge " + file.fileName());
          List<SourceRow> rows =
              layout
                  .map(one -> files.laidOutAgain(file, one))
                  .orElseGet(() -> received.getOrDefault(file.fileId(), List.of()));
          Contract contract = contracts.ofDataset(file.dataset());
          AcceptedRows others = accepted.computeIfAbsent(file.dataset(), stored::accepted);
          List<SettledRow> settled =
              settlement(contract, file.accessedOn(), others, file.fileName(), file.arrivalNo())
                  .settle(rows);
          others.put(file, settled);
          IngestedFile anew =
              file.judgedAnew(
                  Settlement.count(settled),
                  contract.version(),
                  rules(file, layout),
                  layout.map(Layout::id).orElse(null));
          judged.put(anew, settled);
          progress.done("judge " + file.fileName(), anew.tally());
        });
    if (!judged.isEmpty()) {
      stored.write(judged);
      stored.enter(List.copyOf(judged.keySet()));
    }
    return List.copyOf(judged.keySet());
  }

  private Settlement settlement(
      Contract contract,
      LocalDate accessedOn,
      AcceptedRows accepted,
      String fileName,
      long arrivalNo) {
    return new Settlement(
        new FigureJudge(contract, registers, accessedOn),
        contentHash -> accepted.isElsewhere(contentHash, fileName, arrivalNo));
  }

  private Taken settle(
      Arrival arrival, Map<Taken, List<SettledRow>> before, Map<String, AcceptedRows> acceptedOf) {
    Incoming file = arrival.file();
    try (StatementFile rows =
        StatementFile.open(file.name(), file.read(), file.told(), contracts, layouts)) {
      Contract contract = rows.contract();
      AcceptedRows accepted = acceptedOf.computeIfAbsent(contract.dataset(), stored::accepted);
      List<SettledRow> settled =
          settlement(contract, file.accessedOn(), accepted, file.name(), arrival.arrivalNo())
              .settle(rows);
      Layout layout = rows.layout();
      IngestedFile delivery =
          arrival.delivery(
              contract.dataset(),
              Settlement.count(settled),
              contract.version(),
              judgedWith(contract, layout),
              layout == null ? null : layout.id());
      accepted.put(delivery, settled);
      Taken taken = new Taken(delivery, file);
      before.put(taken, settled);
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file.path()), e);
    }
  }

  private String judgedWith(Contract contract, Layout layout) {
    return layout == null
        ? Fingerprint.of(contract.toString(), registers.checksum())
        : Fingerprint.of(contract.toString(), registers.checksum(), layout.hash());
  }
}
