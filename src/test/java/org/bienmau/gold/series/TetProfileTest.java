package org.bienmau.gold.series;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.DimHoliday;
import org.bienmau.gold.facts.DimOperatingDay;
import org.bienmau.gold.facts.GateDay;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class TetProfileTest {
  private static final LocalDate TET_2024 = LocalDate.of(2024, 2, 10);
  private static final LocalDate TET_2025 = LocalDate.of(2025, 1, 29);

  private final Rows rows;

  TetProfileTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void days_are_set_against_the_weeks_before_and_the_same_day_of_earlier_years() {
    StringBuilder days = new StringBuilder();
    year(days, TET_2024, 200, 50, 0, 20);
    year(days, TET_2025, 100, 40, 10, 10);

    assertRows(profile(days).filter("scope_type = 'section' and day_offset between -1 and 1"))
        .are(
            """
            scope_id | tet_year | day_offset | day        | cleared | base_per_day | cleared_index | cleared_index_week | earlier_years | earlier_median | earlier_high
            lang_son | 2024     | -1         | 2024-02-09 | 50      | 200.0000     | 25.00000000   | 11.66666667        | 0             |                |
            lang_son | 2024     | 0          | 2024-02-10 | 0       | 200.0000     | 0.00000000    | 11.66666667        | 0             |                |
            lang_son | 2024     | 1          | 2024-02-11 | 20      | 200.0000     | 10.00000000   | 11.66666667        | 0             |                |
            lang_son | 2025     | -1         | 2025-01-28 | 40      | 100.0000     | 40.00000000   | 20.00000000        | 1             | 11.66666667    | 11.66666667
            lang_son | 2025     | 0          | 2025-01-29 | 10      | 100.0000     | 10.00000000   | 20.00000000        | 1             | 11.66666667    | 11.66666667
            lang_son | 2025     | 1          | 2025-01-30 | 10      | 100.0000     | 10.00000000   | 20.00000000        | 1             | 11.66666667    | 11.66666667
            """);
  }

  @Test
  void without_weeks_before_there_is_no_index() {
    StringBuilder days = new StringBuilder();
    day(days, TET_2024.plusDays(5), 30);

    assertRows(profile(days).filter("scope_type = 'gate'"))
        .are(
            """
            scope_id | day_offset | cleared | base_per_day | cleared_index
            huu_nghi | 5          | 30      |              |
            """);
  }

  /** Two gates until the day before Tết, then one; the other rests on the second day of Tết. */
  @Test
  void a_gate_that_stops_reporting_is_missing_and_no_fall_of_its_section() {
    StringBuilder days = new StringBuilder();
    year(days, TET_2024, 200, 50, 0, 20);
    day(days, TET_2024.plusDays(2), 30);
    for (int offset = -42; offset <= -22; offset++) {
      beside(days, TET_2024.plusDays(offset), 100);
    }
    beside(days, TET_2024.minusDays(1), 10);

    assertRows(
            TetProfile.compute(
                    gateDays(days),
                    rows.of(
                        DimOperatingDay.TABLE,
                        """
                        day        | gate_id   | state
                        2024-02-11 | chi_ma    | closed
                        2024-02-12 | chi_ma    | no_report
                        """),
                    holidays())
                .filter("scope_type = 'section' and day_offset between -1 and 2"))
        .are(
            """
            day_offset | cleared | gates | missing_reason | base_per_day | cleared_index | cleared_index_week
            -1         | 60      | 2     |                | 300.0000     | 20.00000000   | 13.33333334
            0          |         | 2     | gates_silent   | 300.0000     |               |
            1          | 20      | 2     |                | 300.0000     | 6.66666667    | 13.33333334
            2          |         | 2     | gates_silent   | 300.0000     |               |
            """);
  }

  @Test
  void visits_are_all_there_so_a_day_without_any_had_none() {
    StringBuilder days = new StringBuilder();
    year(days, TET_2024, 200, 50, 0, 20);
    String visits =
        days.toString()
            .replace("counts", "visits")
            .lines()
            .filter(line -> !line.contains("2024-02-10"))
            .collect(Collectors.joining("\n"));

    assertRows(
            profile(new StringBuilder(visits))
                .filter("scope_type = 'gate' and day_offset between -1 and 3"))
        .are(
            """
            day_offset | cleared | missing_reason
            -1         | 50      |
            0          | 0       |
            1          | 20      |
            """);
  }

  private static void year(
      StringBuilder days, LocalDate tet, int base, int before, int on, int after) {
    for (int offset = -42; offset <= -22; offset++) {
      day(days, tet.plusDays(offset), base);
    }
    day(days, tet.minusDays(1), before);
    day(days, tet, on);
    day(days, tet.plusDays(1), after);
  }

  private static void day(StringBuilder days, LocalDate day, int cleared) {
    days.append(
        "board | counts | %s | lang_son | huu_nghi | export | all | %d%n".formatted(day, cleared));
  }

  private static void beside(StringBuilder days, LocalDate day, int cleared) {
    days.append(
        "board | counts | %s | lang_son | chi_ma | export | all | %d%n".formatted(day, cleared));
  }

  private Dataset<Row> profile(StringBuilder days) {
    return TetProfile.compute(
        gateDays(days), rows.of(DimOperatingDay.TABLE, "gate_id\nnone"), holidays());
  }

  private Dataset<Row> gateDays(StringBuilder days) {
    return rows.of(
        GateDay.TABLE,
        "source_id | origin | day | section_id | gate_id | direction | cargo_kind | cleared\n"
            + days);
  }

  private Dataset<Row> holidays() {
    return rows.of(
        DimHoliday.TABLE,
        """
        country | calendar_year | first_day
        VN      | 2024          | 2024-02-10
        CN      | 2024          | 2024-02-10
        VN      | 2025          | 2025-01-29
        """);
  }
}
