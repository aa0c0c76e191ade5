package org.bienmau.gold.compare;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.util.Map;
import java.util.Set;
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
final class PriceVolumeTest {
  private static final GoodsTree GOODS =
      new GoodsTree(
          Map.of("banana", "fruit", "durian", "fruit"), Set.of(), Set.of("banana", "durian"));

  private final Cube cube;
  private final Encoder<Row> unitValues;
  private final Encoder<Row> indices;

  PriceVolumeTest(SparkSession spark) {
    Rows rows = new Rows(spark);
    this.cube = new Cube(spark);
    this.unitValues = rows.of(UnitValue.TABLE, "goods_id\nany").encoder();
    this.indices = rows.of(PriceVolume.TABLE, "group_id\nany").encoder();
  }

  @Test
  void the_example_of_the_page_comes_out_as_written() {
    MethodPage page = MethodPage.named("price-and-volume");

    assertRows(
            UnitValue.compute(cube.of(page.table(1)), GOODS, unitValues)
                .filter("period_id = '2024'"))
        .are(page.table(2));
    assertRows(PriceVolume.compute(cube.of(page.table(1)), GOODS, indices)).are(page.table(3));
  }

  @Test
  void a_value_per_tonne_needs_both_from_one_source() {
    assertRows(
            UnitValue.compute(
                cube.of(
                    """
                    measure_id   | unit | publisher | scope_id | goods_id | period_id | value
                    trade_value  | USD  | gov       | lang_son | durian   | 2024      | 100
                    trade_weight | t    | press     | lang_son | durian   | 2024      | 5
                    trade_value  | USD  | gov       | lao_cai  | durian   | 2024      | 100
                    trade_weight | t    | gov       | ha_giang | durian   | 2024      | 5
                    trade_value  | USD  | gov       | cao_bang | durian   | 2024      | 100
                    trade_weight | t    | gov       | cao_bang | durian   | 2024      | 0
                    """),
                GOODS,
                unitValues))
        .are(
            """
            scope_id | usd_per_tonne | reason
            lang_son |               | other_source
            lao_cai  |               | weight_missing
            ha_giang |               | value_missing
            cao_bang |               | weight_zero
            """);
  }

  @Test
  void goods_of_one_year_only_have_no_change_of_price() {
    assertRows(
            PriceVolume.compute(
                cube.of(
                    """
                    measure_id   | unit | goods_id | period_id | value
                    trade_value  | USD  | banana   | 2023      | 100
                    trade_weight | t    | banana   | 2023      | 1
                    trade_value  | USD  | banana   | 2024      | 300
                    trade_weight | t    | banana   | 2024      | 2
                    trade_value  | USD  | durian   | 2024      | 900
                    trade_weight | t    | durian   | 2024      | 1
                    """),
                GOODS,
                indices))
        .are(
            """
            goods_counted | value_usd | covered_pct | fisher_price | fisher_volume
            1             | 300.0000  |             | 1.50000000   | 2.00000000
            """);
  }
}
