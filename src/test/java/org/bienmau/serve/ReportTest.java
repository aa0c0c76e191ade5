package org.bienmau.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.series.SeasonalAdjustment;
import org.bienmau.gold.series.SeasonalDiagnostics;
import org.bienmau.gold.series.TetProfile;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.Table;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds the report to the rows of the release that it is given. */
@ExtendWith(SparkExtension.class)
final class ReportTest {
  private static final Edition REAL = new Edition(1, AsOf.latest(), false, "vi");

  private final Rows rows;

  ReportTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  @Test
  void a_report_carries_the_statements_that_stand_and_were_known() throws IOException {
    Edition edition = new Edition(7, new AsOf(LocalDate.of(2024, 12, 31)), false, "en");
    String figures =
        """
        figure_id | scope_id | known_from | recorded_to         | note
        a1        | lao_cai  | 2024-04-01 |                     | stands
        b2        | lao_cai  | 2024-04-01 | 2024-05-01 00:00:00 | replaced
        c3        | lao_cai  | 2025-01-02 |                     | later
        """;
    assertThat(report(edition, figures))
        .contains(
            "\"release\":{\"number\":7,\"asOf\":\"2024-12-31\",\"simulated\":false,\"language\":\"en\"}")
        .contains("\"known_from\":{\"d\":[\"2024-04-01\"],\"i\":[0]}")
        .contains("\"note\":{\"d\":[\"stands\"],\"i\":[0]}");
  }

  @Test
  void the_same_release_gives_the_same_bytes_in_any_order_of_rows() throws IOException {
    Edition edition = new Edition(1, AsOf.latest(), true, "vi");
    assertThat(
            report(
                edition,
                """
                figure_id | scope_id | value
                a1        | lao_cai  | 197000000
                b2        | lang_son | 4780000000
                """))
        .isEqualTo(
            report(
                edition,
                """
                figure_id | scope_id | value
                b2        | lang_son | 4780000000
                a1        | lao_cai  | 197000000
                """));
  }

  @Test
  void series_of_large_places_and_of_gates_in_both_directions_are_on_the_page() throws IOException {
    String page =
        report(
            REAL,
            Map.of(
                SeasonalDiagnostics.TABLE,
                """
                series_id | scope_type | scope_id | direction | goods_id | verdict | months | last_month
                a1        | section    | lao_cai  | export    | all      | good    | 60     | 2025-12-01
                b2        | gate       | ta_lung  | total     | all      |         | 12     | 2025-11-01
                c3        | gate       | ta_lung  | export    | all      | good    | 60     | 2025-12-01
                d4        | section    | lao_cai  | export    | fruit    | good    | 60     | 2025-12-01
                """,
                SeasonalAdjustment.TABLE,
                """
                series_id | period_start | value       | adjusted      | trend
                a1        | 2019-12-01   | 1           | 1             | 1
                a1        | 2020-01-01   | 123456789.5 | 98765432.4444 | 90000000
                b2        | 2025-11-01   | 7           |               |
                c3        | 2025-12-01   | 8           | 8             | 8
                """));
    assertThat(page)
        .contains("\"series\":{\"known\":4,\"shown\":2,\"since\":\"2020-01-01\"}")
        .contains(
            "\"seasonal_adjustment\":{\"n\":2,\"c\":{\"series_id\":{\"v\":[\"a1\",\"b2\"]},\"period_start\":{\"v\":[\"2020-01-01\",\"2025-11-01\"]},\"value\":{\"v\":[123456800,7]},\"adjusted\":{\"v\":[98765430,null]},\"trend\":{\"v\":[90000000,null]}}}");
  }

  @Test
  void no_series_leave_their_tables_empty() throws IOException {
    assertThat(report(REAL, Map.of()))
        .contains("\"series\":{\"known\":0,\"shown\":0,\"since\":null}")
        .contains("\"seasonal_adjustment\":{\"n\":0,");
  }

  @Test
  void tet_is_shown_as_a_board_counted_it_before_the_visits_of_a_few() throws IOException {
    assertThat(
            report(
                REAL,
                Map.of(
                    TetProfile.TABLE,
                    """
                    source_id | origin | scope_type | scope_id | direction | tet_year | day_offset | cleared | base_per_day | cleared_index_week
                    platform  | visits | section    | lang_son | export    | 2025     | 1          | 3       | 10           | 30.1
                    board     | counts | section    | lang_son | export    | 2025     | 1          | 5       | 20           | 25.12345
                    platform  | visits | section    | lao_cai  | export    | 2025     | 1          | 7       | 10           | 70
                    board     | counts | gate       | huu_nghi | export    | 2025     | 1          | 9       | 10           | 90
                    board     | counts | section    | lang_son | export    | 2019     | 1          | 4       | 20           | 20
                    """)))
        .contains(
            "\"tet_profile\":{\"n\":2,\"c\":{\"source_id\":{\"v\":[\"board\",\"platform\"]},\"origin\":{\"v\":[\"counts\",\"visits\"]},\"scope_id\":{\"v\":[\"lang_son\",\"lao_cai\"]}")
        .contains("\"cleared_index_week\":{\"v\":[25.12,70]}");
  }

  @Test
  void too_many_figures_for_a_page_leave_those_of_large_places() throws IOException {
    String large =
        """
        figure_id | scope_type | scope_id | period_kind | direction | goods_id | known_from
        a         | section    | lao_cai  | month       | total     | all      | 2024-04-01
        """;
    String many =
        IntStream.range(0, ReportTable.MOST_ROWS)
            .mapToObj(i -> "g%d | gate | kim_thanh | month | total | all | 2024-04-01".formatted(i))
            .collect(Collectors.joining("\n", large, "\n"));
    assertThat(report(REAL, many)).contains("\"figure\":{\"n\":1,");
  }

  private String report(Edition edition, String figures) throws IOException {
    return report(edition, Map.of(Figure.TABLE, figures));
  }

  private String report(Edition edition, Map<Table, String> given) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report.write(edition, table -> read(table, given), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Dataset<Row> read(Table table, Map<Table, String> given) {
    return rows.of(table, given.getOrDefault(table, table.columns().get(0).name()));
  }
}
