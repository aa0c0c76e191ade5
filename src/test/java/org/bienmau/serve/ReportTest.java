package org.bienmau.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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

  private String report(Edition edition, String figures) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report.write(edition, table -> read(table, figures), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Dataset<Row> read(Table table, String figures) {
    return rows.of(table, table.equals(Figure.TABLE) ? figures : table.columns().get(0).name());
  }
}
