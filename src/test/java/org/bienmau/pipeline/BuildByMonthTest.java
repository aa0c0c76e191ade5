package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.bronze.VehicleCrossings;
import org.bienmau.silver.Crossing;
import org.bienmau.silver.Publisher;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class BuildByMonthTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final TableColumn MONTH = Crossing.MONTH;
  private static final TableColumn TRUCKS = required("trucks", LongType, "count", "How many.");

  @TempDir private static Path builtOnce;
  private static Release first;

  private final Rows rows;
  private final SparkSession spark;
  private Lake lake;

  BuildByMonthTest(SparkSession spark) {
    this.spark = spark;
    this.rows = new Rows(spark);
  }

  /** Every test goes on from a lake of its own with three months and the first release. */
  @BeforeEach
  void makeLake(@TempDir Path folder) throws IOException {
    if (first == null) {
      lake = new Lake(spark, builtOnce.toString());
      deliver(
          new Visit("jan", 1, "2024-01-05", "2024-01-06"),
          new Visit("feb", 2, "2024-02-05", "2024-02-06"),
          new Visit("mar", 3, "2024-03-05", "2024-03-06"));
      first = build("run-1");
    }
    copy(builtOnce, folder);
    lake = new Lake(spark, folder.toString());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.filter(path -> !path.equals(from)).toList()) {
        Files.copy(one, to.resolve(from.relativize(one)));
      }
    }
  }

  @Test
  void only_touched_months_are_computed_and_the_others_stay() {
    deliver(new Visit("feb-2", 4, "2024-02-07", "2024-02-08"));

    Release second = build("run-2");

    assertThat(months(first).values()).containsOnlyNulls();
    assertThat(months(second))
        .containsEntry("gold.arrivals", 1)
        .containsEntry("gold.two_months", 2)
        .containsEntry("gold.all_trucks", null)
        .containsEntry("silver.publisher", 0);
    assertRows(read(arrivals()))
        .are(
            """
            month   | trucks
            2024-01 | 1
            2024-02 | 2
            2024-03 | 1
            """);
    assertRows(read(twoMonths()))
        .are(
            """
            month   | trucks
            2024-01 | 1
            2024-02 | 3
            2024-03 | 3
            """);
    assertRows(read(allTrucks())).are("month | trucks\nall | 4");
  }

  @Test
  void a_visit_touches_every_month_that_it_lasts_into_and_one_without_rows_is_gone() {
    deliver(new Visit("dec", 4, "2023-12-30", "2024-01-02"));
    ledger("feb.csv,nothing,5");

    Release second = build("run-2");

    assertThat(months(second)).containsEntry("gold.arrivals", 3);
    assertRows(read(arrivals()))
        .are(
            """
            month   | trucks
            2023-12 | 1
            2024-01 | 1
            2024-03 | 1
            """);
  }

  @Test
  void months_are_computed_again_on_demand_and_nothing_is_written_where_nothing_changed() {
    Release second =
        build("run-2", "rules", Redo.months(YearMonth.of(2024, 1), YearMonth.of(2024, 2)));

    assertThat(months(second))
        .containsEntry("gold.arrivals", 2)
        .containsEntry("gold.two_months", 2);
    assertThat(second.tables().values()).noneMatch(Release.Content::changed);
    first
        .tables()
        .forEach(
            (table, content) ->
                assertThat(second.tables().get(table).version()).isEqualTo(content.version()));
  }

  @Test
  void a_rule_that_a_touched_month_breaks_keeps_the_last_release() {
    deliver(
        new Visit("feb-2", 4, "2024-02-07", "2024-02-08"),
        new Visit("feb-3", 5, "2024-02-07", "2024-02-08"),
        new Visit("feb-4", 6, "2024-02-07", "2024-02-08"));

    assertThatThrownBy(() -> build("run-2"))
        .isInstanceOf(ChecksFailedException.class)
        .hasMessageContaining("gold.arrivals: No more than 3 trucks. Broken by 1 of 1 rows.");
    assertThat(Release.latest(lake)).contains(first);
  }

  @Test
  void months_that_a_killed_run_committed_do_not_stay_behind_those_of_the_next() {
    deliver(new Visit("jan-2", 4, "2024-01-07", "2024-01-08"));
    build("run-2");
    // As if the second run had died before the row of its release, and its file were taken back.
    lake.replace(
        Release.TABLE, lake.read(Release.TABLE).filter("release_no = 1").localCheckpoint(), "");
    ledger("jan-2.csv,nothing,5");
    deliver(new Visit("mar-2", 6, "2024-03-07", "2024-03-08"));

    build("run-3");

    assertRows(read(arrivals())).are("month | trucks\n2024-01 | 1\n2024-02 | 1\n2024-03 | 2");
  }

  private Release build(String runId) {
    return build(runId, "rules", Redo.nothing());
  }

  private Release build(String runId, String rules, Redo redo) {
    return new Build(lake, tables(), Map.of(AsOf.class, AsOf.latest()), Progress.silent())
        .run(runId, AT, rules, redo);
  }

  private Dataset<Row> read(Table table) {
    return Published.latest(lake).read(table);
  }

  private static Map<String, Integer> months(Release release) {
    Map<String, Integer> months = new TreeMap<>();
    release.tables().forEach((table, content) -> months.put(table, content.monthsComputed()));
    return months;
  }

  private List<Table> tables() {
    return List.of(publisher(), Crossing.TABLE, arrivals(), twoMonths(), allTrucks());
  }

  private Table publisher() {
    return Table.named(Layer.SILVER, "publisher")
        .purpose("For this test.")
        .columns(Publisher.SOURCE_ID, Publisher.IS_SIMULATED)
        .oneRowPer(Publisher.SOURCE_ID)
        .computedBy(in -> in.rows(publisher(), List.of(RowFactory.create("platform", false))));
  }

  /** Trucks by the month of their arrival, read from visits that were announced whenever. */
  private static Table arrivals() {
    return Table.named(Layer.GOLD, "arrivals")
        .purpose("For this test.")
        .columns(MONTH, TRUCKS)
        .oneRowPer(MONTH)
        .from(Crossing.TABLE)
        .byMonth(MONTH)
        .check(blocks("No more than 3 trucks.", TRUCKS.col().gt(3)))
        .computedBy(
            in ->
                in.read(Crossing.TABLE).groupBy(MONTH.col()).agg(count(lit(1)).as(TRUCKS.name())));
  }

  private static Table twoMonths() {
    return Table.named(Layer.GOLD, "two_months")
        .purpose("For this test.")
        .columns(MONTH, TRUCKS)
        .oneRowPer(MONTH)
        .from(arrivals())
        .byMonth(MONTH)
        .lookingBack(1)
        .computedBy(
            in -> {
              var next =
                  in.read(arrivals())
                      .selectExpr(
                          "date_format(add_months(to_date(month || '-01'), 1), 'yyyy-MM') AS month",
                          "trucks AS before");
              return in.read(arrivals())
                  .join(next, new String[] {"month"}, "left")
                  .selectExpr("month", "trucks + coalesce(before, 0) AS trucks");
            });
  }

  private static Table allTrucks() {
    return Table.named(Layer.GOLD, "all_trucks")
        .purpose("For this test.")
        .columns(MONTH, TRUCKS)
        .oneRowPer(MONTH)
        .from(arrivals())
        .computedBy(
            in ->
                in.read(arrivals())
                    .agg(sum(TRUCKS.col()).as(TRUCKS.name()))
                    .select(lit("all").as(MONTH.name()), col(TRUCKS.name())));
  }

  /** A truck that was announced and arrived on one day, and left on another. */
  private record Visit(String fileId, int arrivalNo, String came, String left) {}

  private void deliver(Visit... visits) {
    StringBuilder bronze =
        new StringBuilder(
            "file_id | event_on | line_no | month | row_outcome | key_hash | source_id | visit_id | declared_at | departed_at\n");
    StringBuilder months =
        new StringBuilder(
            "file_id | dataset | month | rows_accepted | first_month | last_month | entry_no\n");
    for (Visit visit : visits) {
      String month = visit.came().substring(0, 7);
      bronze.append(
          "%1$s | %2$s | 2 | %3$s | accepted | 7 | platform | %1$s | %2$s 01:00:00 | %4$s 03:00:00%n"
              .formatted(visit.fileId(), visit.came(), month, visit.left()));
      months.append(
          "%s | vehicle_crossings | %s | 1 | %s | %s | %d%n"
              .formatted(
                  visit.fileId(), month, month, visit.left().substring(0, 7), visit.arrivalNo()));
    }
    lake.append(VehicleCrossings.TABLE, rows.of(VehicleCrossings.TABLE, bronze.toString()));
    lake.append(DeliveryMonth.TABLE, rows.of(DeliveryMonth.TABLE, months.toString()));
    ledger(
        Stream.of(visits)
            .map(visit -> "%1$s.csv,%1$s,%2$d".formatted(visit.fileId(), visit.arrivalNo()))
            .toArray(String[]::new));
  }

  /** Deliveries as name, id and number. */
  private void ledger(String... deliveries) {
    StringBuilder ledger =
        new StringBuilder(
            "file_name | file_id | arrival_no | dataset | sha256 | bytes | received_at | accessed_on | rows_read | rows_accepted | rows_quarantined | rows_duplicate\n");
    for (String delivery : deliveries) {
      ledger
          .append(delivery.replace(",", " | "))
          .append(
              " | vehicle_crossings | x | 1 | 2026-01-01 00:00:00 | 2026-01-01 | 1 | 1 | 0 | 0\n");
    }
    lake.append(Delivery.TABLE, rows.of(Delivery.TABLE, ledger.toString()));
  }
}
