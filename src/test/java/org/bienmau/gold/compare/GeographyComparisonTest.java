package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.Additivity;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.testing.Cube;
import org.bienmau.testing.MethodPage;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With the registers that the project ships: the merger of 2025 is in them. */
@ExtendWith(SparkExtension.class)
final class GeographyComparisonTest {
  private static final Registers REGISTERS =
      Registers.load(
          RegisterFiles.in(Path.of(System.getProperty("bienmau.basedir"), "conf/reference")));
  private static final List<String> ADDS = List.of("trade_value");

  private final Cube cube;
  private final Encoder<Row> encoder;

  GeographyComparisonTest(SparkSession spark) {
    this.cube = new Cube(spark);
    this.encoder = new Rows(spark).of(GeographyComparison.TABLE, "place_id\nany").encoder();
  }

  @Test
  void the_merger_of_2025_comes_out_as_the_page_says() {
    MethodPage page = MethodPage.named("geographies");

    assertRows(
            of(page.table(1))
                .filter("period_id in ('2025', '2026-03', '2026-08')")
                .filter("missing_reason is null or missing_reason = 'territory_changed'"))
        .are(page.table(2));
  }

  @Test
  void a_province_of_two_sections_needs_both_and_every_geography_adds_up_to_the_same() {
    Dataset<Row> found =
        of(
            """
            scope_id  | period_id | value
            lai_chau  | 2003      | 30
            dien_bien | 2003      | 10
            lao_cai   | 2003      | 60
            lai_chau  | 2002      | 20
            lai_chau  | 2004      | 33
            dien_bien | 2004      | 11
            """);

    assertRows(
            found
                .filter("geography = 'as_was' and value is not null")
                .select(
                    "place_id",
                    "section_ids",
                    "period_id",
                    "value",
                    "share_pct",
                    "rank",
                    "growth_pct",
                    "growth_reason"))
        .are(
            """
            place_id  | section_ids        | period_id | value   | share_pct | rank | growth_pct | growth_reason
            lai_chau  | dien_bien lai_chau | 2003      | 40.0000 | 40.0000   | 2    |            | base_missing
            lao_cai   | lao_cai            | 2003      | 60.0000 | 60.0000   | 1    |            | base_missing
            lai_chau  | lai_chau           | 2004      | 33.0000 | 75.0000   | 1    |            | territory_changed
            dien_bien | dien_bien          | 2004      | 11.0000 | 25.0000   | 2    |            | territory_changed
            """);
    assertRows(
            found
                .filter("period_id = '2003'")
                .groupBy("geography")
                .agg(sum("value").as("value"))
                .withColumn("value", col("value").cast("int")))
        .are(
            """
            geography | value
            as_was    | 100
            as_now    | 100
            sections  | 100
            """);
  }

  private Dataset<Row> of(String text) {
    return GeographyComparison.compute(
        cube.of(text),
        new Additivity(ADDS, ADDS, ADDS),
        Geography.of(REGISTERS),
        Parts.of(REGISTERS),
        encoder);
  }
}
