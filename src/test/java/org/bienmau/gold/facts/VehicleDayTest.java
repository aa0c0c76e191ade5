package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.DimGate;
import org.bienmau.measure.Calendar;
import org.bienmau.silver.Crossing;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class VehicleDayTest {
  private final Rows rows;

  VehicleDayTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  /** The worked example of methods/vehicle-day.md; times are UTC, 17:00 is midnight at the gate. */
  @Test
  void each_stage_counts_on_its_own_local_day_and_a_truck_waits_at_the_end_of_the_days_between() {
    Dataset<Row> visits =
        visits(
            """
            visit_id | cargo_kind | outcome | declared_at         | arrived_at          | cleared_at          | departed_at         | declared_online | net_tonnes | revised_at
            a        | fruit      | cleared | 2024-03-30 16:00:00 | 2024-03-30 17:30:00 | 2024-04-01 18:00:00 | 2024-04-01 19:00:00 | true            | 20.500     | 2024-04-02 00:00:00
            b        | fruit      | cleared | 2024-03-31 01:00:00 | 2024-03-31 02:00:00 | 2024-03-31 03:00:00 | 2024-03-31 04:00:00 | false           |            | 2024-04-02 00:00:00
            """);

    assertRows(VehicleDay.compute(visits, gates()))
        .in(
            VehicleDay.MONTH,
            VehicleDay.DAY,
            VehicleDay.SECTION_ID,
            VehicleDay.DECLARED,
            VehicleDay.DECLARED_ONLINE,
            VehicleDay.ARRIVED,
            VehicleDay.CLEARED,
            VehicleDay.LOADED,
            VehicleDay.WEIGHED,
            VehicleDay.NET_TONNES,
            VehicleDay.WAITING)
        .are(
            """
            month   | day        | section_id | declared | declared_online | arrived | cleared | loaded | weighed | net_tonnes | waiting
            2024-03 | 2024-03-30 | east       | 1        | 1               | 0       | 0       | 0      | 0       | 0.0000     | 0
            2024-03 | 2024-03-31 | east       | 1        | 0               | 2       | 1       | 1      | 0       | 0.0000     | 1
            2024-04 | 2024-04-01 | east       | 0        | 0               | 0       | 0       | 0      | 0       | 0.0000     | 1
            2024-04 | 2024-04-02 | east       | 0        | 0               | 0       | 1       | 1      | 1       | 20.5000    | 0
            """);
  }

  @Test
  void a_truck_that_is_not_cleared_leaves_when_it_departs_or_else_at_its_latest_stage() {
    Dataset<Row> visits =
        visits(
            """
            visit_id | cargo_kind | outcome     | declared_at         | arrived_at          | inspected_at        | departed_at         | declared_online | revised_at
            c        | other      | turned_back | 2024-03-01 01:00:00 | 2024-03-01 02:00:00 |                     | 2024-03-03 02:00:00 | true            | 2024-03-09 00:00:00
            d        | other      | transferred | 2024-03-01 01:00:00 | 2024-03-01 02:00:00 | 2024-03-02 02:00:00 |                     | true            | 2024-03-09 00:00:00
            e        | other      | waiting     | 2024-03-01 01:00:00 | 2024-03-01 02:00:00 |                     |                     | true            | 2024-03-02 00:00:00
            """);

    assertRows(VehicleDay.compute(visits, gates()))
        .in(
            VehicleDay.DAY,
            VehicleDay.ARRIVED,
            VehicleDay.CLEARED,
            VehicleDay.TURNED_BACK,
            VehicleDay.TRANSFERRED,
            VehicleDay.WAITING)
        .are(
            """
            day        | arrived | cleared | turned_back | transferred | waiting
            2024-03-01 | 3       | 0       | 0           | 0           | 3
            2024-03-02 | 0       | 0       | 0           | 1           | 2
            2024-03-03 | 0       | 0       | 1           | 0           | 0
            """);
  }

  @Test
  void missing_and_backward_times_have_columns_of_their_own() {
    Dataset<Row> visits =
        visits(
            """
            visit_id | cargo_kind | outcome | declared_at         | arrived_at          | inspected_at        | cleared_at          | departed_at         | declared_online | revised_at
            f        | empty      | cleared | 2024-03-01 01:00:00 | 2024-03-01 02:00:00 |                     |                     | 2024-03-02 02:00:00 | true            | 2024-03-09 00:00:00
            g        | empty      | cleared | 2024-03-01 01:00:00 | 2024-03-01 02:00:00 |                     |                     |                     | true            | 2024-03-09 00:00:00
            h        | empty      | cleared | 2024-03-01 01:00:00 |                     | 2024-03-01 05:00:00 | 2024-03-01 04:00:00 |                     | true            | 2024-03-09 00:00:00
            i        | empty      | cleared | 2024-03-01 01:00:00 | 2024-03-02 02:00:00 |                     | 2024-03-01 04:00:00 |                     | true            | 2024-03-09 00:00:00
            """);

    assertRows(VehicleDay.compute(visits, gates()))
        .in(
            VehicleDay.DAY,
            VehicleDay.DECLARED,
            VehicleDay.ARRIVED,
            VehicleDay.CLEARED,
            VehicleDay.EMPTY,
            VehicleDay.WAITING,
            VehicleDay.OUT_OF_ORDER,
            VehicleDay.UNDATED)
        .are(
            """
            day        | declared | arrived | cleared | empty | waiting | out_of_order | undated
            2024-03-01 | 4        | 2       | 2       | 2     | 1       | 2            | 1
            2024-03-02 | 0        | 1       | 1       | 1     | 0       | 0            | 0
            """);
  }

  private Dataset<Row> visits(String text) {
    return rows.of(Crossing.TABLE, text)
        .withColumn("source_id", lit("platform"))
        .withColumn("gate_id", lit("north"))
        .withColumn("direction", lit("export"))
        .withColumn("event_on", Calendar.localDay(Crossing.DECLARED_AT.col()));
  }

  private Dataset<Row> gates() {
    return rows.of(DimGate.TABLE, "gate_id | section_id\nnorth | east");
  }
}
