package org.bienmau.gold.compare;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.math.BigDecimal;
import java.util.Map;
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
final class IntensityTest {
  private final Cube cube;
  private final Encoder<Row> encoder;

  IntensityTest(SparkSession spark) {
    this.cube = new Cube(spark);
    this.encoder = new Rows(spark).of(Intensity.TABLE, "scope_id\nany").encoder();
  }

  @Test
  void the_example_of_the_page_comes_out_as_written() {
    MethodPage page = MethodPage.named("intensity");

    assertRows(of(page.table(1))).are(page.table(2));
  }

  @Test
  void trade_and_trucks_of_two_publishers_are_not_divided_and_a_gate_has_no_kilometres() {
    assertRows(
            of(
                """
                measure_id       | regime         | publisher | scope_type | scope_id | section_id | period_id | value
                trade_value      | via_territory  | gov       | gate       | huu_nghi | lang_son   | 2024      | 900
                trade_weight     | via_territory  | press     | gate       | huu_nghi | lang_son   | 2024      | 30
                vehicles_cleared | not_applicable | press     | gate       | huu_nghi | lang_son   | 2024      | 15
                """))
        .are(
            """
            value_usd | weight_t | trucks_cleared | tonne_reason | truck_reason | usd_per_border_km
            900.0000  | 30.0000  | 15.0000        | other_source | other_source |
            """);
  }

  private Dataset<Row> of(String text) {
    return Intensity.compute(
        cube.of(text), Map.of("lang_son", new BigDecimal("250")), "all", encoder);
  }
}
