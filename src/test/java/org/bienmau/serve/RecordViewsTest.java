package org.bienmau.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.VehicleCounts;
import org.bienmau.pipeline.Build;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.Progress;
import org.bienmau.pipeline.Published;
import org.bienmau.pipeline.Redo;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.silver.Publisher;
import org.bienmau.silver.Superseded;
import org.bienmau.silver.VehicleCount;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class RecordViewsTest {
  private static final Registers REGISTERS =
      Registers.load(
          RegisterFiles.in(
              Path.of(System.getProperty("bienmau.basedir", "."), "conf", "reference")));

  private final SparkSession spark;
  private final Path folder;
  private final Lake lake;

  RecordViewsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.lake = new Lake(spark, folder.resolve("lake").toString());
  }

  @AfterEach
  void forget() {
    for (Layer layer : Layer.values()) {
      spark.sql("DROP DATABASE IF EXISTS %s CASCADE".formatted(layer.id()));
    }
  }

  @Test
  void a_view_shows_what_the_table_computes_and_stays_with_its_release() {
    record();
    publish(AsOf.latest());
    Dataset<Row> view = view();

    assertRows(view.select("day", "cleared", "is_simulated", "file_id", "line_no"))
        .are(
            """
            day        | cleared | is_simulated | file_id | line_no
            2024-03-01 | 12      | false        | new     | 2
            2024-03-02 | 20      | true         | other   | 3
            """);
    assertSame(view);

    lake.append(Delivery.TABLE, deliveries("late | vehicle_counts | a.csv | 9 | 2024-03-09"));
    assertRows(view().select("line_no"))
        .are(
            """
            line_no
            2
            3
            """);
  }

  @Test
  void a_release_as_of_a_day_knows_what_was_known_then() {
    record();
    publish(new AsOf(LocalDate.of(2024, 3, 4)));
    Dataset<Row> view = view();

    assertRows(view.select("day", "cleared", "file_id", "line_no"))
        .are(
            """
            day        | cleared | file_id | line_no
            2024-03-01 | 10      | old     | 2
            """);
    assertSame(view);
  }

  private void assertSame(Dataset<Row> view) {
    Dataset<Row> table = Published.latest(lake).read(VehicleCount.TABLE);
    assertThat(table.columns()).isEqualTo(view.columns());
    assertThat(view.exceptAll(table).union(table.exceptAll(view)).collectAsList()).isEmpty();
    assertThat(table.count()).isPositive();
  }

  private Dataset<Row> view() {
    CatalogViews.create(
        spark,
        Published.latest(lake),
        folder.resolve("views").toString(),
        table -> table.equals(VehicleCount.TABLE));
    return spark.table("silver.vehicle_count");
  }

  private void publish(AsOf asOf) {
    new Build(
            lake,
            List.of(Publisher.TABLE, VehicleCount.TABLE),
            Map.of(AsOf.class, asOf, Registers.class, REGISTERS),
            Progress.silent())
        .run("run", Instant.EPOCH, "rules", Redo.nothing());
  }

  /** A file that was delivered twice, and another one with a refused and a superseded row. */
  private void record() {
    Rows rows = new Rows(spark);
    lake.append(
        VehicleCounts.TABLE,
        rows.of(
            VehicleCounts.TABLE,
            """
            file_id | line_no | month   | event_on   | row_outcome | key_hash | content_hash | source_id       | gate_id  | day        | direction | cargo_kind | cleared | published_at
            old     | 2       | 2024-03 | 2024-03-01 | accepted    | 1        | 5            | Vietnam Customs | huu_nghi | 2024-03-01 | export    | all        | 10      | 2024-03-02T02:00:00Z
            new     | 2       | 2024-03 | 2024-03-01 | accepted    | 1        | 6            | Vietnam Customs | huu_nghi | 2024-03-01 | export    | all        | 12      | 2024-03-03T02:00:00Z
            other   | 2       |         |            | quarantined |          |              |                 |          |            |           |            |         |
            other   | 3       | 2024-03 | 2024-03-02 | accepted    | 2        | 7            | simulated       | huu_nghi | 2024-03-02 | export    | all        | 20      | 2024-03-03T02:00:00Z
            other   | 4       | 2024-03 | 2024-03-02 | accepted    | 2        | 8            | simulated       | huu_nghi | 2024-03-02 | export    | all        | 19      | 2024-03-02T02:00:00Z
            """));
    lake.append(
        Superseded.TABLE,
        rows.of(
            Superseded.TABLE,
            """
            dataset        | month   | file_id | line_no | reason  | by_file_id | by_line_no
            vehicle_counts | 2024-03 | other   | 4       | revised | other      | 3
            """));
    lake.append(
        Delivery.TABLE,
        deliveries(
            """
            old   | vehicle_counts | a.csv | 1 | 2024-03-04
            new   | vehicle_counts | a.csv | 2 | 2024-03-05
            other | vehicle_counts | b.csv | 3 | 2024-03-06"""));
  }

  private Dataset<Row> deliveries(String lines) {
    StringBuilder text =
        new StringBuilder(
            "file_id | dataset | file_name | arrival_no | received_at | sha256 | bytes | accessed_on | rows_read | rows_accepted | rows_quarantined | rows_duplicate | contract_version | judged_with\n");
    lines
        .lines()
        .forEach(
            line ->
                text.append(line)
                    .append("T03:00:00Z | x | 1 | 2024-03-01 | 1 | 1 | 0 | 0 | 1.0.0 | x\n"));
    return new Rows(spark).of(Delivery.TABLE, text.toString());
  }
}
