package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.DimEvent;
import org.bienmau.gold.DimGate;
import org.bienmau.silver.VehicleCount;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class GateDayTest {
  private final Rows rows;

  GateDayTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  /** The worked example of methods/gate-day.md. */
  @Test
  void what_the_stock_leaves_unexplained_is_shown_and_a_missing_part_is_named() {
    Dataset<Row> counts =
        counts(
            """
            day        | month   | cargo_kind | arrived | cleared | turned_back | waiting
            2024-03-01 | 2024-03 | all        | 40      | 30      | 1           | 369
            2024-03-02 | 2024-03 | all        | 50      | 60      | 2           | 357
            2024-03-03 | 2024-03 | all        | 20      | 30      |             | 350
            2024-03-04 | 2024-03 | all        | 10      | 30      | 0           | 335
            2024-04-01 | 2024-04 | all        | 10      | 5       | 0           | 340
            """);

    assertRows(gateDays(counts, rows.of(VehicleDay.TABLE, "source_id")))
        .in(
            GateDay.MONTH,
            GateDay.DAY,
            GateDay.SECTION_ID,
            GateDay.ORIGIN,
            GateDay.WAITING_BEFORE,
            GateDay.RESIDUAL,
            GateDay.RESIDUAL_REASON,
            GateDay.IS_OPERATING)
        .are(
            """
            month   | day        | section_id | origin | waiting_before | residual | residual_reason | is_operating
            2024-03 | 2024-03-01 | east       | counts |                |          | waiting_before  | true
            2024-03 | 2024-03-02 | east       | counts | 369            | 0        |                 | true
            2024-03 | 2024-03-03 | east       | counts | 357            |          | turned_back     | true
            2024-03 | 2024-03-04 | east       | counts | 350            | 5        |                 | true
            2024-04 | 2024-04-01 | east       | counts |                |          | waiting_before  | true
            """);
  }

  @Test
  void a_day_without_visits_had_none_waiting_and_a_month_begins_with_the_last_day_before_it() {
    Dataset<Row> visits =
        visits(
            """
            day        | month   | cargo_kind | arrived | cleared | turned_back | transferred | waiting
            2024-03-31 | 2024-03 | fruit      | 3       | 1       | 0           | 0           | 2
            2024-04-01 | 2024-04 | fruit      | 0       | 0       | 1           | 1           | 0
            2024-04-09 | 2024-04 | fruit      | 2       | 1       | 0           | 0           | 0
            """);

    assertRows(gateDays(rows.of(VehicleCount.TABLE, "source_id"), visits))
        .in(GateDay.DAY, GateDay.ORIGIN, GateDay.WAITING_BEFORE, GateDay.RESIDUAL)
        .are(
            """
            day        | origin | waiting_before | residual
            2024-03-31 | visits | 0              | 0
            2024-04-01 | visits | 2              | 0
            2024-04-09 | visits | 0              | -1
            """);
  }

  @Test
  void traffic_decides_whether_a_gate_worked_and_the_registers_say_why_it_did_not() {
    Dataset<Row> counts =
        counts(
            """
            day        | month   | cargo_kind | arrived | cleared
            2024-02-09 | 2024-02 | all        | 0       | 4
            2024-02-10 | 2024-02 | all        | 0       | 0
            2024-02-11 | 2024-02 | all        | 0       | 1
            2024-02-14 | 2024-02 | all        | 0       | 0
            """);

    Dataset<Row> days =
        operating(counts, rows.of(VehicleDay.TABLE, "source_id"))
            .filter(DimOperatingDay.DAY.col().between("2024-02-09", "2024-02-15"));
    assertRows(days)
        .in(
            DimOperatingDay.DAY,
            DimOperatingDay.IS_OPERATING,
            DimOperatingDay.STATE,
            DimOperatingDay.CLOSED_BY)
        .are(
            """
            day        | is_operating | state     | closed_by
            2024-02-09 | true         | traffic   |
            2024-02-10 | false        | closed    | new_year
            2024-02-11 | true         | traffic   | new_year
            2024-02-12 | false        | closed    | new_year
            2024-02-13 | false        | no_report |
            2024-02-14 | false        | idle      |
            2024-02-15 | false        | closed    | status suspended
            """);
  }

  private Dataset<Row> gateDays(Dataset<Row> counts, Dataset<Row> visits) {
    return GateDay.compute(counts, visits, operating(counts, visits), gates());
  }

  private Dataset<Row> operating(Dataset<Row> counts, Dataset<Row> visits) {
    Dataset<Row> events =
        rows.of(
            DimEvent.TABLE,
            """
            event_id | first_day  | last_day   | scope_type | scope_ids | effect
            new_year | 2024-02-10 | 2024-02-12 | section    | west east | closure
            slower   | 2024-02-09 | 2024-02-28 | section    | east      | queue
            """);
    return DimOperatingDay.compute(
        counts,
        visits,
        gates(),
        events,
        new Places(places(), rows.of(Places.OF_GOODS, "goods_id")));
  }

  private Dataset<Row> counts(String text) {
    return rows.of(VehicleCount.TABLE, text)
        .withColumn("source_id", lit("office"))
        .withColumn("gate_id", lit("north"))
        .withColumn("direction", lit("export"));
  }

  private Dataset<Row> visits(String text) {
    return rows.of(VehicleDay.TABLE, text)
        .withColumn("source_id", lit("platform"))
        .withColumn("gate_id", lit("north"))
        .withColumn("direction", lit("export"));
  }

  private Dataset<Row> gates() {
    return rows.of(
        DimGate.TABLE,
        """
        gate_id | section_id | status    | valid_from | valid_to
        north   | east       | open      |            | 2024-02-14
        north   | east       | suspended | 2024-02-15 | 2024-02-20
        north   | east       | open      | 2024-02-21 |
        """);
  }

  private Dataset<Row> places() {
    return rows.of(
        Places.OF_GATES,
        """
        gate_id | scope_type | scope_id | section_id
        north   | gate       | north    | east
        north   | section    | east     | east
        """);
  }
}
