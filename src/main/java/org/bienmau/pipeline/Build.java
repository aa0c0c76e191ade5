package org.bienmau.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.check.CheckResult;
import org.bienmau.check.Checks.Audit;
import org.bienmau.table.AsOf;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * Builds the tables and publishes them as one release.
 *
 * <p>Every table that is made of something new is computed, of tables by month only the months in
 * question, written beside the lake, and checked there. Only when all of them are good are the
 * changed ones committed and the release recorded; until then readers see nothing of it, and a run
 * that is killed leaves nothing but a folder that the next run removes.
 */
public final class Build {
  private static final long ROWS_PER_FILE = 2_000_000;

  /** Of tables by month, where a file is written again when one of its months is. */
  private static final long ROWS_PER_FILE_OF_MONTHS = 100_000;

  private final Lake lake;
  private final List<Table> tables;
  private final List<Table> stored;
  private final Map<Class<?>, Object> given;
  private final Progress progress;

  /**
   * @param tables what to build, inputs before the tables that read them
   * @param given what computations may see beside tables, by type
   */
  public Build(Lake lake, List<Table> tables, Map<Class<?>, Object> given, Progress progress) {
    this.lake = lake;
    this.tables = List.copyOf(tables);
    this.stored = tables.stream().filter(table -> !table.isVirtual()).toList();
    this.given = Map.copyOf(given);
    this.progress = progress;
  }

  /**
   * Builds and publishes, unless the last release was made of the same and nothing is to be done
   * again.
   *
   * @param rules fingerprint of what all tables depend on beside their inputs
   * @return the new release, or the last one when it was made of the same
   * @throws ChecksFailedException if a blocking rule is broken; nothing is published then
   */
  public Release run(String runId, Instant at, String rules, Redo redo) {
    Optional<Release> last = Release.latest(lake);
    Recorded recorded = new Recorded(lake, tables, last, asOf());
    String ids = tables.stream().map(Table::id).collect(Collectors.joining(" "));
    String inputs = Fingerprint.of(rules, recorded.fingerprint(), ids);
    if (redo.isNothing() && last.isPresent() && last.get().inputs().equals(inputs)) {
      progress.skipped(
          "build", "release %d was made of the same inputs".formatted(last.get().number()));
      return last.get();
    }
    recorded.pin();
    lake.removeFolder(Stage.FOLDER);
    Map<String, Release.Content> before = last.map(Release::tables).orElseGet(Map::of);
    Stage stage = new Stage(lake, tables, given, recorded, before, rules, redo);
    Map<Table, Staged> staged = stageAll(runId, stage);
    Map<String, Release.Content> contents = publish(staged, before);
    Release release =
        new Release(
            last.map(Release::number).orElse(0L) + 1,
            at,
            runId,
            inputs,
            asOf(),
            recorded.lastEntry(),
            contents,
            recorded.contents());
    lake.append(Release.TABLE, lake.local(release.rows(), Release.TABLE.schema()).coalesce(1));
    progress.done("publish", sentence(release));
    lake.removeFolder(Stage.FOLDER);
    return release;
  }

  private Map<Table, Staged> stageAll(String runId, Stage stage) {
    progress.step("build");
    Map<Table, Staged> staged = new ConcurrentHashMap<>();
    TableTasks.run(
        tables,
        table -> {
          // What is made of a table that broke a rule would only repeat its fault.
          if (!table.isVirtual() && stage.isReady(table)) {
            staged.put(table, stage.compute(table));
            progress.parts(staged.size(), stored.size());
          }
        });
    record(runId, staged);
    long computed = staged.values().stream().filter(table -> !table.computed().isNothing()).count();
    progress.done("build", "%d of %d tables computed".formatted(computed, stored.size()));
    return staged;
  }

  /** Writes down what every rule said, and ends the build if one that blocks is broken. */
  private void record(String runId, Map<Table, Staged> staged) {
    List<Row> results = new ArrayList<>();
    Map<Table, List<CheckResult>> broken = new LinkedHashMap<>();
    for (Table table : stored) {
      if (staged.containsKey(table)) {
        Audit audit = staged.get(table).audit();
        results.addAll(CheckRecord.rows(runId, table, audit.results()));
        if (!audit.blocking().isEmpty()) {
          broken.put(table, audit.blocking());
        }
      }
    }
    if (!results.isEmpty()) {
      lake.append(CheckRecord.TABLE, lake.local(results, CheckRecord.TABLE.schema()).coalesce(1));
    }
    if (!broken.isEmpty()) {
      throw new ChecksFailedException(broken);
    }
  }

  private AsOf asOf() {
    return (AsOf) given.getOrDefault(AsOf.class, AsOf.latest());
  }

  private Map<String, Release.Content> publish(
      Map<Table, Staged> staged, Map<String, Release.Content> before) {
    progress.step("publish");
    Map<String, Release.Content> contents = new ConcurrentSkipListMap<>();
    TableTasks.run(
        stored,
        table -> {
          contents.put(table.id(), commit(table, staged.get(table), before.get(table.id())));
          progress.parts(contents.size(), stored.size());
        });
    return contents;
  }

  /**
   * Commits the rows unless the table's newest version, published or left by a killed run, holds
   * them.
   */
  private Release.Content commit(Table table, Staged staged, Release.Content before) {
    Audit total = staged.total();
    boolean isAsBefore = staged.changed().isNothing() && !staged.computed().isWhole();
    long version = isAsBefore ? before.version() : committed(table, staged, before);
    return new Release.Content(
        version,
        total.rows(),
        total.contentHash(),
        !staged.changed().isNothing(),
        staged.madeOf(),
        staged.computed().months().map(months -> months.size()).orElse(null));
  }

  private long committed(Table table, Staged staged, Release.Content before) {
    Audit total = staged.total();
    String about =
        "columns %08x, %d rows, content %s"
            .formatted(table.schema().json().hashCode(), total.rows(), total.contentHash());
    Optional<Lake.Commit> head = lake.head(table);
    if (head.isPresent() && head.get().about().equals(about)) {
      return head.get().version();
    }
    lake.spark().sparkContext().setJobGroup(table.id(), "Publish " + table.id(), false);
    if (!staged.computed().isWhole() && head.orElseThrow().version() == before.version()) {
      lake.replaceMonths(
          table, staged.changed().months().orElseThrow(), months(table, staged), about);
    } else {
      lake.replace(table, inOrder(table, staged.rows().get(), total.rows()), about);
    }
    return lake.head(table).orElseThrow().version();
  }

  private static Dataset<Row> months(Table table, Staged staged) {
    Object[] changed = staged.changed().months().orElseThrow().toArray();
    Dataset<Row> rows = staged.fresh().filter(table.month().orElseThrow().col().isin(changed));
    return inOrder(table, rows, staged.audit().rows());
  }

  /**
   * Rows in the order of the table's key and in as few files as their number asks for; those of a
   * table by month in the order of the months first, so that each month lies in one file.
   */
  private static Dataset<Row> inOrder(Table table, Dataset<Row> rows, long count) {
    Column[] key =
        Stream.concat(table.month().stream(), table.grain().stream())
            .distinct()
            .map(TableColumn::col)
            .toArray(Column[]::new);
    long rowsPerFile = table.month().isPresent() ? ROWS_PER_FILE_OF_MONTHS : ROWS_PER_FILE;
    int files = Math.toIntExact(count / rowsPerFile + 1);
    Column[] parts = table.month().map(month -> new Column[] {month.col()}).orElse(key);
    Dataset<Row> parted = files == 1 ? rows.coalesce(1) : rows.repartitionByRange(files, parts);
    return parted.sortWithinPartitions(key);
  }

  private static String sentence(Release release) {
    return "release %d, %d of %d tables changed"
        .formatted(
            release.number(),
            release.tables().values().stream().filter(Release.Content::changed).count(),
            release.tables().size());
  }
}
