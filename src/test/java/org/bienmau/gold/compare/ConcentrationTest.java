package org.bienmau.gold.compare;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.Additivity;
import org.bienmau.testing.Cube;
import org.bienmau.testing.MethodPage;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class ConcentrationTest {
  private static final List<String> ADDS = List.of("trade_value");

  private final Cube cube;
  private final Encoder<Row> encoder;

  ConcentrationTest(SparkSession spark) {
    this.cube = new Cube(spark);
    this.encoder = new Rows(spark).of(Concentration.TABLE, "parts\n1").encoder();
  }

  @Test
  void the_example_of_the_page_comes_out_as_written() {
    MethodPage page = MethodPage.named("concentration");

    assertRows(of(page.table(1))).are(page.table(2));
  }

  @Test
  void the_change_on_the_year_before_needs_every_part_of_both_years() {
    Dataset<Row> found =
        of(
            """
            origin   | scope_id | goods_id | period_id | value
            computed | lang_son | all      | 2023      | 100
            computed | lang_son | fruit    | 2023      | 100
            computed | lang_son | all      | 2024      | 200
            computed | lang_son | fruit    | 2024      | 100
            computed | lang_son | coal     | 2024      | 100
            printed  | lao_cai  | all      | 2023      | 100
            printed  | lao_cai  | fruit    | 2023      | 100
            printed  | lao_cai  | all      | 2024      | 200
            printed  | lao_cai  | fruit    | 2024      | 100
            printed  | lao_cai  | coal     | 2024      | 100
            printed  | ha_giang | all      | 2024      | 90
            printed  | ha_giang | fruit    | 2024      | 100
            """);

    assertRows(found.filter("period_id = '2024'"))
        .are(
            """
            scope_id | hhi        | hhi_low    | hhi_year_ago | hhi_change  | rest_pct
            lang_son | 0.50000000 | 0.50000000 | 1.00000000   | -0.50000000 | 0.0000
            lao_cai  | 0.50000000 | 0.50000000 |              |             | 0.0000
            ha_giang |            |            |              |             | -11.1111
            """);
  }

  private Dataset<Row> of(String text) {
    Parts parts =
        new Parts(
            new GoodsTree(Map.of("fruit", "all", "coal", "all", "coke", "all"), Set.of()),
            Perimeter.of(List.of()),
            Set.of("border"));
    return new Decompositions(parts, new Additivity(ADDS, ADDS, ADDS))
        .of(cube.of(text), Concentration::rows, encoder);
  }
}
