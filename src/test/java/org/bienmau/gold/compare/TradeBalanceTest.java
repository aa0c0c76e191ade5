package org.bienmau.gold.compare;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.testing.Cube;
import org.bienmau.testing.MethodPage;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class TradeBalanceTest {
  private final Cube cube;
  private final Encoder<Row> encoder;

  TradeBalanceTest(SparkSession spark) {
    this.cube = new Cube(spark);
    this.encoder = new Rows(spark).of(TradeBalance.TABLE, "reason\nany").encoder();
  }

  @Test
  void the_example_of_the_page_comes_out_as_written() {
    MethodPage page = MethodPage.named("trade-balance");

    assertRows(of(page.table(1))).are(page.table(2));
  }

  @Test
  void a_direction_is_zero_only_where_the_total_was_added_up_from_records() {
    Dataset<Row> found =
        of(
            """
            origin   | scope_id | regime           | publisher | direction | period_id | value
            computed | lang_son | customs_declared |           | export    | 2023      | 30
            computed | lang_son | customs_declared |           | total     | 2023      | 30
            computed | lang_son | customs_declared |           | export    | 2024      | 40
            computed | lang_son | customs_declared |           | import    | 2024      | 60
            computed | lang_son | customs_declared |           | total     | 2024      | 100
            printed  | lao_cai  | unknown          | gov       | export    | 2024      | 40
            printed  | lao_cai  | unknown          | press     | import    | 2024      | 60
            printed  | ha_giang | unknown          | gov       | import    | 2024      | 60
            printed  | ha_giang | unknown          | gov       | total     | 2024      | 90
            """);

    assertRows(found)
        .are(
            """
            scope_id | period_id | export_value | import_value | balance  | balance_normalised | grubel_lloyd | balance_change | reason
            lang_son | 2023      | 30.0000      | 0.0000       | 30.0000  | 1.00000000         | 0.00000000   |                |
            lang_son | 2024      | 40.0000      | 60.0000      | -20.0000 | -0.20000000        | 0.80000000   | -50.0000       |
            lao_cai  | 2024      | 40.0000      | 60.0000      |          |                    |              |                | regime_unknown
            ha_giang | 2024      |              | 60.0000      |          |                    |              |                | export_missing
            """);
  }

  private Dataset<Row> of(String text) {
    return TradeBalance.compute(cube.of(text), List.of("trade_value"), new Detail("all"), encoder);
  }
}
