package org.bienmau.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.bienmau.check.CheckResult;
import org.bienmau.check.Checks;
import org.bienmau.check.Checks.Audit;
import org.bienmau.table.AsOf;
import org.bienmau.table.Inputs;
import org.bienmau.table.Schemas;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * Builds all tables and publishes them as one release.
 *
 * <p>Every table is computed, written beside the lake, and checked there. Only when all of them are
 * good are the changed ones committed and the release recorded; until then readers see nothing of
 * it, and a run that is killed leaves nothing but a folder that the next run removes.
 */
public final class Build {
  private static final String STAGING = ".staging";
  private static final long ROWS_PER_FILE = 2_000_000;

  private final Lake lake;
  private final List<Table> tables;
  private final Map<Class<?>, Object> given;
  private final Progress progress;

  /**
   * @param tables what to build, inputs before the tables that read them
   * @param given what computations may see beside tables, by type
   */
  public Build(Lake lake, List<Table> tables, Map<Class<?>, Object> given, Progress progress) {
    this.lake = lake;
    this.tables = List.copyOf(tables);
    this.given = Map.copyOf(given);
    this.progress = progress;
  }

  /**
   * Builds and publishes, unless the last release was made of the same inputs.
   *
   * @param inputs fingerprint of everything the tables are computed from
   * @return the new release, or the last one when it was made of the same inputs
   * @throws ChecksFailedException if a blocking rule is broken; nothing is published then
   */
  public Release run(String runId, Instant at, String inputs) {
    Optional<Release> last = Release.latest(lake);
    if (last.isPresent() && last.get().inputs().equals(inputs)) {
      progress.skipped(
          "build", "release %d was made of the same inputs".formatted(last.get().number()));
      return last.get();
    }
    lake.removeFolder(STAGING);
    Map<Table, Staged> staged = stageAll(runId);
    Release release = publish(runId, at, inputs, last, staged);
    lake.removeFolder(STAGING);
    return release;
  }

  private Map<Table, Staged> stageAll(String runId) {
    progress.step("build");
    Map<Table, Audit> audits = new ConcurrentHashMap<>();
    Map<Table, Staged> good = new ConcurrentHashMap<>();
    TableTasks.run(
        tables,
        table -> {
          // What is made of a table that broke a rule would only repeat its fault.
          if (!table.isVirtual() && haveGoodInputs(table, good)) {
            Staged rows = stage(table, good);
            audits.put(table, rows.audit());
            if (rows.audit().blocking().isEmpty()) {
              good.put(table, rows);
            }
            progress.parts(audits.size(), stored().size());
          }
        });
    record(runId, audits);
    progress.done("build", "%d tables".formatted(good.size()));
    return good;
  }

  private boolean haveGoodInputs(Table table, Map<Table, Staged> good) {
    return table.inputs().stream()
        .allMatch(
            input ->
                input.isVirtual()
                    ? haveGoodInputs(input, good)
                    : !isBuilt(input) || good.containsKey(input));
  }

  private List<Table> stored() {
    return tables.stream().filter(table -> !table.isVirtual()).toList();
  }

  /** Writes down what every rule said, and ends the build if one that blocks is broken. */
  private void record(String runId, Map<Table, Audit> audits) {
    List<Row> results = new ArrayList<>();
    Map<Table, List<CheckResult>> broken = new LinkedHashMap<>();
    for (Table table : tables) {
      if (audits.containsKey(table)) {
        results.addAll(CheckRecord.rows(runId, table, audits.get(table).results()));
        if (!audits.get(table).blocking().isEmpty()) {
          broken.put(table, audits.get(table).blocking());
        }
      }
    }
    lake.append(CheckRecord.TABLE, lake.local(results, CheckRecord.TABLE.schema()).coalesce(1));
    if (!broken.isEmpty()) {
      throw new ChecksFailedException(broken);
    }
  }

  private AsOf asOf() {
    return (AsOf) given.getOrDefault(AsOf.class, AsOf.latest());
  }

  private boolean isBuilt(Table table) {
    return tables.contains(table);
  }

  private Staged stage(Table table, Map<Table, Staged> before) {
    lake.spark().sparkContext().setJobGroup(table.id(), "Build " + table.id(), false);
    Dataset<Row> computed =
        Schemas.conform(table.compute().apply(new Inputs(table, source(before), given)), table);
    Dataset<Row> rows =
        lake.stage(STAGING + "/" + table.layer().id() + "/" + table.name(), computed);
    return new Staged(rows, Checks.audit(rows, table.allChecks()));
  }

  private Inputs.Source source(Map<Table, Staged> before) {
    return new Inputs.Source() {
      @Override
      public Dataset<Row> read(Table table) {
        return isBuilt(table) ? before.get(table).rows() : lake.read(table);
      }

      @Override
      public Dataset<Row> local(List<Row> rows, StructType schema) {
        return lake.local(rows, schema);
      }
    };
  }

  private Release publish(
      String runId, Instant at, String inputs, Optional<Release> last, Map<Table, Staged> staged) {
    progress.step("publish");
    Map<String, Release.Content> contents = new ConcurrentSkipListMap<>();
    Map<String, Release.Content> before = last.map(Release::tables).orElseGet(HashMap::new);
    TableTasks.run(
        stored(),
        table -> {
          contents.put(table.id(), commit(table, staged.get(table), before.get(table.id())));
          progress.parts(contents.size(), stored().size());
        });
    Release release =
        new Release(last.map(Release::number).orElse(0L) + 1, at, runId, inputs, asOf(), contents);
    lake.append(Release.TABLE, lake.local(release.rows(), Release.TABLE.schema()).coalesce(1));
    progress.done(
        "publish",
        "release %d, %d of %d tables changed"
            .formatted(
                release.number(),
                contents.values().stream().filter(Release.Content::changed).count(),
                contents.size()));
    return release;
  }

  /**
   * Commits the rows unless the table's newest version, published or left by a killed run, holds
   * them.
   */
  private Release.Content commit(Table table, Staged staged, Release.Content before) {
    Audit audit = staged.audit();
    boolean changed = before == null || !before.contentHash().equals(audit.contentHash());
    String about =
        "columns %08x, %d rows, content %s"
            .formatted(table.schema().json().hashCode(), audit.rows(), audit.contentHash());
    Optional<Lake.Commit> head = lake.head(table);
    if (head.isEmpty() || !head.get().about().equals(about)) {
      lake.spark().sparkContext().setJobGroup(table.id(), "Publish " + table.id(), false);
      lake.replace(table, inOrder(table, staged), about);
      head = lake.head(table);
    }
    return new Release.Content(
        head.orElseThrow().version(), audit.rows(), audit.contentHash(), changed);
  }

  /** Rows in the order of the table's key and in as few files as their number asks for. */
  private static Dataset<Row> inOrder(Table table, Staged staged) {
    Column[] key = table.grain().stream().map(TableColumn::col).toArray(Column[]::new);
    int files = Math.toIntExact(staged.audit().rows() / ROWS_PER_FILE + 1);
    Dataset<Row> parts =
        files == 1 ? staged.rows().coalesce(1) : staged.rows().repartitionByRange(files, key);
    return parts.sortWithinPartitions(key);
  }

  private record Staged(Dataset<Row> rows, Audit audit) {}
}
