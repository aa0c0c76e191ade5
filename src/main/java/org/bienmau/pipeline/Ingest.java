package org.bienmau.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bienmau.bronze.StatementDatasets;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContentHash;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FigureJudge;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.layout.Layout;
import org.bienmau.source.layout.Layouts;

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
  private final StoredStatements stored;
  private final ReceivedFiles files;
  private final ContractSet contracts;
  private final Registers registers;
  private final Layouts layouts;
  private final Progress progress;

  public Ingest(
      Lake lake, ContractSet contracts, Registers registers, Layouts layouts, Progress progress) {
    this.lake = lake;
    this.stored = new StoredStatements(lake);
    this.files = new ReceivedFiles(lake, contracts);
    this.contracts = contracts;
    this.registers = registers;
    this.layouts = layouts;
    this.progress = progress;
  }

  /**
   * Takes in the files whose content the lake does not have yet.
   *
   * @return the new deliveries, in the order given
   * @throws org.bienmau.source.SourceDataException if a file as a whole cannot be used; nothing of
   *     any file is taken in then
   */
  public List<IngestedFile> run(List<Incoming> incoming) {
    List<IngestedFile> ledger = IngestedFile.all(lake);
    Set<String> known = ledger.stream().map(IngestedFile::sha256).collect(Collectors.toSet());
    long arrivalNo = ledger.stream().mapToLong(IngestedFile::arrivalNo).max().orElse(0);
    Map<Taken, List<SettledRow>> settled = new LinkedHashMap<>();
    for (Incoming file : incoming) {
      ContentHash content = hash(file);
      if (!known.add(content.sha256())) {
        progress.skipped("ingest " + file.name(), "the lake has this content already");
        continue;
      }
      progress.step("ingest " + file.name());
      Taken taken = settle(file, content, ++arrivalNo, settled);
      progress.done("ingest " + file.name(), sentence(taken.delivery.counts()));
    }
    settled.forEach(
        (taken, rows) -> {
          String what = "store " + taken.delivery.fileName();
          progress.step(what);
          files.keep(taken.delivery, taken.file);
          stored.write(taken.delivery, rows);
          progress.done(what, "");
        });
    return settled.keySet().stream().map(Taken::delivery).toList();
  }

  /** A file whose rows are settled and not yet written. */
  private record Taken(IngestedFile delivery, Incoming file) {}

  /**
   * Judges again the rows of every file that was judged by other registers, another contract or
   * another layout, or of all files that have quarantined rows.
   *
   * @return the deliveries that were judged again, with their new counts
   */
  public List<IngestedFile> replay(boolean onlyWhereRulesChanged) {
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
        progress.done("judge " + file.fileName(), sentence(anew.counts()));
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
            rules,
            layout.map(Layout::id).orElse(null));
    stored.write(anew, rows);
    return anew;
  }

  private Taken settle(
      Incoming file, ContentHash content, long arrivalNo, Map<Taken, List<SettledRow>> before) {
    try (StatementFile rows =
        StatementFile.open(file.name(), file.bytes(), file.told(), contracts, layouts)) {
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
      IngestedFile delivery = delivery(file, content, arrivalNo, rows, Settlement.count(settled));
      Taken taken = new Taken(delivery, file);
      before.put(taken, settled);
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.name() + " " + content.sha256(), e);
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

  private IngestedFile delivery(
      Incoming file,
      ContentHash content,
      long arrivalNo,
      StatementFile read,
      IngestedFile.Counts counts) {
    return new IngestedFile(
        content.sha256().substring(0, 16),
        read.contract().dataset(),
        file.name(),
        content.sha256(),
        content.bytes(),
        arrivalNo,
        file.receivedAt(),
        file.accessedOn(),
        counts,
        read.contract().version(),
        judgedWith(read.contract(), read.layout()),
        read.layout() == null ? null : read.layout().id());
  }

  private String judgedWith(Contract contract, Layout layout) {
    return layout == null
        ? Fingerprint.of(contract.toString(), registers.checksum())
        : Fingerprint.of(contract.toString(), registers.checksum(), layout.hash());
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
