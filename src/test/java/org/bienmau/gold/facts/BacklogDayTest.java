package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.reference.CongestionLevel;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class BacklogDayTest {
  private static final List<CongestionLevel> LEVELS =
      List.of(
          level("green", 0, 0),
          level("yellow", 1, 500),
          level("orange", 2, 1000),
          level("red", 3, 5000));

  private final Rows rows;

  BacklogDayTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  /** The worked example of methods/backlog.md. */
  @Test
  void the_queue_is_set_against_the_mean_of_the_last_seven_days_of_work() {
    StringBuilder days = new StringBuilder("day | cleared | waiting | is_operating\n");
    int[] cleared = {999, 60, 70, 80, 90, 60, 70, 53};
    for (int i = 0; i < cleared.length; i++) {
      days.append(
          "%s | %d | 400 | true\n".formatted(LocalDate.of(2022, 2, 1).plusDays(i), cleared[i]));
    }
    days.append("2022-02-09 | 0 | 500 | false\n");
    days.append("2022-02-10 | 69 | 1082 | true\n");

    assertRows(
            backlog(days.toString(), "north")
                .filter(
                    BacklogDay.SCOPE_TYPE
                        .col()
                        .equalTo("gate")
                        .and(BacklogDay.DAY.col().geq("2022-02-08"))))
        .in(
            BacklogDay.DAY,
            BacklogDay.WAITING,
            BacklogDay.LEVEL,
            BacklogDay.PACE,
            BacklogDay.PACE_DAYS,
            BacklogDay.PACE_FROM,
            BacklogDay.DAYS_TO_CLEAR,
            BacklogDay.DAYS_AT_CAPACITY_LOW,
            BacklogDay.DAYS_AT_CAPACITY_HIGH)
        .are(
            """
            day        | waiting | level  | cleared_per_operating_day | pace_days | pace_from  | days_to_clear | days_at_capacity_low | days_at_capacity_high
            2022-02-08 | 400     | green  | 69.0000                   | 7         | 2022-02-02 | 5.7971        | 5.0000               | 8.0000
            2022-02-09 | 500     | green  | 69.0000                   | 7         | 2022-02-02 | 7.2464        | 6.2500               | 10.0000
            2022-02-10 | 1082    | orange | 70.2857                   | 7         | 2022-02-03 | 15.3943       |                      |
            """);
  }

  @Test
  void a_queue_without_a_pace_has_a_reason_instead_of_days() {
    assertRows(
            backlog(
                    """
                    day        | cleared | waiting | is_operating
                    2022-02-01 | 0       | 5001    | false
                    2022-02-02 | 0       | 10      | true
                    2022-02-03 |         |         | true
                    """,
                    "north")
                .filter(BacklogDay.SCOPE_TYPE.col().equalTo("gate")))
        .in(
            BacklogDay.DAY,
            BacklogDay.LEVEL,
            BacklogDay.PACE_DAYS,
            BacklogDay.DAYS_TO_CLEAR,
            BacklogDay.DAYS_REASON)
        .are(
            """
            day        | level | pace_days | days_to_clear | days_reason
            2022-02-01 | red   | 0         |               | no_operating_day
            2022-02-02 | green | 1         |               | nothing_cleared
            """);
  }

  @Test
  void a_section_holds_the_stock_of_its_gates_and_a_gate_that_of_its_lanes() {
    Dataset<Row> days =
        gateDays("day | cleared | waiting | is_operating\n2022-02-01 | 1 | 400 | true", "north")
            .unionByName(
                gateDays(
                    "day | cleared | waiting | is_operating\n2022-02-01 | 3 | 200 | true", "lane"));

    assertRows(BacklogDay.compute(days, places(), capacities(), LEVELS))
        .in(
            BacklogDay.SCOPE_TYPE,
            BacklogDay.SCOPE_ID,
            BacklogDay.WAITING,
            BacklogDay.GATES_REPORTING,
            BacklogDay.CLEARED,
            BacklogDay.LEVEL)
        .are(
            """
            scope_type | scope_id | waiting | gates_reporting | cleared | level
            gate       | north    | 600     | 2               | 4       | yellow
            gate       | lane     | 200     | 1               | 3       | green
            section    | east     | 600     | 2               | 4       | yellow
            """);
  }

  @Test
  void of_two_rows_of_a_day_that_of_all_cargo_counts() {
    Dataset<Row> days =
        gateDays(
            "day | cargo_kind | cleared | waiting | is_operating\n2022-02-01 | all | 9 | 9 | true\n2022-02-01 | fruit | 4 | 4 | true\n2022-02-01 | other | 4 | | true",
            "north");

    assertRows(GateTotals.of(days)).are("cleared | waiting\n9 | 9");
    assertRows(GateTotals.of(days.filter(GateDay.CARGO_KIND.col().notEqual("all"))))
        .are("cleared | waiting\n8 | ");
  }

  @Test
  void an_episode_bridges_one_day_and_ends_at_two() {
    Dataset<Row> backlog =
        rows.of(
                BacklogDay.TABLE,
                """
                day        | waiting | level  | level_order | days_to_clear
                2022-02-01 | 600     | yellow | 1           | 5
                2022-02-02 | 1500    | orange | 2           | 9
                2022-02-03 | 400     | green  | 0           | 3
                2022-02-04 | 6000    | red    | 3           |
                2022-02-05 | 6000    | red    | 3           | 60
                2022-02-08 | 501     | yellow | 1           | 4
                """)
            .withColumn("scope_id", lit("north"));

    assertRows(CongestionEpisode.compute(backlog))
        .are(
            """
            first_day  | last_day   | days | days_yellow | days_orange | days_red | days_between | peak_waiting | peak_day   | worst_level | days_to_clear_at_peak
            2022-02-01 | 2022-02-05 | 5    | 1           | 1           | 2        | 1            | 6000         | 2022-02-04 | red         |
            2022-02-08 | 2022-02-08 | 1    | 1           | 0           | 0        | 0            | 501          | 2022-02-08 | yellow      | 4.0000
            """);
  }

  private Dataset<Row> backlog(String text, String gate) {
    return BacklogDay.compute(gateDays(text, gate), places(), capacities(), LEVELS);
  }

  private Dataset<Row> capacities() {
    return rows.of(
        Capacities.SCHEMA,
        """
        gate_id | direction | capacity_from | capacity_to | capacity_low | capacity_high
        north   | total     |               | 2022-02-09  | 50           | 80
        north   | export    |               |             | 10           | 20
        """);
  }

  private Dataset<Row> gateDays(String text, String gate) {
    Dataset<Row> days =
        rows.of(GateDay.TABLE, text)
            .withColumn("source_id", lit("office"))
            .withColumn("origin", lit("counts"))
            .withColumn("gate_id", lit(gate))
            .withColumn("direction", lit("export"));
    return text.contains("cargo_kind") ? days : days.withColumn("cargo_kind", lit("all"));
  }

  private Places places() {
    return new Places(
        rows.of(
            Places.OF_GATES,
            """
            gate_id | scope_type | scope_id | section_id
            north   | gate       | north    | east
            lane    | gate       | lane     | east
            lane    | gate       | north    | east
            north   | section    | east     | east
            lane    | section    | east     | east
            lane    | area       | border   |
            """),
        rows.of(Places.OF_GOODS, "goods_id"));
  }

  private static CongestionLevel level(String id, int order, int above) {
    return new CongestionLevel(id, order, id, id, above, "made up", "");
  }
}
