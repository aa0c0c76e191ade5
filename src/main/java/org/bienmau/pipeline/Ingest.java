package org.bienmau.pipeline;

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
import org.bienmau.pipeline.FirstLook.Seen;
import org.bienmau.reference.Registers;
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
  private final Lake lake;
  private final ContractSet contracts;
  private final Progress progress;
  private final StatementIngest statements;
  private final RecordIngest records;
  private final Layouts layouts;
  private final FirstLook look;

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
    this.layouts = layouts;
    this.look =
        new FirstLook(
            lake, contracts, new LaidOutRecords(lake, contracts, layouts, personalKey), progress);
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
    List<Seen> seen = look.at(changed(files, ledger));
    List<Arrival> figures = new ArrayList<>();
    List<Arrival> events = new ArrayList<>();
    sort(seen, ledger, figures, events);
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
    List<Arrival> arrivals = new ArrayList<>();
    long arrivalNo = lastArrival(ledger);
    for (Seen one : look.at(files)) {
      IngestedFile before = withRefused.get(one.file().name());
      if (one.inspection() == null || !one.content().sha256().equals(before.sha256())) {
        progress.note(Originals.missing(before));
      } else {
        int time = timesDelivered(before, ledger) + 1;
        arrivals.add(
            new Arrival(
                one.file(),
                one.content(),
                one.inspection(),
                fileId(before.sha256(), before.fileName(), time),
                ++arrivalNo,
                one.table()));
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
      tellOfRecords(deliveries);
      String what = "enter into the ledger";
      progress.step(what);
      List<Row> rows = deliveries.stream().map(IngestedFile::row).toList();
      lake.append(Delivery.TABLE, lake.local(rows, Delivery.TABLE.schema()).coalesce(1));
      progress.done(what, tally(deliveries));
    }
    look.end();
    return deliveries;
  }

  /** Files of records may be hundreds: one by one are told those that came through layouts. */
  private void tellOfRecords(List<IngestedFile> deliveries) {
    Map<String, List<IngestedFile>> byDataset = new LinkedHashMap<>();
    for (IngestedFile file : deliveries) {
      if (contracts.ofDataset(file.dataset()).isOfRecords()) {
        byDataset.computeIfAbsent(file.dataset(), any -> new ArrayList<>()).add(file);
        file.layoutName().ifPresent(any -> tell("ingest " + file.fileName(), file.tally()));
      }
    }
    byDataset.forEach((dataset, files) -> tell("ingest " + dataset, tally(files)));
  }

  private void tell(String what, String tally) {
    progress.step(what);
    progress.done(what, tally);
  }

  private static String tally(List<IngestedFile> files) {
    String number = files.size() == 1 ? "1 file" : "%,d files".formatted(files.size());
    return number + ", " + IngestedFile.total(files).sentence();
  }

  private static long lastArrival(List<IngestedFile> ledger) {
    return ledger.stream().mapToLong(IngestedFile::arrivalNo).max().orElse(0);
  }

  /**
   * Files that were not changed since they were taken in from where they lie need not even be read,
   * unless they are live records whose layout was. Another file of the same name may have replaced
   * them since: that is no reason to let them replace it in turn.
   */
  private List<Incoming> changed(List<Incoming> files, List<IngestedFile> ledger) {
    Map<List<String>, IngestedFile> newest = new HashMap<>();
    ledger.forEach(file -> newest.put(List.of(file.fileName(), file.path()), file));
    Set<IngestedFile> live = new HashSet<>(IngestedFile.live(ledger, AsOf.latest()));
    Set<List<Object>> known = new HashSet<>();
    for (IngestedFile file : newest.values()) {
      boolean isReadAnew =
          live.contains(file)
              && file.layout() != null
              && contracts.ofDataset(file.dataset()).isOfRecords()
              && !layouts.stillReads(file.layout());
      if (file.modifiedAt() != null && !isReadAnew) {
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

  /** Parts new content into statements and records and numbers it, the statements first. */
  private void sort(
      List<Seen> files, List<IngestedFile> ledger, List<Arrival> figures, List<Arrival> events) {
    long arrivalNo = lastArrival(ledger);
    Set<String> known = new HashSet<>();
    Map<List<String>, String> live = new HashMap<>();
    Map<List<String>, String> atPath = new HashMap<>();
    Map<List<String>, Integer> times = new HashMap<>();
    for (IngestedFile file : ledger) {
      known.add(file.sha256());
      String state = state(file.sha256(), file.layout());
      live.put(List.of(file.dataset(), file.fileName()), state);
      atPath.put(List.of(file.dataset(), file.fileName(), file.path()), state);
      times.merge(List.of(file.fileName(), file.sha256()), 1, Integer::sum);
    }
    List<Arrival> unnumbered = new ArrayList<>();
    for (Seen one : files) {
      Incoming file = one.file();
      Inspection inspection = one.inspection();
      boolean ofRecords =
          inspection != null && contracts.ofDataset(inspection.dataset()).isOfRecords();
      String sha256 = one.content().sha256();
      String state = state(sha256, one.layout());
      boolean isKnown =
          ofRecords
              ? state.equals(live.get(List.of(inspection.dataset(), file.name())))
                  || state.equals(
                      atPath.get(List.of(inspection.dataset(), file.name(), file.path())))
              : !known.add(sha256);
      if (ofRecords && !isKnown) {
        live.put(List.of(inspection.dataset(), file.name()), state);
      }
      if (isKnown) {
        progress.skipped("ingest " + file.name(), "the lake has this content already");
      } else if (ofRecords) {
        int time = times.merge(List.of(file.name(), sha256), 1, Integer::sum);
        String fileId = fileId(sha256, file.name(), time);
        unnumbered.add(new Arrival(file, one.content(), inspection, fileId, 0, one.table()));
      } else {
        figures.add(
            new Arrival(
                file, one.content(), inspection, sha256.substring(0, 16), ++arrivalNo, null));
      }
    }
    for (Arrival one : unnumbered) {
      events.add(one.numbered(++arrivalNo));
    }
  }

  /** A file of records is another one when it is read in another way. */
  private static String state(String sha256, String layout) {
    return layout == null ? sha256 : sha256 + " through " + layout;
  }
}
