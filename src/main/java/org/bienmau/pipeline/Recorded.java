package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordDatasets;
import org.bienmau.silver.Superseded;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;

/**
 * The recorded tables that a build reads, in the versions that it found, and what changed in them
 * since the last release.
 */
final class Recorded {
  /** What these hold of a dataset follows from the deliveries that its bronze table holds. */
  private static final Set<Table> LEDGER =
      Set.of(Delivery.TABLE, DeliveryMonth.TABLE, Superseded.TABLE);

  private final Lake lake;
  private final List<Table> tables;
  private final AsOf asOf;
  private final Map<String, Release.Content> before;
  private final long entryBefore;
  private final List<IngestedFile> files;
  private final RecordMonths months;
  private final Map<String, Release.Content> contents = new TreeMap<>();

  /**
   * @param built the tables that are built
   * @param last the release before, if there is one
   */
  Recorded(Lake lake, List<Table> built, Optional<Release> last, AsOf asOf) {
    this.lake = lake;
    this.tables =
        Stream.concat(
                Stream.of(DeliveryMonth.TABLE),
                built.stream().flatMap(table -> table.inputs().stream()))
            .filter(table -> !built.contains(table))
            .distinct()
            .toList();
    this.asOf = asOf;
    this.before = last.map(Release::sources).orElseGet(Map::of);
    this.entryBefore = last.map(Release::ledgerNo).orElse(0L);
    this.files = IngestedFile.all(lake);
    this.months = new RecordMonths(files, lake.read(DeliveryMonth.TABLE).collectAsList(), asOf);
  }

  /** A name for what all of them hold; equal for equal deliveries. */
  String fingerprint() {
    return Fingerprint.of(tables.stream().map(this::state).toArray(String[]::new));
  }

  /** Takes back what a killed ingest has left, and stays with the versions that there are then. */
  void pin() {
    Leftovers.remove(lake, files.stream().mapToLong(IngestedFile::arrivalNo).max().orElse(0));
    for (Table table : tables) {
      lake.head(table).ifPresent(head -> contents.put(table.id(), content(table, head.version())));
    }
  }

  private Release.Content content(Table table, long version) {
    Release.Content known = before.get(table.id());
    String state = state(table);
    if (known != null && known.version() == version && known.contentHash().equals(state)) {
      return new Release.Content(version, known.rows(), state, false, null, null);
    }
    long rows = rows(table);
    boolean changed = known == null || !known.contentHash().equals(state);
    return new Release.Content(version, rows, state, changed, null, null);
  }

  private long rows(Table table) {
    return table.layer() == Layer.BRONZE
        ? files.stream()
            .filter(file -> file.dataset().equals(table.name()))
            .mapToLong(file -> file.counts().read())
            .sum()
        : lake.read(table).count();
  }

  private String state(Table table) {
    if (table.layer() != Layer.BRONZE && !LEDGER.contains(table)) {
      return "version " + lake.head(table).map(Lake.Commit::version).orElse(-1L);
    }
    return Fingerprint.of(
        files.stream()
            .filter(file -> LEDGER.contains(table) || file.dataset().equals(table.name()))
            .map(IngestedFile::toString)
            .toArray(String[]::new));
  }

  /** What one of these tables means for a table that reads it; equal for equal deliveries. */
  String state(Table input, Table reader) {
    return followsFromBronze(input, reader) ? "" : state(input);
  }

  private static boolean followsFromBronze(Table input, Table reader) {
    return LEDGER.contains(input)
        && reader.inputs().stream().anyMatch(other -> other.layer() == Layer.BRONZE);
  }

  /** Number of the ledger's last entry. */
  long lastEntry() {
    return months.lastEntry();
  }

  /** What a release has to remember of these tables. */
  Map<String, Release.Content> contents() {
    return contents;
  }

  /** What new or changed deliveries make different in a table, for one that reads it. */
  Scope change(Table table, Table reader) {
    if (followsFromBronze(table, reader) || !isChanged(table)) {
      return Scope.nothing();
    }
    return records(table)
        .map(dataset -> Scope.of(months.changedAfter(entryBefore, dataset.name())))
        .orElseGet(Scope::whole);
  }

  private boolean isChanged(Table table) {
    Release.Content now = contents.get(table.id());
    Release.Content then = before.get(table.id());
    return now == null ? then != null : now.changed();
  }

  /** The rows of a table, of records those alone that have to do with these months. */
  Dataset<Row> read(Table table, Optional<Set<String>> needed) {
    if (table.equals(Delivery.TABLE)) {
      // Known already, and asked for by every view of records.
      List<Row> rows = files.stream().map(IngestedFile::row).toList();
      return lake.local(rows, table.schema()).coalesce(1);
    }
    // The lake is held by this run, so the newest version is the one that was found.
    Dataset<Row> rows = lake.read(table);
    if (needed.isEmpty()) {
      return rows;
    }
    Object[] held =
        RecordDatasets.ALL.stream()
            .filter(one -> table.equals(Superseded.TABLE) || table.equals(one.table()))
            .flatMap(one -> months.holding(one.name(), needed.get()).stream())
            .toArray();
    Dataset<Row> inMonths =
        table.month().map(month -> rows.filter(month.col().isin(held))).orElse(rows);
    return records(table)
        .map(dataset -> inMonths.filter(hasToDoWith(dataset, needed.get())))
        .orElse(inMonths);
  }

  /**
   * Whether a record may have to do with one of these months. Where revisions are still to be told
   * apart, all do: one that has nothing to do with a month may replace one that has.
   */
  private Column hasToDoWith(RecordDataset dataset, Set<String> months) {
    if (!asOf.isLatest()) {
      return lit(true);
    }
    LocalDate first = YearMonth.parse(Collections.min(months)).atDay(1);
    LocalDate last = YearMonth.parse(Collections.max(months)).atEndOfMonth();
    return dataset
        .lastDay()
        .geq(lit(Date.valueOf(first)))
        .and(dataset.firstDay().leq(lit(Date.valueOf(last))));
  }

  /** Every month that a record has to do with. */
  Set<String> months() {
    return months.all();
  }

  /** All months, parted in the order of time into groups of at most so many rows. */
  List<Set<String>> groups(long mostRows) {
    return months.groups(mostRows);
  }

  private static Optional<RecordDataset> records(Table table) {
    return RecordDatasets.ALL.stream().filter(one -> one.table().equals(table)).findFirst();
  }
}
