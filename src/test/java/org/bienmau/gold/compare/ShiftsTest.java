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
final class ShiftsTest {
  private static final List<String> ADDS = List.of("trade_value");
  private static final Additivity ADDITIVITY = new Additivity(ADDS, ADDS, ADDS);
  private static final Parts PARTS =
      new Parts(
          new GoodsTree(Map.of("fruit", "all", "coal", "all", "coke", "all"), Set.of()),
          Perimeter.of(List.of()),
          Set.of("border"));

  private final Cube cube;
  private final Encoder<Row> shifts;
  private final Encoder<Row> quotients;

  ShiftsTest(SparkSession spark) {
    Rows rows = new Rows(spark);
    this.cube = new Cube(spark);
    this.shifts = rows.of(Shifts.TABLE, "reason\nany").encoder();
    this.quotients = rows.of(Specialisation.TABLE, "goods_id\nany").encoder();
  }

  @Test
  void the_example_of_the_page_on_shift_share_comes_out_as_written() {
    MethodPage page = MethodPage.named("shift-share");

    assertRows(of(page.table(1)).filter("period_id = '2024'")).are(page.table(2));
  }

  @Test
  void the_example_of_the_page_on_specialisation_comes_out_as_written() {
    MethodPage page = MethodPage.named("specialisation");

    assertRows(Specialisation.compute(cube.of(page.table(1)), ADDITIVITY, PARTS, quotients))
        .are(page.table(2));
  }

  @Test
  void goods_that_nobody_printed_leave_a_section_without_effects() {
    Dataset<Row> found =
        of(
            """
            scope_type | scope_id | section_id | goods_id | period_id | value
            area       | border   |            | all      | 2023      | 1000
            area       | border   |            | fruit    | 2023      | 400
            section    | lang_son | lang_son   | all      | 2023      | 200
            area       | border   |            | all      | 2024      | 1200
            area       | border   |            | fruit    | 2024      | 600
            section    | lang_son | lang_son   | all      | 2024      | 320
            section    | lang_son | lang_son   | fruit    | 2024      | 200
            section    | lao_cai  | lao_cai    | all      | 2024      | 100
            """);

    assertRows(found.filter("period_id = '2024'"))
        .are(
            """
            section_id | goods_id | value    | value_year_ago | change | reason
            lang_son   | all      | 320.0000 | 200.0000       |        | parts_missing
            lao_cai    | all      | 100.0000 |                |        | base_missing
            """);
  }

  @Test
  void a_section_and_goods_without_records_were_nothing() {
    Dataset<Row> found =
        of(
            """
            origin   | scope_type | scope_id | section_id | goods_id | period_id | value
            computed | area       | border   |            | all      | 2023      | 100
            computed | area       | border   |            | fruit    | 2023      | 60
            computed | section    | lang_son | lang_son   | all      | 2023      | 100
            computed | section    | lang_son | lang_son   | fruit    | 2023      | 60
            computed | area       | border   |            | all      | 2024      | 200
            computed | area       | border   |            | fruit    | 2024      | 90
            computed | area       | border   |            | coke     | 2024      | 110
            computed | section    | lao_cai  | lao_cai    | all      | 2024      | 200
            computed | section    | lao_cai  | lao_cai    | fruit    | 2024      | 90
            computed | section    | lao_cai  | lao_cai    | coke     | 2024      | 110
            """);

    assertRows(found.filter("period_id = '2024'"))
        .are(
            """
            section_id | goods_id | change    | regional_effect | mix_effect | competitive_effect
            lang_son   | coke     | 0.0000    | 0.0000          | 0.0000     | 0.0000
            lang_son   | fruit    | -60.0000  | 60.0000         | -30.0000   | -90.0000
            lang_son   | residual | -40.0000  | 40.0000         | -80.0000   | 0.0000
            lang_son   | all      | -100.0000 | 100.0000        | -110.0000  | -90.0000
            lao_cai    | coke     | 110.0000  | 0.0000          | 110.0000   | 0.0000
            lao_cai    | fruit    | 90.0000   | 0.0000          | 0.0000     | 90.0000
            lao_cai    | all      | 200.0000  | 0.0000          | 110.0000   | 90.0000
            """);
  }

  private Dataset<Row> of(String text) {
    return Shifts.compute(cube.of(text), ADDITIVITY, PARTS, shifts);
  }
}
