package org.bienmau.gold.compare;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.Additivity;
import org.bienmau.reference.Section;
import org.bienmau.testing.Cube;
import org.bienmau.testing.MethodPage;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class InequalityTest {
  private static final List<String> ADDS = List.of("trade_value");
  private static final Spread SPREAD =
      new Spread(
          List.of(
              section("lao_cai", 1, "200", "yunnan"),
              section("ha_giang", 2, "300", "both"),
              section("cao_bang", 3, "300", "guangxi"),
              section("lang_son", 4, "250", "guangxi")),
          Set.of("border"));

  private final Cube cube;
  private final Encoder<Row> encoder;

  InequalityTest(SparkSession spark) {
    this.cube = new Cube(spark);
    this.encoder = new Rows(spark).of(Inequality.TABLE, "group_id\nall").encoder();
  }

  @Test
  void the_example_of_the_page_comes_out_as_written() {
    MethodPage page = MethodPage.named("inequality");

    assertRows(of(page.table(1)).filter("weights = 'equal' and grouping = 'apart'"))
        .are(page.table(2));
  }

  @Test
  void a_section_that_faces_both_regions_is_grouped_in_every_way() {
    Dataset<Row> found =
        of(
            """
            scope_id | period_id | value
            lao_cai  | 2024      | 100
            ha_giang | 2024      | 200
            lang_son | 2024      | 300
            """);

    assertRows(found.filter("weights = 'border_km' and group_id <> 'all'"))
        .are(
            """
            grouping          | group_id | sections | value    | is_complete
            apart             | yunnan   | 1        | 100.0000 | false
            apart             | both     | 1        | 200.0000 | false
            apart             | guangxi  | 1        | 300.0000 | false
            both_with_yunnan  | yunnan   | 2        | 300.0000 | false
            both_with_yunnan  | guangxi  | 1        | 300.0000 | false
            both_with_guangxi | yunnan   | 1        | 100.0000 | false
            both_with_guangxi | guangxi  | 2        | 500.0000 | false
            """);
  }

  @Test
  void a_section_is_zero_only_where_the_border_was_added_up_from_records() {
    Dataset<Row> found =
        of(
            """
            origin   | scope_type | scope_id | section_id | period_id | value
            computed | section    | lao_cai  | lao_cai    | 2024      | 100
            computed | section    | lang_son | lang_son   | 2024      | 100
            computed | area       | border   |            | 2024      | 200
            printed  | section    | lao_cai  | lao_cai    | 2023      | 100
            printed  | section    | lang_son | lang_son   | 2023      | 100
            printed  | area       | border   |            | 2023      | 200
            printed  | section    | lang_son | lang_son   | 2022      | 100
            """);

    assertRows(found.filter("weights = 'equal' and grouping = 'apart' and group_id = 'all'"))
        .are(
            """
            period_id | sections | is_complete | theil
            2024      | 4        | true        | 0.69314718
            2023      | 2        | false       | 0.00000000
            """);
  }

  private Dataset<Row> of(String text) {
    return Inequality.compute(
        cube.of(text), new Additivity(ADDS, ADDS, ADDS), SPREAD, new Detail("all"), encoder);
  }

  private static Section section(String id, int order, String km, String faces) {
    return new Section(id, order, id, id, new BigDecimal(km), faces, "page", "");
  }
}
