package org.bienmau.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.Delivery;
import org.bienmau.pipeline.Inspections.Inspected;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContentHash;
import org.bienmau.source.ContractSet;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.record.Inspection;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.table.AsOf;

/**
 * Takes files in: every row goes to bronze, every refused one to quarantine with all its reasons,
 * and last the file into the ledger.
 *
 * <p>The header of a file says which contract it is held to. Files of statements are few and read
 * here; files of records are many and large and read by Spark. All files are looked through before
 * anything is written, so a file that cannot be used leaves the lake as it was.
 */
public final class Ingest {
  /** Files of statements are held in memory; a larger one is something else. */
  private static final long MOST_BYTES_OF_STATEMENTS = 256L << 20;

  private final Lake lake;
  private final ContractSet contracts;
  private final Progress progress;
  private final StatementIngest statements;
  private final RecordIngest records;

  /**
   * @param contracts what files may be held to
   * @param layouts how files in other forms are read
   * @param personalKey what becomes of cells that say who somebody is
   */
  public Ingest(
      Lake lake,
      ContractSet contracts,
      Registers registers,
      Layouts layouts,
      PersonalKey personalKey,
      Progress progress) {
    this.lake = lake;
    this.contracts = contracts;
    this.progress = progress;
    this.statements = new StatementIngest(lake, contracts, registers, layouts, progress);
    this.records = new RecordIngest(lake, contracts, registers, personalKey, progress);
  }

  /**
   * Takes in the files whose content the lake does not have yet.
   *
   * @return the new deliveries: of statements, then of records, each in the order given
   * @throws org.bienmau.source.SourceDataException if a file as a whole cannot be used; nothing of
   *     any file is taken in then
   */
  public List<IngestedFile> run(List<Incoming> files) {
    List<IngestedFile> ledger = IngestedFile.all(lake);
    Leftovers.remove(lake, lastArrival(ledger));
    List<Incoming> unread = changed(files, ledger);
    List<Inspected> inspections = inspect(unread);
    List<Arrival> figures = new ArrayList<>();
    List<Arrival> events = new ArrayList<>();
    sort(unread, inspections, ledger, figures, events);
    Map<StatementIngest.Taken, List<SettledRow>> settled = statements.settle(figures);
    // The records second: what a killed run leaves of them is taken back only as its last commit.
    statements.store(settled);
    List<IngestedFile> stored = records.store(events, ledger);
    return entered(
        Stream.concat(
                settled.keySet().stream().map(StatementIngest.Taken::delivery), stored.stream())
            .toList());
  }

  /**
   * Judges again the statements of every file that was judged by other registers, another contract
   * or another layout, or of all files that have quarantined rows. In the latter case the live
   * files of records with refused rows too: as new deliveries of the same files, which have to be
   * where they were.
   *
   * @return the deliveries that were judged again, with their new counts
   */
  public List<IngestedFile> replay(boolean onlyWhereRulesChanged) {
    List<IngestedFile> ledger = IngestedFile.all(lake);
    // First, because what is left can be told only while nothing is written over it.
    Leftovers.remove(lake, lastArrival(ledger));
    List<IngestedFile> judged = new ArrayList<>(statements.replay(onlyWhereRulesChanged));
    if (!onlyWhereRulesChanged) {
      judged.addAll(readAgain(ledger));
    }
    return judged;
  }

  private List<IngestedFile> readAgain(List<IngestedFile> ledger) {
    Map<String, IngestedFile> withRefused = new LinkedHashMap<>();
    IngestedFile.live(ledger, AsOf.latest()).stream()
        .filter(file -> contracts.ofDataset(file.dataset()).isOfRecords())
        .filter(file -> file.counts().quarantined() > 0)
        .forEach(file -> withRefused.put(file.fileName(), file));
    List<Incoming> files = Originals.of(lake, List.copyOf(withRefused.values()), progress);
    List<Inspected> inspections = inspect(files);
    List<Arrival> arrivals = new ArrayList<>();
    long arrivalNo = lastArrival(ledger);
    for (int i = 0; i < files.size(); i++) {
      Incoming file = files.get(i);
      Inspection inspection = inspections.get(i).inspection();
      IngestedFile before = withRefused.get(file.name());
      if (inspection == null || !inspection.content().sha256().equals(before.sha256())) {
        progress.note(Originals.missing(before));
      } else {
        arrivals.add(
            new Arrival(
                file,
                inspection.content(),
                inspection,
                fileId(before.sha256(), file.name(), timesDelivered(before, ledger) + 1),
                ++arrivalNo));
      }
    }
    return entered(records.store(arrivals, ledger));
  }

  private static int timesDelivered(IngestedFile file, List<IngestedFile> ledger) {
    return (int)
        ledger.stream()
            .filter(other -> other.fileName().equals(file.fileName()))
            .filter(other -> other.sha256().equals(file.sha256()))
            .count();
  }

  /** The same content may come under several names, and under one name several times. */
  private static String fileId(String sha256, String name, int time) {
    return Fingerprint.of(sha256, name, String.valueOf(time));
  }

  /** Writes deliveries into the ledger, with which their rows begin to count. */
  private List<IngestedFile> entered(List<IngestedFile> deliveries) {
    if (!deliveries.isEmpty()) {
      List<Row> rows = deliveries.stream().map(IngestedFile::row).toList();
      lake.append(Delivery.TABLE, lake.local(rows, Delivery.TABLE.schema()).coalesce(1));
    }
    return deliveries;
  }

  private static long lastArrival(List<IngestedFile> ledger) {
    return ledger.stream().mapToLong(IngestedFile::arrivalNo).max().orElse(0);
  }

  /** Files that were not changed since they were taken in need not even be read. */
  private List<Incoming> changed(List<Incoming> files, List<IngestedFile> ledger) {
    Set<List<Object>> known = new HashSet<>();
    for (IngestedFile file : IngestedFile.live(ledger, AsOf.latest())) {
      if (file.modifiedAt() != null) {
        known.add(List.of(file.fileName(), file.path(), file.bytes(), file.modifiedAt()));
      }
    }
    List<Incoming> changed =
        files.stream()
            .filter(
                file ->
                    file.modifiedAt().isEmpty()
                        || !known.contains(
                            List.of(
                                file.name(), file.path(), file.bytes(), file.modifiedAt().get())))
            .toList();
    if (changed.size() < files.size()) {
      progress.skipped(
          "ingest %d files".formatted(files.size() - changed.size()),
          "they are as they were when they were taken in");
    }
    return changed;
  }

  private List<Inspected> inspect(List<Incoming> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    progress.step("inspect");
    List<Inspected> inspected = Inspections.of(lake, contracts, files);
    long rows =
        inspected.stream()
            .filter(one -> one.inspection() != null)
            .mapToLong(one -> one.inspection().rows())
            .sum();
    progress.done("inspect", "%,d files with %,d rows".formatted(files.size(), rows));
    return inspected;
  }

  /** Parts new content into statements and records and numbers it, the statements first. */
  private void sort(
      List<Incoming> files,
      List<Inspected> inspections,
      List<IngestedFile> ledger,
      List<Arrival> figures,
      List<Arrival> events) {
    long arrivalNo = lastArrival(ledger);
    Set<String> known = new HashSet<>();
    Map<List<String>, String> live = new HashMap<>();
    Map<List<String>, Integer> times = new HashMap<>();
    for (IngestedFile file : ledger) {
      known.add(file.sha256());
      live.put(List.of(file.dataset(), file.fileName()), file.sha256());
      times.merge(List.of(file.fileName(), file.sha256()), 1, Integer::sum);
    }
    List<Arrival> unnumbered = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Incoming file = files.get(i);
      Inspection inspection = inspections.get(i).inspection();
      boolean ofRecords =
          inspection != null && contracts.ofDataset(inspection.dataset()).isOfRecords();
      ContentHash content =
          inspection == null ? hash(file, inspections.get(i)) : inspection.content();
      file.provenance().ifPresent(beside -> beside.holdTo(file.name(), content));
      String sha256 = content.sha256();
      boolean isKnown =
          ofRecords
              ? sha256.equals(live.put(List.of(inspection.dataset(), file.name()), sha256))
              : !known.add(sha256);
      if (isKnown) {
        progress.skipped("ingest " + file.name(), "the lake has this content already");
      } else if (ofRecords) {
        int time = times.merge(List.of(file.name(), sha256), 1, Integer::sum);
        String fileId = fileId(sha256, file.name(), time);
        unnumbered.add(new Arrival(file, content, inspection, fileId, 0));
      } else {
        figures.add(new Arrival(file, content, inspection, sha256.substring(0, 16), ++arrivalNo));
      }
    }
    for (Arrival one : unnumbered) {
      events.add(
          new Arrival(one.file(), one.content(), one.inspection(), one.fileId(), ++arrivalNo));
    }
  }

  /** The checksum of a file that no contract's header is in; it may be for a layout. */
  private static ContentHash hash(Incoming file, Inspected inspected) {
    if (file.bytes() > MOST_BYTES_OF_STATEMENTS) {
      throw inspected.refusal();
    }
    try (InputStream in = file.content().open()) {
      return ContentHash.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file.path()), e);
    }
  }
}
