package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.silver.Figure;
import org.bienmau.silver.Publisher;
import org.bienmau.table.AsOf;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class RecordCellTest {
  private static final String NOTHING_PRINTED = "measure_id";

  private final Rows rows;

  RecordCellTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  /** The worked example of methods/record-cell.md. */
  @Test
  void lines_are_added_up_over_lanes_sections_border_groups_and_directions() {
    Dataset<Row> trade =
        trade(
            """
            month   | section_id | gate_id | direction | goods_id | value_usd | net_kg | lines | lines_unconverted | last_day
            2024-05 | east       | gate    | export    | mango    | 100       | 1000   | 1     | 0                 | 2024-05-31
            2024-05 | east       | lane    | import    | mango    | 30        | 500    | 2     | 1                 | 2024-05-31
            2024-05 | west       | far     | export    | coal     | 7         | 9000   | 1     | 0                 | 2024-05-31
            """);

    assertRows(cells(trade).filter(Figure.MEASURE_ID.col().equalTo("trade_value")))
        .in(
            Figure.SCOPE_TYPE,
            Figure.SCOPE_ID,
            Figure.SECTION_ID,
            Figure.DIRECTION,
            Figure.GOODS_ID,
            Figure.VALUE,
            Figure.QUALIFIER,
            RecordCell.RECORDS)
        .are(
            """
            scope_type | scope_id | section_id | direction | goods_id | value    | qualifier | records
            gate       | gate     | east       | export    | all      | 100.0000 | exact     | 1
            gate       | gate     | east       | import    | all      | 30.0000  | over      | 1
            gate       | gate     | east       | total     | all      | 130.0000 | over      | 2
            gate       | lane     | east       | import    | all      | 30.0000  | over      | 1
            gate       | lane     | east       | total     | all      | 30.0000  | over      | 1
            gate       | far      | west       | export    | all      | 7.0000   | exact     | 1
            gate       | far      | west       | total     | all      | 7.0000   | exact     | 1
            section    | east     | east       | export    | mango    | 100.0000 | exact     | 1
            section    | east     | east       | import    | mango    | 30.0000  | over      | 1
            section    | east     | east       | total     | mango    | 130.0000 | over      | 2
            section    | east     | east       | export    | all      | 100.0000 | exact     | 1
            section    | east     | east       | import    | all      | 30.0000  | over      | 1
            section    | east     | east       | total     | all      | 130.0000 | over      | 2
            section    | west     | west       | export    | coal     | 7.0000   | exact     | 1
            section    | west     | west       | total     | coal     | 7.0000   | exact     | 1
            section    | west     | west       | export    | all      | 7.0000   | exact     | 1
            section    | west     | west       | total     | all      | 7.0000   | exact     | 1
            area       | border   |            | export    | mango    | 100.0000 | exact     | 1
            area       | border   |            | import    | mango    | 30.0000  | over      | 1
            area       | border   |            | total     | mango    | 130.0000 | over      | 2
            area       | border   |            | export    | coal     | 7.0000   | exact     | 1
            area       | border   |            | total     | coal     | 7.0000   | exact     | 1
            area       | border   |            | export    | all      | 107.0000 | exact     | 2
            area       | border   |            | import    | all      | 30.0000  | over      | 1
            area       | border   |            | total     | all      | 137.0000 | over      | 3
            """);
  }

  @Test
  void a_lane_counts_for_its_gate_from_its_first_whole_month_and_the_border_needs_all_sections() {
    Dataset<Row> trade =
        trade(
            """
            month   | section_id | gate_id | direction | goods_id | value_usd | net_kg | lines | lines_unconverted | last_day
            2024-04 | east       | lane    | export    | mango    | 10        | 1      | 1     | 0                 | 2024-04-30
            2024-05 | east       | lane    | export    | mango    | 20        | 1      | 1     | 0                 | 2024-05-31
            """);

    assertRows(
            cells(trade)
                .filter(
                    Figure.MEASURE_ID
                        .col()
                        .equalTo("trade_value")
                        .and(Figure.DIRECTION.col().equalTo("total"))
                        .and(Figure.GOODS_ID.col().equalTo("all"))))
        .in(Figure.PERIOD_ID, Figure.SCOPE_ID, Figure.VALUE)
        .are(
            """
            period_id | scope_id | value
            2024-04   | lane     | 10.0000
            2024-04   | east     | 10.0000
            2024-05   | lane     | 20.0000
            2024-05   | gate     | 20.0000
            2024-05   | east     | 20.0000
            """);
  }

  @Test
  void longer_periods_need_all_months_and_the_last_month_is_a_range_until_it_is_whole() {
    Dataset<Row> trade =
        trade(
            """
            month   | section_id | gate_id | direction | goods_id | value_usd | net_kg | lines | lines_unconverted | last_day
            2024-01 | west       | far     | export    | coal     | 1         | 1      | 1     | 0                 | 2024-01-30
            2024-02 | east       | lane    | export    | coal     | 9         | 1      | 1     | 0                 | 2024-02-10
            2024-03 | west       | far     | export    | coal     | 2         | 1      | 1     | 0                 | 2024-03-01
            2024-04 | west       | far     | export    | coal     | 4         | 1      | 1     | 0                 | 2024-04-30
            2024-06 | west       | far     | export    | coal     | 8         | 1      | 1     | 0                 | 2024-06-17
            """);

    assertRows(
            cells(trade)
                .filter(
                    Figure.MEASURE_ID
                        .col()
                        .equalTo("trade_value")
                        .and(Figure.SCOPE_ID.col().equalTo("far"))
                        .and(Figure.DIRECTION.col().equalTo("total"))))
        .in(
            Figure.PERIOD_ID,
            Figure.PERIOD_KIND,
            Figure.PERIOD_START,
            Figure.PERIOD_END,
            Figure.VALUE)
        .are(
            """
            period_id              | period_kind | period_start | period_end | value
            2024-01                | month       | 2024-01-01   | 2024-01-31 | 1.0000
            2024-03                | month       | 2024-03-01   | 2024-03-31 | 2.0000
            2024-M01-M02           | jan_feb     | 2024-01-01   | 2024-02-29 | 1.0000
            2024-Q1                | quarter     | 2024-01-01   | 2024-03-31 | 3.0000
            2024-04                | month       | 2024-04-01   | 2024-04-30 | 4.0000
            2024-06-01..2024-06-17 | range       | 2024-06-01   | 2024-06-17 | 8.0000
            """);
  }

  @Test
  void trucks_have_a_sum_a_mean_a_peak_and_a_stock_at_the_end_of_the_month() {
    Dataset<Row> vehicles =
        rows.of(
                VehicleDay.TABLE,
                """
                month   | day        | section_id | gate_id | direction | cargo_kind | declared | arrived | cleared | waiting | known_from
                2024-02 | 2024-02-01 | west       | far     | export    | fruit      | 1        | 9       | 5       | 4       | 2024-03-01 20:00:00
                2024-02 | 2024-02-01 | west       | far     | import    | other      | 1        | 7       | 7       | 0       | 2024-03-01 20:00:00
                2024-02 | 2024-02-29 | west       | far     | export    | fruit      | 1        | 9       | 17      | 3       | 2024-03-01 20:00:00
                """)
            .withColumn("source_id", lit("office"));

    assertRows(
            RecordCell.compute(
                    rows.of(TradeMonth.TABLE, "source_id"),
                    vehicles,
                    noCounts(),
                    printed(NOTHING_PRINTED),
                    publishers(),
                    places())
                .filter(
                    Figure.SCOPE_ID
                        .col()
                        .equalTo("far")
                        .and(Figure.DIRECTION.col().equalTo("total"))))
        .are(
            """
            measure_id            | period_id        | period_kind | value   | unit         | rule           | records | source_tier | regime         | known_from
            vehicles_cleared      | 2024-02          | month       | 29.0000 | vehicles     | visits_counted | 29      | 1           | not_applicable | 2024-03-02
            vehicles_per_day      | 2024-02          | month       | 1.0000  | vehicles/day | mean_per_day   | 29      | 1           | not_applicable | 2024-03-02
            vehicles_per_day_peak | 2024-02          | month       | 17.0000 | vehicles/day | peak_day       | 29      | 1           | not_applicable | 2024-03-02
            vehicles_waiting      | 2024-02-29@point | point       | 3.0000  | vehicles     | stock_at_end   | 3       | 1           | not_applicable | 2024-03-02
            """);
  }

  /**
   * The ninth is the last day known of February 2024; who printed the same of 2023 adds nothing.
   */
  @Test
  void a_month_that_is_not_over_has_the_same_days_of_the_year_before_to_be_compared_with() {
    Dataset<Row> visits =
        rows.of(
                VehicleDay.TABLE,
                """
                month   | day        | section_id | gate_id | direction | cargo_kind | declared | arrived | cleared
                2023-02 | 2023-02-05 | west       | far     | export    | fruit      | 1        | 1       | 5
                2023-02 | 2023-02-12 | west       | far     | export    | fruit      | 1        | 1       | 7
                2024-02 | 2024-02-01 | west       | far     | export    | fruit      | 1        | 1       | 3
                2024-02 | 2024-02-09 | west       | far     | export    | fruit      | 1        | 1       | 8
                """)
            .withColumn("source_id", lit("office"));
    String printed =
        """
        measure_id       | scope_type | scope_id | direction | goods_id | period_id              | period_kind | period_start | period_end
        vehicles_cleared | gate       | far      | export    | all      | 2023-02-01..2023-02-09 | range       | 2023-02-01   | 2023-02-09
        """;

    assertRows(
            truckCells(visits, noCounts(), printed)
                .filter("measure_id = 'vehicles_cleared' and scope_id = 'far'")
                .filter("direction = 'export'"))
        .are(
            """
            period_id              | period_kind | value
            2023-02                | month       | 12.0000
            2023-02-01..2023-02-09 | range       | 5.0000
            2024-02-01..2024-02-09 | range       | 11.0000
            """);
  }

  @Test
  void days_and_running_years_have_cells_where_figures_of_them_were_printed() {
    Dataset<Row> trade =
        trade(
            """
            month   | section_id | gate_id | direction | goods_id | value_usd | net_kg | lines | lines_unconverted | last_day
            2024-01 | west       | far     | export    | coal     | 1         | 1      | 1     | 0                 | 2024-01-30
            2024-02 | west       | far     | export    | coal     | 2         | 1      | 1     | 0                 | 2024-02-28
            2024-03 | west       | far     | export    | coal     | 4         | 1      | 1     | 0                 | 2024-03-17
            """);
    Dataset<Row> visits =
        rows.of(
                VehicleDay.TABLE,
                """
                month   | day        | section_id | gate_id | direction | cargo_kind | declared | arrived | cleared | waiting | known_from
                2024-02 | 2024-02-01 | west       | far     | export    | fruit      | 1        | 9       | 5       | 4       | 2024-03-01 20:00:00
                2024-02 | 2024-02-09 | west       | far     | export    | fruit      | 1        | 9       | 17      | 3       | 2024-03-01 20:00:00
                """)
            .withColumn("source_id", lit("office"));
    String printed =
        """
        measure_id       | scope_type | scope_id | direction | goods_id | period_id              | period_kind | period_start | period_end
        trade_value      | section    | west     | export    | coal     | 2024-01-01..2024-02-29 | ytd         | 2024-01-01   | 2024-02-29
        trade_value      | section    | west     | total     | coal     | 2024-01-01..2024-03-31 | ytd         | 2024-01-01   | 2024-03-31
        vehicles_cleared | gate       | far      | total     | all      | 2024-02-01             | day         | 2024-02-01   | 2024-02-01
        vehicles_cleared | gate       | far      | total     | all      | 2024-02-01..2024-02-09 | range       | 2024-02-01   | 2024-02-09
        vehicles_cleared | gate       | far      | total     | all      | 2024-02-01..2024-02-20 | range       | 2024-02-01   | 2024-02-20
        vehicles_waiting | gate       | far      | export    | all      | 2024-02-01@point       | point       | 2024-02-01   | 2024-02-01
        """;

    assertRows(
            tradeCells(trade, printed)
                .filter(
                    Figure.PERIOD_KIND
                        .col()
                        .equalTo("ytd")
                        .and(Figure.MEASURE_ID.col().equalTo("trade_value"))))
        .are(
            """
            scope_id | direction | goods_id | period_id              | value  | rule
            west     | export    | coal     | 2024-01-01..2024-02-29 | 3.0000 | lines_added
            """);
    // The month that is not yet whole is the range up to its last day, printed or not.
    assertRows(
            truckCells(visits, noCounts(), printed)
                .filter(
                    Figure.SCOPE_ID
                        .col()
                        .equalTo("far")
                        .and(
                            Figure.DIRECTION
                                .col()
                                .equalTo("total")
                                .or(Figure.PERIOD_KIND.col().equalTo("point")))
                        .and(Figure.MEASURE_ID.col().isin("vehicles_cleared", "vehicles_waiting"))))
        .are(
            """
            measure_id       | direction | period_id              | period_kind | value   | rule
            vehicles_cleared | total     | 2024-02-01             | day         | 5.0000  | visits_counted
            vehicles_cleared | total     | 2024-02-01..2024-02-09 | range       | 22.0000 | visits_counted
            vehicles_waiting | export    | 2024-02-01@point       | point       | 4.0000  | stock_at_end
            """);
  }

  @Test
  void counts_have_cells_of_spans_of_which_every_day_and_direction_is_told_or_was_at_rest() {
    Dataset<Row> told =
        rows.of(
                GateDay.TABLE,
                """
                month   | day        | section_id | gate_id | direction | cargo_kind | cleared | waiting | known_from
                2024-02 | 2024-02-01 | west       | far     | export    | fruit      | 2       | 1       | 2024-03-01 20:00:00
                2024-02 | 2024-02-01 | west       | far     | export    | all        | 5       | 4       | 2024-03-01 20:00:00
                2024-02 | 2024-02-01 | west       | far     | import    | all        | 1       | 0       | 2024-03-01 20:00:00
                2024-02 | 2024-02-03 | west       | far     | export    | all        | 7       |         | 2024-03-01 20:00:00
                """)
            .withColumn("source_id", lit("office"))
            .withColumn("origin", lit("counts"));
    StringBuilder printed =
        new StringBuilder(
            "measure_id | scope_type | scope_id | direction | goods_id | period_id | period_kind | period_start | period_end\n");
    for (String direction : new String[] {"export", "total"}) {
      for (String last : new String[] {"01", "02", "03"}) {
        printed.append(
            "vehicles_cleared | section | west | %s | all | %s | range | 2024-02-01 | 2024-02-%s\n"
                .formatted(direction, last, last));
      }
    }

    assertRows(
            truckCells(rows.of(VehicleDay.TABLE, "source_id"), counts(told), printed.toString())
                .filter(
                    Figure.MEASURE_ID
                        .col()
                        .equalTo("vehicles_cleared")
                        .and(Figure.SCOPE_TYPE.col().equalTo("section"))))
        .are(
            """
            direction | period_id              | value   | rule         | records | known_from
            export    | 01                     | 5.0000  | counts_added | 5       | 2024-03-01 20:00:00
            export    | 02                     | 5.0000  | counts_added | 5       | 2024-03-01 20:00:00
            export    | 03                     | 12.0000 | counts_added | 12      | 2024-03-01 20:00:00
            total     | 01                     | 6.0000  | counts_added | 6       | 2024-03-01 20:00:00
            total     | 02                     | 6.0000  | counts_added | 6       | 2024-03-01 20:00:00
            export    | 2024-02-01..2024-02-03 | 12.0000 | counts_added | 12      | 2024-03-01 20:00:00
            """);
  }

  private Dataset<Row> trade(String text) {
    return rows.of(TradeMonth.TABLE, text)
        .withColumn("source_id", lit("office"))
        .withColumn("regime", lit("customs_declared"))
        .withColumn("known_from", lit("2024-07-01 00:00:00").cast("timestamp"));
  }

  private Dataset<Row> cells(Dataset<Row> trade) {
    return tradeCells(trade, NOTHING_PRINTED);
  }

  private Dataset<Row> tradeCells(Dataset<Row> trade, String printed) {
    return TradeCells.of(trade, printed(printed), places());
  }

  private Dataset<Row> truckCells(Dataset<Row> visits, Dataset<Row> counts, String printed) {
    return VehicleCells.of(visits, counts, printed(printed), places());
  }

  private PrintedPeriods printed(String figures) {
    return PrintedPeriods.of(rows.of(Figure.TABLE, figures), AsOf.latest());
  }

  private Dataset<Row> noCounts() {
    return counts(rows.of(GateDay.TABLE, "source_id"));
  }

  private Dataset<Row> counts(Dataset<Row> gateDays) {
    Dataset<Row> operating =
        rows.of(
            DimOperatingDay.TABLE,
            """
            month   | day        | gate_id | is_operating | state
            2024-02 | 2024-02-01 | far     | true         | traffic
            2024-02 | 2024-02-02 | far     | false        | idle
            2024-02 | 2024-02-03 | far     | true         | traffic
            2024-02 | 2024-02-04 | far     | false        | no_report
            """);
    return CountDays.of(gateDays, operating);
  }

  private Dataset<Row> publishers() {
    return rows.of(Publisher.TABLE, "source_id | tier\noffice | 1");
  }

  private Places places() {
    return new Places(
        rows.of(
            Places.OF_GATES,
            """
            gate_id | scope_type | scope_id | section_id | held_from  | held_to | sections_needed
            gate    | gate       | gate     | east       |            |         | 0
            lane    | gate       | lane     | east       |            |         | 0
            lane    | gate       | gate     | east       | 2024-04-15 |         | 0
            far     | gate       | far      | west       |            |         | 0
            gate    | section    | east     | east       |            |         | 0
            lane    | section    | east     | east       |            |         | 0
            far     | section    | west     | west       |            |         | 0
            gate    | area       | border   |            |            |         | 2
            lane    | area       | border   |            |            |         | 2
            far     | area       | border   |            |            |         | 2
            """),
        rows.of(
            Places.OF_GOODS,
            """
            goods_id | group_id | is_root
            mango    | mango    | false
            mango    | all      | true
            coal     | coal     | false
            coal     | all      | true
            """));
  }
}
