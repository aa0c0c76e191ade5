package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.DimGate;
import org.bienmau.silver.Crossing;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class DwellTimeTest {
  private final Rows rows;

  DwellTimeTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  /** The worked example of methods/dwell-time.md: 10, 20, 30 and 1,500 minutes. */
  @Test
  void percentiles_lie_between_two_durations_in_proportion() {
    Dataset<Row> visits =
        visits(
            """
            visit_id | cargo_kind | outcome | arrived_at          | cleared_at
            a        | fruit      | cleared | 2024-03-01 00:00:00 | 2024-03-01 00:10:00
            b        | fruit      | cleared | 2024-03-01 00:00:00 | 2024-03-01 00:20:00
            c        | fruit      | cleared | 2024-03-01 00:00:00 | 2024-03-01 00:30:00
            d        | fruit      | cleared | 2024-03-01 00:00:00 | 2024-03-02 01:00:00
            """);

    assertRows(stage(visits, "arrived_cleared", "all"))
        .in(
            DwellTime.VISITS,
            DwellTime.N,
            DwellTime.MEAN_MINUTES,
            DwellTime.P50_MINUTES,
            DwellTime.P90_MINUTES,
            DwellTime.P95_MINUTES,
            DwellTime.WITHIN_24H_PCT,
            DwellTime.BUFFER_INDEX_PCT)
        .are(
            """
            visits | n | mean_minutes | p50_minutes | p90_minutes | p95_minutes | within_24h_pct | buffer_index_pct
            4      | 4 | 390.0000     | 25.0000     | 1059.0000   | 1279.5000   | 75.0000        | 228.0769
            """);
  }

  @Test
  void only_visits_that_should_have_both_times_can_miss_them_and_backward_ones_are_left_out() {
    Dataset<Row> visits =
        visits(
            """
            visit_id | cargo_kind | outcome     | arrived_at          | cleared_at          | departed_at
            a        | fruit      | cleared     | 2024-03-01 00:00:00 | 2024-03-01 01:00:00 | 2024-03-01 02:00:00
            b        | fruit      | cleared     | 2024-03-01 00:00:00 |                     | 2024-03-01 04:00:00
            c        | fruit      | cleared     | 2024-03-01 00:00:00 | 2024-02-29 00:00:00 |
            d        | fruit      | turned_back | 2024-03-01 00:00:00 |                     | 2024-03-01 03:00:00
            e        | other      | waiting     |                     |                     |
            """);

    assertRows(
            DwellTime.compute(visits, gates())
                .filter(
                    DwellTime.CARGO_KIND
                        .col()
                        .equalTo("all")
                        .and(DwellTime.STAGE.col().notEqual("arrived_inspected"))))
        .in(
            DwellTime.STAGE,
            DwellTime.VISITS,
            DwellTime.N,
            DwellTime.N_MISSING,
            DwellTime.N_OUT_OF_ORDER,
            DwellTime.MEAN_MINUTES,
            DwellTime.P50_MINUTES,
            DwellTime.WITHIN_24H_PCT)
        .are(
            """
            stage             | visits | n | n_missing | n_out_of_order | mean_minutes | p50_minutes | within_24h_pct
            declared_arrived  | 5      | 4 | 1         | 0              | 60.0000      | 60.0000     | 100.0000
            inspected_cleared | 3      | 0 | 3         | 0              |              |             |
            arrived_cleared   | 3      | 1 | 1         | 1              | 60.0000      | 60.0000     | 100.0000
            cleared_departed  | 3      | 1 | 2         | 0              | 60.0000      | 60.0000     | 100.0000
            arrived_departed  | 4      | 3 | 1         | 0              | 180.0000     | 180.0000    | 100.0000
            """);
  }

  @Test
  void all_kinds_together_have_rows_beside_each_kind() {
    Dataset<Row> visits =
        visits(
            """
            visit_id | cargo_kind | outcome | arrived_at          | cleared_at
            a        | fruit      | cleared | 2024-03-01 00:00:00 | 2024-03-01 00:10:00
            b        | other      | cleared | 2024-03-01 00:00:00 | 2024-03-01 00:30:00
            """);

    assertRows(
            DwellTime.compute(visits, gates())
                .filter(DwellTime.STAGE.col().equalTo("arrived_cleared")))
        .in(DwellTime.CARGO_KIND, DwellTime.SECTION_ID, DwellTime.N, DwellTime.P50_MINUTES)
        .are(
            """
            cargo_kind | section_id | n | p50_minutes
            fruit      | east       | 1 | 10.0000
            other      | east       | 1 | 30.0000
            all        | east       | 2 | 20.0000
            """);
  }

  private Dataset<Row> stage(Dataset<Row> visits, String stage, String cargo) {
    return DwellTime.compute(visits, gates())
        .filter(
            DwellTime.STAGE.col().equalTo(stage).and(DwellTime.CARGO_KIND.col().equalTo(cargo)));
  }

  private Dataset<Row> visits(String text) {
    return rows.of(Crossing.TABLE, text)
        .withColumn("source_id", lit("platform"))
        .withColumn("gate_id", lit("north"))
        .withColumn("direction", lit("export"))
        .withColumn("month", lit("2024-02"))
        .withColumn("declared_at", lit("2024-02-29 23:00:00").cast("timestamp"));
  }

  private Dataset<Row> gates() {
    return rows.of(DimGate.TABLE, "gate_id | section_id\nnorth | east");
  }
}
