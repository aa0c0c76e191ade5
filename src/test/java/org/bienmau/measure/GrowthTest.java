package org.bienmau.measure;

import static org.apache.spark.sql.functions.col;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class GrowthTest {
  private final Rows rows;

  GrowthTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void growth_from_a_missing_or_zero_base_is_empty() {
    var values =
        rows.of(
            StructType.fromDDL("now decimal(24,4), before decimal(24,4)"),
            """
            now                       | before
            4780000000                | 3100000000
            50                        | 100
            0                         | 100
            100                       | 0
            100                       | -4
            100                       |
                                      | 100
            99999999999999999999.9999 | 0.0001
            """);

    assertRows(
            values.select(col("now"), Growth.percentChange(col("now"), col("before")).as("change")))
        .are(
            """
            now                       | change
            4780000000.0000           | 54.1935
            50.0000                   | -50.0000
            0.0000                    | -100.0000
            100.0000                  |
            100.0000                  |
            100.0000                  |
                                      |
            99999999999999999999.9999 |
            """);
  }

  @Test
  void a_level_and_its_growth_or_share_imply_the_base_or_the_plan() {
    var values =
        rows.of(
            StructType.fromDDL("level decimal(24,4), pct decimal(14,4)"),
            """
            level      | pct
            4780000000 | 56.2
            250000000  | 6.6
            10         | -100
            10         | -90
            10         |
            """);

    assertRows(
            values.select(
                col("pct"),
                Growth.impliedBase(col("level"), col("pct")).as("base"),
                Growth.impliedWhole(col("level"), col("pct")).as("plan")))
        .are(
            """
            pct       | base            | plan
            56.2000   | 3060179257.3624 | 8505338078.2918
            6.6000    | 234521575.9850  | 3787878787.8788
            -100.0000 |                 |
            -90.0000  | 100.0000        |
                      |                 |
            """);
  }
}
