package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.required;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class BuildTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final TableColumn PLACE = required("place", StringType, "", "Where.");
  private static final TableColumn TRUCKS = required("trucks", LongType, "count", "How many.");

  private final SparkSession spark;
  private Path root;
  private Lake lake;

  BuildTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void makeLake(@TempDir Path folder) {
    root = folder;
    lake = new Lake(spark, folder.toString());
  }

  @Test
  void a_release_names_the_versions_and_only_what_changed_is_written() {
    build(5).run("run-1", AT, "inputs-1", Redo.nothing());
    Release second = build(5).run("run-2", AT, "inputs-2", Redo.nothing());
    Release third = build(6).run("run-3", AT, "inputs-3", Redo.nothing());

    assertThat(second.tables().values()).noneMatch(Release.Content::changed);
    assertThat(second.tables())
        .extractingByKey("silver.counted")
        .extracting("version")
        .isEqualTo(0L);
    assertThat(third.tables())
        .extractingByKey("silver.counted")
        .extracting("version")
        .isEqualTo(1L);
    assertThat(third.number()).isEqualTo(3);
    assertRows(Published.latest(lake).read(doubled(counted(6))))
        .are("place | trucks\nlao_cai | 12");
  }

  @Test
  void the_same_inputs_write_nothing_at_all() throws Exception {
    Release first = build(5).run("run-1", AT, "inputs-1", Redo.nothing());
    List<String> before = files();

    assertThat(build(5).run("run-2", AT, "inputs-1", Redo.nothing())).isEqualTo(first);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_table_that_is_no_longer_wanted_leaves_the_release_and_comes_back_as_it_was() {
    build(5).run("run-1", AT, "inputs-1", Redo.nothing());

    Release fewer =
        new Build(lake, List.of(counted(5)), Map.of(), Progress.silent())
            .run("run-2", AT, "inputs-1", Redo.nothing());
    assertThatThrownBy(() -> Published.latest(lake).read(doubled(counted(5))))
        .isInstanceOf(NothingPublishedException.class)
        .hasMessage(
            "Cannot read gold.doubled: release 2 was built without it. Build with the setting tables = all, or with this table in its list.");
    Release all = build(5).run("run-3", AT, "inputs-1", Redo.nothing());

    assertThat(fewer.tables()).containsOnlyKeys("silver.counted");
    assertThat(all.tables()).containsOnlyKeys("silver.counted", "gold.doubled");
    assertRows(Published.latest(lake).read(doubled(counted(5))))
        .are("place | trucks\nlao_cai | 10");
  }

  @Test
  void a_broken_blocking_rule_keeps_the_last_release_and_names_every_rule_and_count() {
    Release good = build(5).run("run-1", AT, "inputs-1", Redo.nothing());

    assertThatThrownBy(() -> build(-5).run("run-2", AT, "inputs-2", Redo.nothing()))
        .isInstanceOf(ChecksFailedException.class)
        .hasMessage(
            """
            Cannot publish: 1 blocking rules are broken, so readers keep the last release.
              - silver.counted: No trucks are negative. Broken by 1 of 1 rows.
            Correct the input or the rule, then run again.""");
    assertThat(Release.latest(lake)).contains(good);
    assertRows(Published.latest(lake).read(counted(5))).are("place | trucks\nlao_cai | 5");
    assertRows(lake.read(CheckRecord.TABLE).filter("broken_count > 0"))
        .are(
            """
            run_id | table_id       | rule                     | severity | row_count | broken_count
            run-2  | silver.counted | No trucks are negative.  | blocks   | 1         | 1
            """);
  }

  @Test
  void a_repeated_key_blocks_and_a_warning_does_not() {
    Table twice =
        Table.named(Layer.SILVER, "twice")
            .purpose("For this test.")
            .columns(PLACE, TRUCKS)
            .oneRowPer(PLACE)
            .check(warns("No trucks at all.", TRUCKS.col().gt(0)))
            .computedBy(
                in -> {
                  Row row = RowFactory.create("lao_cai", 1L);
                  return in.rows(counted(1), List.of(row, row));
                });

    assertThatThrownBy(
            () ->
                new Build(lake, List.of(twice), Map.of(), Progress.silent())
                    .run("r", AT, "i", Redo.nothing()))
        .hasMessageContaining(
            "silver.twice: No two rows share the same place. Broken by 1 of 2 rows.")
        .hasMessageNotContaining("No trucks at all.");
  }

  @Test
  void what_a_killed_run_committed_is_used_by_the_next_and_not_seen_before() {
    build(5).run("run-1", AT, "inputs-1", Redo.nothing());
    // As if a run had died between the commits of its tables and the row of its release.
    Release lost = build(7).run("run-2", AT, "inputs-2", Redo.nothing());
    lake.replace(
        Release.TABLE,
        lake.read(Release.TABLE).filter("release_no = 1").localCheckpoint(),
        "killed");
    assertRows(Published.latest(lake).read(counted(5))).are("place | trucks\nlao_cai | 5");

    Release again = build(7).run("run-3", AT, "inputs-2", Redo.nothing());

    assertThat(again.tables()).isEqualTo(lost.tables());
    assertRows(Published.latest(lake).read(counted(7))).are("place | trucks\nlao_cai | 7");
  }

  @Test
  void comments_reach_the_tables_and_nothing_beside_them_is_left() throws Exception {
    build(5).run("run-1", AT, "inputs-1", Redo.nothing());

    List<Row> description =
        spark.sql("DESCRIBE EXTENDED delta.`" + root + "/silver/counted`").collectAsList();
    assertThat(description)
        .anySatisfy(
            row -> assertThat(row.mkString("|")).isEqualTo("trucks|bigint|How many. Unit: count."))
        .anySatisfy(row -> assertThat(row.mkString("|")).startsWith("Comment|For this test."));
    assertThat(files()).noneMatch(file -> file.startsWith(".staging"));
  }

  private Build build(long trucks) {
    Table counted = counted(trucks);
    return new Build(lake, List.of(counted, doubled(counted)), Map.of(), Progress.silent());
  }

  private static Table counted(long trucks) {
    return Table.named(Layer.SILVER, "counted")
        .purpose("For this test.")
        .columns(PLACE, TRUCKS)
        .oneRowPer(PLACE)
        .check(blocks("No trucks are negative.", TRUCKS.col().lt(0)))
        .computedBy(in -> in.rows(counted(trucks), List.of(RowFactory.create("lao_cai", trucks))));
  }

  private static Table doubled(Table counted) {
    return Table.named(Layer.GOLD, "doubled")
        .purpose("For this test.")
        .columns(PLACE, TRUCKS)
        .oneRowPer(PLACE)
        .from(counted)
        .check(blocks("No more than 99 trucks.", TRUCKS.col().gt(99)))
        .computedBy(
            in -> in.read(counted).withColumn(TRUCKS.name(), TRUCKS.col().multiply(lit(2L))));
  }

  private List<String> files() throws Exception {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
