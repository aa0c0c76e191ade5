package org.bienmau.gold.compare;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.bienmau.gold.Additivity;
import org.bienmau.gold.DimGate;
import org.bienmau.gold.facts.DimOperatingDay;
import org.bienmau.testing.Cube;
import org.bienmau.testing.MethodPage;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class JanFebTest {
  private static final StructType WORK_DAYS =
      StructType.fromDDL(
          "is_simulated boolean, scope_type string, scope_id string, calendar_year int, days_known int, days_worked int");
  private static final FirstMonths TET =
      new FirstMonths(
          Map.of(
              2023, LocalDate.of(2023, 1, 22),
              2024, LocalDate.of(2024, 2, 10),
              2025, LocalDate.of(2025, 1, 29),
              2026, LocalDate.of(2026, 2, 17)));

  private final Rows rows;
  private final Cube cube;
  private final Encoder<Row> encoder;

  JanFebTest(SparkSession spark) {
    this.rows = new Rows(spark);
    this.cube = new Cube(spark);
    this.encoder = rows.of(JanFeb.TABLE, "days\n59").encoder();
  }

  @Test
  void the_example_of_the_page_comes_out_as_written() {
    MethodPage page = MethodPage.named("jan-feb");

    assertRows(
            of(
                    page.table(1),
                    """
                    is_simulated | scope_type | scope_id | calendar_year | days_known | days_worked
                    false        | section    | lang_son | 2023          | 59         | 50
                    false        | section    | lang_son | 2024          | 60         | 44
                    """)
                .filter("calendar_year = 2024"))
        .are(page.table(2));
  }

  @Test
  void a_late_tet_is_pointed_out_and_a_calendar_with_gaps_is_not_counted() {
    assertRows(
            of(
                """
                period_id    | value
                2025-M01-M02 | 100
                2026-M01-M02 | 120
                2027-M01-M02 | 120
                """,
                """
                is_simulated | scope_type | scope_id | calendar_year | days_known | days_worked
                false        | section    | lang_son | 2025          | 58         | 50
                false        | section    | lang_son | 2026          | 59         | 40
                """))
        .are(
            """
            calendar_year | tet_day    | reaches_march | growth_pct | growth_reason | growth_per_day_pct | per_operating_day | growth_per_operating_day_pct
            2025          | 2025-01-29 | false         |            | base_missing  |                    |                   |
            2026          | 2026-02-17 | true          | 20.0000    |               | 20.0000            | 3.0000            |
            2027          |            |               | 0.0000     |               | 0.0000             |                   |
            """);
  }

  @Test
  void a_section_works_on_the_days_on_which_any_of_its_gates_does() {
    Dataset<Row> calendar =
        rows.of(
            DimOperatingDay.TABLE,
            """
            month   | day        | gate_id  | is_operating | state
            2024-01 | 2024-01-01 | huu_nghi | true         | traffic
            2024-01 | 2024-01-01 | chi_ma   | false        | idle
            2024-01 | 2024-01-02 | huu_nghi | false        | closed
            2024-01 | 2024-01-02 | chi_ma   | false        | no_report
            2024-03 | 2024-03-02 | chi_ma   | true         | traffic
            """);
    Dataset<Row> gates =
        rows.of(
            DimGate.TABLE,
            """
            gate_id  | section_id
            huu_nghi | lang_son
            chi_ma   | lang_son
            """);

    assertRows(WorkDays.of(calendar, gates, Set.of("border")))
        .are(
            """
            scope_type | scope_id | calendar_year | days_known | days_worked
            gate       | huu_nghi | 2024          | 2          | 1
            gate       | chi_ma   | 2024          | 1          | 0
            section    | lang_son | 2024          | 2          | 1
            area       | border   | 2024          | 2          | 1
            """);
  }

  private Dataset<Row> of(String cells, String workDays) {
    List<String> adds = List.of("trade_value");
    return JanFeb.compute(
        cube.of(cells),
        rows.of(WORK_DAYS, workDays),
        new Additivity(adds, adds, adds),
        TET,
        encoder);
  }
}
