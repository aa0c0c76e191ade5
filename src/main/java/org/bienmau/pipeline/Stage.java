package org.bienmau.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.StructType;
import org.bienmau.check.Checks;
import org.bienmau.check.Checks.Audit;
import org.bienmau.table.Inputs;
import org.bienmau.table.Schemas;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * Computes tables and writes them beside the lake, each only as far as something that it is made of
 * has changed.
 */
final class Stage {
  static final String FOLDER = ".staging";

  /** Whole tables by month are computed in steps of months that hold about so many records. */
  private static final long RECORDS_AT_ONCE = 25_000_000;

  /** Looking for the files of so small a table, once per reader, costs more than its rows. */
  private static final long ROWS_AT_HAND = 2_000;

  private final Lake lake;
  private final List<Table> tables;
  private final Map<Class<?>, Object> given;
  private final Recorded recorded;
  private final Map<String, Release.Content> published;
  private final String rules;
  private final Redo redo;
  private final Map<Table, Staged> staged = new ConcurrentHashMap<>();
  private final Map<Table, Dataset<Row>> atHand = new ConcurrentHashMap<>();

  /**
   * @param published the tables of the last release
   * @param rules fingerprint of what all tables depend on beside their inputs
   */
  Stage(
      Lake lake,
      List<Table> tables,
      Map<Class<?>, Object> given,
      Recorded recorded,
      Map<String, Release.Content> published,
      String rules,
      Redo redo) {
    this.lake = lake;
    this.tables = tables;
    this.given = given;
    this.recorded = recorded;
    this.published = published;
    this.rules = rules;
    this.redo = redo;
  }

  /** Whether all that a table is computed from is there and good. */
  boolean isReady(Table table) {
    return table.inputs().stream()
        .allMatch(
            input ->
                input.isVirtual() ? isReady(input) : !isBuilt(input) || isGood(staged.get(input)));
  }

  private static boolean isGood(Staged input) {
    return input != null && input.isGood();
  }

  /** Computes one table, after its inputs. */
  Staged compute(Table table) {
    Scope scope = scope(table);
    Staged result = scope.isWhole() ? whole(table) : months(table, scope);
    staged.put(table, result);
    return result;
  }

  private Scope scope(Table table) {
    Release.Content before = published.get(table.id());
    boolean sameRules = before != null && before.madeOf().startsWith(rules + "-");
    if (redo.everything() || !sameRules) {
      return Scope.whole();
    }
    boolean sameInputs = before.madeOf().equals(madeOf(table));
    if (table.months().isEmpty()) {
      return sameInputs ? Scope.nothing() : Scope.whole();
    }
    Scope changed = sameInputs ? Scope.nothing() : change(table);
    return changed
        .andAfter(table.months().get().before())
        .and(Scope.of(redo.among(recorded.months())));
  }

  /** What is different in the inputs of a table. */
  private Scope change(Table table) {
    return table.inputs().stream()
        .map(input -> changeIn(input, table))
        .reduce(Scope.nothing(), Scope::and);
  }

  private Scope changeIn(Table input, Table reader) {
    if (input.isVirtual()) {
      return change(input);
    }
    return isBuilt(input) ? staged.get(input).changed() : recorded.change(input, reader);
  }

  private String madeOf(Table table) {
    return rules + "-" + inputsOf(table);
  }

  private String inputsOf(Table table) {
    return Fingerprint.of(
        table.inputs().stream().map(input -> content(input, table)).toArray(String[]::new));
  }

  private String content(Table input, Table reader) {
    if (input.isVirtual()) {
      return inputsOf(input);
    }
    return isBuilt(input) ? staged.get(input).total().contentHash() : recorded.state(input, reader);
  }

  private boolean isBuilt(Table table) {
    return tables.contains(table) && !table.isVirtual();
  }

  private Staged whole(Table table) {
    List<Set<String>> steps =
        table.months().isEmpty() ? List.of() : recorded.groups(RECORDS_AT_ONCE);
    Dataset<Row> rows = null;
    if (steps.size() < 2) {
      rows = lake.stage(folder(table), computed(table, Optional.empty()), SaveMode.Overwrite);
    } else {
      for (Set<String> months : steps) {
        SaveMode mode = rows == null ? SaveMode.Overwrite : SaveMode.Append;
        rows = lake.stage(folder(table), computed(table, Optional.of(months)), mode);
      }
    }
    Dataset<Row> all = rows;
    Audit audit = Checks.audit(all, table.allChecks());
    Release.Content before = published.get(table.id());
    boolean same = before != null && before.contentHash().equals(audit.contentHash());
    Scope changed = same ? Scope.nothing() : Scope.whole();
    return new Staged(() -> all, Scope.whole(), all, changed, audit, audit, madeOf(table));
  }

  /** Computes some months of a table that was published before; of no months, nothing is read. */
  private Staged months(Table table, Scope scope) {
    Release.Content before = published.get(table.id());
    Audit total = new Audit(before.rows(), before.contentHash(), List.of());
    Set<String> months = scope.months().orElseThrow();
    if (months.isEmpty()) {
      Audit nothing = Audit.ofNone(List.of());
      return new Staged(
          () -> published(table), scope, null, Scope.nothing(), total, nothing, madeOf(table));
    }
    TableColumn month = table.month().orElseThrow();
    Dataset<Row> old = published(table);
    Dataset<Row> fresh =
        lake.stage(folder(table), computed(table, scope.months()), SaveMode.Overwrite);
    Map<String, Audit> was = Checks.auditEach(in(old, month, months), month.col(), List.of());
    Map<String, Audit> is = Checks.auditEach(fresh, month.col(), table.allChecks());
    Audit audit = Audit.ofNone(table.allChecks());
    Set<String> changed = new TreeSet<>();
    for (String one : months) {
      Audit then = was.getOrDefault(one, Audit.ofNone(List.of()));
      Audit now = is.getOrDefault(one, Audit.ofNone(table.allChecks()));
      audit = audit.plus(now);
      total = total.without(then).plus(now);
      if (!then.isOfSameRows(now)) {
        changed.add(one);
      }
    }
    Dataset<Row> kept = old.filter(month.col().isin(months.toArray()).equalTo(false));
    return new Staged(
        () -> kept.unionByName(fresh),
        scope,
        fresh,
        Scope.of(changed),
        total,
        audit,
        madeOf(table));
  }

  /** The rows of the last release; going back to an earlier version costs Delta much more. */
  private Dataset<Row> published(Table table) {
    long version = published.get(table.id()).version();
    boolean isNewest = lake.head(table).filter(head -> head.version() == version).isPresent();
    return isNewest ? lake.read(table) : lake.read(table, version);
  }

  private static Dataset<Row> in(Dataset<Row> rows, TableColumn month, Set<String> months) {
    return rows.filter(month.col().isin(months.toArray()));
  }

  private static String folder(Table table) {
    return FOLDER + "/" + table.layer().id() + "/" + table.name();
  }

  /** The rows of these months, or all. */
  private Dataset<Row> computed(Table table, Optional<Set<String>> months) {
    lake.spark().sparkContext().setJobGroup(table.id(), "Build " + table.id(), false);
    Optional<Set<String>> needed =
        months.map(these -> Months.withBefore(these, table.months().orElseThrow().before()));
    Dataset<Row> rows =
        Schemas.conform(table.compute().apply(new Inputs(table, source(needed), given)), table);
    return months.map(these -> in(rows, table.month().orElseThrow(), these)).orElse(rows);
  }

  /** All rows of a table that was built before; a small one is read once for all its readers. */
  private Dataset<Row> rows(Table table) {
    Staged built = staged.get(table);
    return built.total().rows() > ROWS_AT_HAND
        ? built.rows().get()
        : atHand.computeIfAbsent(table, one -> collected(built.rows().get()));
  }

  private Dataset<Row> collected(Dataset<Row> rows) {
    return lake.local(rows.collectAsList(), rows.schema());
  }

  private Inputs.Source source(Optional<Set<String>> needed) {
    return new Inputs.Source() {
      @Override
      public Dataset<Row> read(Table table) {
        if (!isBuilt(table)) {
          return recorded.read(table, needed);
        }
        Dataset<Row> rows = rows(table);
        return table.month().isPresent() && needed.isPresent()
            ? in(rows, table.month().get(), needed.get())
            : rows;
      }

      @Override
      public Dataset<Row> local(List<Row> rows, StructType schema) {
        return lake.local(rows, schema);
      }
    };
  }
}
