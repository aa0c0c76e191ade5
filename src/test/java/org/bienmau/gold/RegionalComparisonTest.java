package org.bienmau.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.testing.Cube;
import org.bienmau.testing.MethodPage;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RegionalComparisonTest {
  private static final Additivity ADDITIVITY =
      new Additivity(List.of(), List.of(), List.of("trade_value"));

  private final Rows rows;
  private final Cube cube;
  private final Dataset<Row> sections;

  RegionalComparisonTest(SparkSession spark) {
    this.rows = new Rows(spark);
    this.cube = new Cube(spark);
    this.sections =
        rows.of(
            Sections.SCHEMA,
            """
            section   | west_to_east | border_km
            lao_cai   | 1            | 200
            ha_giang  | 2            | 300
            lang_son  | 3            | 250
            """);
  }

  @Test
  void shares_ranks_and_contributions_are_of_one_regime_and_the_missing_stay_visible() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id  | section_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime        | value | unit | qualifier
            a              | trade_value | section    | lao_cai   | lao_cai    | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | all      | via_territory | 100   | USD  | exact
            b              | trade_value | section    | lao_cai   | lao_cai    | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | all      | via_territory | 150   | USD  | exact
            c              | trade_value | section    | lang_son  | lang_son   | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | all      | via_territory | 400   | USD  | over
            d              | trade_value | section    | lang_son  | lang_son   | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | all      | via_territory | 350   | USD  | exact
            e              | trade_value | section    | ha_giang  | ha_giang   | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | all      | unknown       | 9     | USD  | exact
            """);
    Dataset<Row> found =
        RegionalComparison.compute(observations, sections, ADDITIVITY, "border")
            .filter(RegionalComparison.PERIOD_ID.col().equalTo("2024"))
            .cache();

    assertRows(found.filter(RegionalComparison.BASIS.col().equalTo("like_for_like")))
        .are(
            """
            scope_id | value    | missing_reason    | sections_reporting | share_pct | rank | rank_change | value_year_ago | growth_pct | growth_reason | contribution_points | per_border_km
            lao_cai  | 150.0000 |                   | 2                  | 30.0000   | 2    | 0           | 100.0000       | 50.0000    |               | 10.0000             | 0.7500
            ha_giang |          | other_regime_only | 2                  |           |      |             |                |            | value_missing |                     |
            lang_son | 350.0000 |                   | 2                  | 70.0000   | 1    | 0           | 400.0000       | -12.5000   |               | -10.0000            | 1.4000
            border   | 500.0000 |                   | 2                  |           |      |             | 500.0000       | 0.0000     |               |                     | 1.1111
            """);
    assertRows(found.filter(RegionalComparison.BASIS.col().equalTo("best_known")))
        .are(
            """
            scope_id | regime | value    | value_regime  | sections_reporting | share_pct | rank | growth_pct | growth_reason
            lao_cai  | mixed  | 150.0000 | via_territory | 3                  |           |      |            | not_like_for_like
            ha_giang | mixed  | 9.0000   | unknown       | 3                  |           |      |            | not_like_for_like
            lang_son | mixed  | 350.0000 | via_territory | 3                  |           |      |            | not_like_for_like
            """);
  }

  @Test
  void unknown_regimes_are_never_compared_and_a_gate_never_stands_for_its_section_unmarked() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id  | section_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime  | value | unit | qualifier
            a              | trade_value | section    | lao_cai   | lao_cai    | 2013      | year        | 2013-01-01   | 2013-12-31 | total     | all      | unknown | 100   | USD  | exact
            b              | trade_value | section    | lang_son  | lang_son   | 2013      | year        | 2013-01-01   | 2013-12-31 | total     | all      | unknown | 400   | USD  | exact
            c              | trade_value | gate       | thanh_thuy| ha_giang   | 2013      | year        | 2013-01-01   | 2013-12-31 | total     | all      | unknown | 7     | USD  | exact
            d              | trade_value | gate       | small     | ha_giang   | 2013      | year        | 2013-01-01   | 2013-12-31 | total     | all      | unknown | 3     | USD  | exact
            """);

    assertRows(RegionalComparison.compute(observations, sections, ADDITIVITY, "border"))
        .are(
            """
            basis      | scope_id | value    | value_scope_id | per_border_km
            best_known | lao_cai  | 100.0000 | lao_cai        | 0.5000
            best_known | ha_giang | 7.0000   | thanh_thuy     |
            best_known | lang_son | 400.0000 | lang_son       | 1.6000
            """);
  }

  @Test
  void the_growth_of_one_section_alone_is_not_the_growth_of_the_region() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id | section_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime        | value | unit | qualifier
            a              | trade_value | section    | lao_cai  | lao_cai    | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | all      | via_territory | 80    | USD  | exact
            b              | trade_value | section    | lao_cai  | lao_cai    | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | all      | via_territory | 120   | USD  | exact
            c              | trade_value | section    | lang_son | lang_son   | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | all      | via_territory | 40    | USD  | over
            """);

    assertRows(
            RegionalComparison.compute(observations, sections, ADDITIVITY, "border")
                .filter("basis = 'like_for_like' and scope_id <> 'ha_giang'"))
        .are(
            """
            scope_id | value    | sections_reporting | sections_in_both_years | growth_pct | growth_reason    | contribution_points | qualifier
            lao_cai  | 120.0000 | 2                  | 1                      | 50.0000    |                  |                     | exact
            lang_son | 40.0000  | 2                  | 1                      |            | base_missing     |                     | over
            border   | 160.0000 | 2                  | 1                      |            | one_section_only |                     | approx
            """);
  }

  @Test
  void a_partial_period_is_compared_only_where_one_source_counted_both() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id | section_id | period_id      | period_kind | period_start | period_end | direction | goods_id | regime        | publisher | value | unit | qualifier
            a              | trade_value | section    | lao_cai  | lao_cai    | 2023-YTD-05-10 | ytd         | 2023-01-01   | 2023-05-10 | total     | all      | via_territory | gov       | 80    | USD  | exact
            b              | trade_value | section    | lao_cai  | lao_cai    | 2024-YTD-05-10 | ytd         | 2024-01-01   | 2024-05-10 | total     | all      | via_territory | gov       | 120   | USD  | exact
            c              | trade_value | section    | lang_son | lang_son   | 2023-YTD-05-10 | ytd         | 2023-01-01   | 2023-05-10 | total     | all      | via_territory | press     | 20    | USD  | exact
            d              | trade_value | section    | lang_son | lang_son   | 2024-YTD-05-10 | ytd         | 2024-01-01   | 2024-05-10 | total     | all      | via_territory | gov       | 40    | USD  | exact
            """);

    assertRows(
            RegionalComparison.compute(observations, sections, ADDITIVITY, "border")
                .filter(
                    "basis = 'like_for_like' and scope_id <> 'ha_giang' and period_start = '2024-01-01'"))
        .are(
            """
            scope_id | value    | value_year_ago | sections_in_both_years | growth_pct | growth_reason
            lao_cai  | 120.0000 | 80.0000        | 1                      | 50.0000    |
            lang_son | 40.0000  |                | 1                      |            | other_source
            border   | 160.0000 | 80.0000        | 1                      |            | one_section_only
            """);
  }

  @Test
  void the_example_of_the_page_comes_out_as_written() {
    MethodPage page = MethodPage.named("regional-comparison");

    assertRows(
            RegionalComparison.compute(cube.of(page.table(1)), sections, ADDITIVITY, "border")
                .filter("basis = 'like_for_like' and period_id = '2024'"))
        .are(page.table(2));
  }

  @Test
  void a_rate_is_ranked_but_has_no_share_and_no_region() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id       | scope_type | scope_id  | section_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime         | value | unit | qualifier
            a              | vehicles_per_day | section    | lao_cai   | lao_cai    | 2024-03   | month       | 2024-03-01   | 2024-03-31 | total     | all      | not_applicable | 270   | x    | exact
            b              | vehicles_per_day | section    | lang_son  | lang_son   | 2024-03   | month       | 2024-03-01   | 2024-03-31 | total     | all      | not_applicable | 270   | x    | exact
            c              | vehicles_per_day | gate       | a_gate    | ha_giang   | 2024-05   | month       | 2024-05-01   | 2024-05-31 | total     | all      | not_applicable | 20    | x    | exact
            """);

    assertRows(
            RegionalComparison.compute(observations, sections, ADDITIVITY, "border")
                .filter(RegionalComparison.BASIS.col().equalTo("like_for_like")))
        .are(
            """
            scope_id | value    | missing_reason         | share_pct | rank | growth_reason
            lao_cai  | 270.0000 |                        |           | 1    | base_missing
            ha_giang |          | gate_other_period_only |           |      | value_missing
            lang_son | 270.0000 |                        |           | 1    | base_missing
            """);
  }

  @Test
  void contributions_of_the_sections_add_up_to_the_growth_of_the_region() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id  | section_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime        | value | unit | qualifier
            a              | trade_value | section    | lao_cai   | lao_cai    | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | all      | via_territory | 80    | USD  | exact
            b              | trade_value | section    | lao_cai   | lao_cai    | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | all      | via_territory | 120   | USD  | exact
            c              | trade_value | section    | lang_son  | lang_son   | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | all      | via_territory | 0     | USD  | exact
            d              | trade_value | section    | lang_son  | lang_son   | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | all      | via_territory | 40    | USD  | exact
            e              | trade_value | section    | ha_giang  | ha_giang   | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | all      | via_territory | 1000  | USD  | exact
            """);
    Row parts =
        RegionalComparison.compute(observations, sections, ADDITIVITY, "border")
            .filter(
                RegionalComparison.BASIS
                    .col()
                    .equalTo("like_for_like")
                    .and(RegionalComparison.PERIOD_ID.col().equalTo("2024")))
            .selectExpr(
                "sum(contribution_points)", "max(if(scope_id = 'border', growth_pct, null))")
            .head();

    assertThat(parts.getDecimal(0))
        .isEqualByComparingTo("100")
        .isEqualByComparingTo(parts.getDecimal(1));
  }
}
