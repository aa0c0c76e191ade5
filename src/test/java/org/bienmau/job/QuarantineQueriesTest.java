package org.bienmau.job;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.Quarantine;
import org.bienmau.table.AsOf;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class QuarantineQueriesTest {
  private final Rows rows;

  QuarantineQueriesTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  @Test
  void only_rows_of_deliveries_that_count_are_listed() {
    Dataset<Row> refused =
        rows.of(
            Quarantine.TABLE,
            """
            file_id | file_name | line_no | reasons
            a1      | jan.csv   | 7       | [{"code":"GATE_UNKNOWN","message":"No such gate."}]
            a1      | jan.csv   | 9       | [{"code":"QUOTING","message":"No end."},{"code":"TOO_LARGE","message":"So large."}]
            a2      | jan.csv   | 9       | [{"code":"QUOTING","message":"No end."},{"code":"TOO_LARGE","message":"So large."}]
            b1      | feb.csv   | 4       | [{"code":"NOT_A_DATE","message":"No date."}]
            c1      | mar.csv   | 2       | [{"code":"ENCODING","message":"Left by a run that was killed."}]
            """);
    Dataset<Row> deliveries =
        rows.of(
            Delivery.TABLE,
            """
            file_id | dataset            | file_name | arrival_no | received_at
            a1      | trade_declarations | jan.csv   | 1          | 2026-03-01 00:00:00
            b1      | trade_declarations | feb.csv   | 2          | 2026-03-01 00:00:00
            a2      | trade_declarations | jan.csv   | 3          | 2026-03-05 00:00:00
            """);

    assertRows(QuarantineQueries.list(refused, deliveries, AsOf.latest()))
        .are(
            """
            file_id | file_name | line_no | reasons | first_code | first_reason
            b1      | feb.csv   | 4       | 1       | NOT_A_DATE | No date.
            a2      | jan.csv   | 9       | 2       | QUOTING    | No end.
            """);
    assertRows(QuarantineQueries.list(refused, deliveries, new AsOf(LocalDate.parse("2026-03-04"))))
        .are(
            """
            file_id | file_name | line_no | reasons | first_code   | first_reason
            b1      | feb.csv   | 4       | 1       | NOT_A_DATE   | No date.
            a1      | jan.csv   | 7       | 1       | GATE_UNKNOWN | No such gate.
            a1      | jan.csv   | 9       | 2       | QUOTING      | No end.
            """);
  }
}
