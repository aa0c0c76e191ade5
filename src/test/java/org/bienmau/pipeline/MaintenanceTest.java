package org.bienmau.pipeline;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bienmau.table.TableColumn.required;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bronze.VehicleCrossings;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class MaintenanceTest {
  private static final TableColumn NUMBER = required("number", LongType, "count", "A number.");
  private static final Table NUMBERS =
      Table.named(Layer.GOLD, "numbers")
          .purpose("For this test.")
          .columns(NUMBER)
          .oneRowPer(NUMBER)
          .recorded();

  /** After every file of this test was written. */
  private static final Instant LATER = Instant.parse("2100-01-15T00:00:00Z");

  private final Rows rows;
  private final Lake lake;

  MaintenanceTest(SparkSession spark, @TempDir Path folder) {
    this.rows = new Rows(spark);
    this.lake = new Lake(spark, folder.resolve("a lake").toString());
  }

  @Test
  void releases_that_were_current_stay_readable_and_earlier_ones_make_room() {
    publish(1, "2100-01-01T00:00:00Z");
    publish(2, "2100-01-10T00:00:00Z");
    publish(3, "2100-01-20T00:00:00Z");
    Maintenance maintenance =
        new Maintenance(lake, List.of(Release.TABLE), List.of(NUMBERS), Progress.silent());

    List<Maintenance.Work> found = maintenance.look(LATER);
    List<Maintenance.Work> done = maintenance.run(LATER);

    assertThat(found).isEqualTo(done);
    assertThat(found)
        .extracting(Maintenance.Work::table, Maintenance.Work::files, Maintenance.Work::small)
        .containsExactly(tuple(Release.TABLE, 3L, 3L), tuple(NUMBERS, 1L, 0L));
    assertThat(found.get(1).unneeded()).isEqualTo(1);
    assertThat(found.get(1).unneededBytes()).isPositive();
    assertThat(number(1)).isEqualTo(2);
    assertThat(number(2)).isEqualTo(3);
    assertThat(new LakeFiles(lake).of(NUMBERS)).hasSize(2);
    assertThat(new LakeFiles(lake).named(Release.TABLE, 3).newest()).hasSize(1);
    assertThat(Release.all(lake)).extracting(Release::number).containsExactly(1L, 2L, 3L);
  }

  @Test
  void what_a_killed_ingest_left_is_taken_back_and_not_put_together_with_what_counts() {
    take(1, "");
    take(2, Leftovers.remark(1));

    new Maintenance(lake, List.of(VehicleCrossings.TABLE), List.of(), Progress.silent()).run(LATER);

    assertThat(lake.read(VehicleCrossings.TABLE).select("visit_id").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("1");
  }

  @Test
  void what_delta_has_forgotten_of_a_log_is_asked_of_delta() throws IOException {
    for (int number = 0; number <= 4; number++) {
      lake.replace(NUMBERS, rows.of(NUMBERS, "number\n" + number).coalesce(1), "");
      if (number == 0) {
        lake.spark()
            .sql(
                "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.checkpointInterval' = '2')"
                    .formatted(lake.path(NUMBERS)));
      }
    }
    LakeFiles.Named whole = new LakeFiles(lake).named(NUMBERS, 4);
    assertThat(whole.newest()).hasSize(1);
    assertThat(whole.since()).hasSize(2).containsAll(whole.newest());

    Path log = Path.of(lake.path(NUMBERS), "_delta_log");
    for (int version = 0; version < 4; version++) {
      Files.delete(log.resolve("%020d.json".formatted(version)));
    }

    assertThat(new LakeFiles(lake).named(NUMBERS, 4)).isEqualTo(whole);
  }

  private void publish(long number, String at) {
    lake.replace(NUMBERS, rows.of(NUMBERS, "number\n" + number).coalesce(1), "");
    Release release =
        new Release(
            number,
            Instant.parse(at),
            "run",
            "inputs",
            AsOf.latest(),
            0,
            Map.of(
                NUMBERS.id(),
                new Release.Content(
                    lake.head(NUMBERS).orElseThrow().version(), 1, "1", true, "rules", null)),
            Map.of());
    lake.append(Release.TABLE, lake.local(release.rows(), Release.TABLE.schema()).coalesce(1));
  }

  private long number(long version) {
    return lake.read(NUMBERS, version).head().getLong(0);
  }

  private void take(int visit, String remark) {
    lake.append(
        VehicleCrossings.TABLE,
        rows.of(
                VehicleCrossings.TABLE,
                "visit_id | month | event_on\n%d | 2024-01 | 2024-01-05".formatted(visit))
            .coalesce(1),
        remark);
  }
}
