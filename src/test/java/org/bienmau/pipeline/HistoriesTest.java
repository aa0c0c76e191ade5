package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.silver.DeclarationLine;
import org.bienmau.silver.Publisher;
import org.bienmau.source.ContractSet;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any history, taken in and built step by step, ends where it must: what counts is worked out here
 * from the live files alone, after every step, and by a fresh lake at the end.
 */
@ExtendWith(SparkExtension.class)
class HistoriesTest {
  private static final int HISTORIES = 50;
  private static final int STEPS = 4;
  private static final long SEED = 20261122;
  private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir"));
  private static final ContractSet CONTRACTS = HeldFile.contracts();
  private static final Registers REGISTERS =
      Registers.load(RegisterFiles.in(HOME.resolve("conf/reference")));

  private static final TableColumn MONTH = DeclarationLine.MONTH;
  private static final TableColumn LINES = required("lines", LongType, "count", "Active lines.");
  private static final TableColumn KG =
      required("kg", createDecimalType(38, 3), "kg", "Weight of the active lines.");

  private final SparkSession spark;
  private final List<RandomHistory> histories =
      IntStream.range(0, HISTORIES).mapToObj(number -> new RandomHistory(number, SEED)).toList();

  HistoriesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void step_by_step_ends_where_a_rebuild_ends(@TempDir Path folder) {
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    for (int step = 0; step < STEPS; step++) {
      Map<String, List<RandomHistory.Line>> before = live();
      List<RandomHistory.File> files = histories.stream().flatMap(h -> h.next().stream()).toList();

      List<IngestedFile> taken = ingest(lake, folder.resolve("step-" + step), files, step);
      Release release = build(lake, "step-" + step, Redo.nothing());

      assertAccounted(taken, files);
      assertThat(state(lake)).as("after step %d", step).isEqualTo(expectedState());
      assertThat(byMonth(lake)).as("after step %d", step).isEqualTo(expectedByMonth());
      if (step > 0) {
        assertThat(release.tables().get("gold.net_by_month").monthsComputed())
            .isEqualTo(touched(before, files).size());
      }
    }

    Release last = Release.latest(lake).orElseThrow();
    Release again = build(lake, "again", Redo.all());
    assertThat(again.tables().values()).noneMatch(Release.Content::changed);
    assertThat(again.tables().keySet()).isEqualTo(last.tables().keySet());

    List<RandomHistory.File> all =
        histories.stream()
            .flatMap(history -> history.liveFiles().stream())
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(all, new Random(SEED));
    Lake fresh = new Lake(spark, folder.resolve("fresh").toString());
    ingest(fresh, folder.resolve("all"), all, 0);
    build(fresh, "fresh", Redo.nothing());
    assertThat(state(fresh)).isEqualTo(state(lake));
    assertThat(byMonth(fresh)).isEqualTo(byMonth(lake));
  }

  private Map<String, List<RandomHistory.Line>> live() {
    Map<String, List<RandomHistory.Line>> live = new TreeMap<>();
    histories.forEach(history -> live.putAll(history.live()));
    return live;
  }

  private List<IngestedFile> ingest(
      Lake lake, Path folder, List<RandomHistory.File> files, int day) {
    Instant received = FIRST_DAY.plus(day, ChronoUnit.DAYS);
    List<Incoming> incoming =
        files.stream()
            .map(file -> HeldFile.at(written(folder, file), received, LocalDate.of(2026, 1, 1)))
            .toList();
    return new Ingest(
            lake, CONTRACTS, REGISTERS, Layouts.none(), PersonalKey.dropping(), Progress.silent())
        .run(incoming);
  }

  private static Path written(Path folder, RandomHistory.File file) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve(file.name()), file.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Release build(Lake lake, String runId, Redo redo) {
    Map<Class<?>, Object> given = Map.of(Registers.class, REGISTERS, AsOf.class, AsOf.latest());
    List<Table> tables = List.of(Publisher.TABLE, DeclarationLine.TABLE, netByMonth(), twoMonths());
    return new Build(lake, tables, given, Progress.silent()).run(runId, FIRST_DAY, "rules", redo);
  }

  private static void assertAccounted(List<IngestedFile> taken, List<RandomHistory.File> files) {
    Map<String, RandomHistory.File> byName =
        files.stream().collect(Collectors.toMap(RandomHistory.File::name, file -> file));
    for (IngestedFile file : taken) {
      IngestedFile.Counts counts = file.counts();
      RandomHistory.File given = byName.get(file.fileName());
      assertThat(counts.read()).isEqualTo(given.lines().size());
      assertThat(counts.quarantined()).isEqualTo(given.refused());
      assertThat(counts.accepted() + counts.duplicates() + counts.quarantined())
          .isEqualTo(counts.read());
    }
  }

  /** Months of the lines that came, and of those that went with an earlier state of a file. */
  private static Set<String> touched(
      Map<String, List<RandomHistory.Line>> before, List<RandomHistory.File> files) {
    Set<String> months = new TreeSet<>();
    for (RandomHistory.File file : files) {
      List<RandomHistory.Line> were = before.get(file.name());
      if (!file.lines().equals(were)) {
        months.addAll(months(file.lines()));
        months.addAll(months(were == null ? List.of() : were));
      }
    }
    return months;
  }

  private static Set<String> months(Collection<RandomHistory.Line> lines) {
    return lines.stream()
        .filter(RandomHistory.Line::isGood)
        .map(line -> line.month().toString())
        .collect(Collectors.toSet());
  }

  private List<String> expectedState() {
    return histories.stream()
        .flatMap(history -> history.current().values().stream())
        .map(
            line ->
                "%s %s %d %s %s"
                    .formatted(
                        line.declarationNo(),
                        line.month(),
                        line.revision(),
                        line.isCancelled() ? "cancelled" : "active",
                        line.kg().toPlainString()))
        .sorted()
        .toList();
  }

  private static List<String> state(Lake lake) {
    return Published.latest(lake)
        .read(DeclarationLine.TABLE)
        .selectExpr("concat_ws(' ', declaration_no, month, revision_no, status, net_kg) AS line")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** Lines and weight of each month, and of each month with the one before. */
  private Map<String, String> expectedByMonth() {
    Map<YearMonth, List<BigDecimal>> active = new TreeMap<>();
    for (RandomHistory history : histories) {
      for (RandomHistory.Line line : history.current().values()) {
        List<BigDecimal> kg = active.computeIfAbsent(line.month(), any -> new ArrayList<>());
        if (!line.isCancelled()) {
          kg.add(line.kg());
        }
      }
    }
    Map<String, String> expected = new TreeMap<>();
    active.forEach(
        (month, kg) -> {
          List<BigDecimal> earlier = active.getOrDefault(month.minusMonths(1), List.of());
          expected.put(
              month.toString(),
              "%d %s %d"
                  .formatted(
                      kg.size(),
                      kg.stream().reduce(new BigDecimal("0.000"), BigDecimal::add).toPlainString(),
                      kg.size() + earlier.size()));
        });
    return expected;
  }

  private static Map<String, String> byMonth(Lake lake) {
    Published published = Published.latest(lake);
    return published
        .read(netByMonth())
        .join(
            published.read(twoMonths()).withColumnRenamed(LINES.name(), "both"),
            new String[] {MONTH.name()})
        .selectExpr("month", "concat_ws(' ', lines, kg, both)")
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  private static Table netByMonth() {
    Column isActive = DeclarationLine.STATUS.col().equalTo("active");
    return Table.named(Layer.GOLD, "net_by_month")
        .purpose("For this test.")
        .columns(MONTH, LINES, KG)
        .oneRowPer(MONTH)
        .from(DeclarationLine.TABLE)
        .byMonth(MONTH)
        .check(blocks("No weight is negative.", KG.col().lt(0)))
        .computedBy(
            in ->
                in.read(DeclarationLine.TABLE)
                    .groupBy(MONTH.col())
                    .agg(
                        count(when(isActive, lit(1))).as(LINES.name()),
                        coalesce(sum(when(isActive, DeclarationLine.NET_KG.col())), lit(0))
                            .cast(KG.type())
                            .as(KG.name())));
  }

  private static Table twoMonths() {
    return Table.named(Layer.GOLD, "two_months")
        .purpose("For this test.")
        .columns(MONTH, LINES)
        .oneRowPer(MONTH)
        .from(netByMonth())
        .byMonth(MONTH)
        .lookingBack(1)
        .computedBy(
            in -> {
              var next =
                  in.read(netByMonth())
                      .selectExpr(
                          "date_format(add_months(to_date(month || '-01'), 1), 'yyyy-MM') AS month",
                          "lines AS before");
              return in.read(netByMonth())
                  .join(next, new String[] {"month"}, "left")
                  .selectExpr("month", "lines + coalesce(before, 0) AS lines");
            });
  }
}
