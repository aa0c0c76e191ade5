package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.silver.Figure;
import org.bienmau.testing.DatasetAssert;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class PlanPaceTest {
  private final Rows rows;

  PlanPaceTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void plans_that_nobody_printed_are_recovered_from_printed_shares() {
    pace(
            """
            figure_id    | scope_id | period_id | period_kind | period_start | period_end | direction | regime           | value     | printed_plan_pct | publisher
            0c6f26c39e70 | lang_son | 2023-01   | month       | 2023-01-01   | 2023-01-31 | total     | customs_declared | 250000000 | 6.6              | UBND
            a5ba15825e9b | lang_son | 2023-01   | month       | 2023-01-01   | 2023-01-31 | export    | customs_declared | 100000000 | 7.7              | UBND
            0222e742aebc | lang_son | 2023-01   | month       | 2023-01-01   | 2023-01-31 | import    | customs_declared | 150000000 | 6                | UBND
            """,
            "plan_id\nx")
        .in(
            PlanPace.DIRECTION,
            PlanPace.PLAN_ORIGIN,
            PlanPace.SHARE_REACHED_PCT,
            PlanPace.GAP_POINTS,
            PlanPace.IMPLIED_PLAN,
            PlanPace.IMPLIED_PLAN_LOW,
            PlanPace.IMPLIED_PLAN_HIGH,
            PlanPace.PLAN_HIGHEST)
        .are(
            """
            direction | plan_origin | share_reached_pct | gap_points | implied_plan    | implied_plan_low | implied_plan_high | plan_highest
            total     | implied     | 6.6000            | 0.0000     | 3787878787.8788 | 3759398496.2406  | 3816793893.1298   |
            export    | implied     | 7.7000            | 0.0000     | 1298701298.7013 | 1290322580.6452  | 1307189542.4837   |
            import    | implied     | 6.0000            | 0.0000     | 2500000000.0000 | 2307692307.6923  | 2727272727.2727   |
            """);
  }

  @Test
  void a_plan_is_set_beside_levels_of_its_own_regime_only() {
    pace(
            """
            figure_id    | measure_id  | scope_id | period_id      | period_kind | period_start | period_end | direction | regime           | value      | printed_plan_pct | publisher
            plan_via     | plan_value  | lao_cai  | 2024           | year        | 2024-01-01   | 2024-12-31 | total     | via_territory    | 4500000000 |                  | fr
            465167a671cf |             | lao_cai  | 2024-H1        | half        | 2024-01-01   | 2024-06-30 | total     | via_territory    | 1570000000 | 35               | vns
            1c895b93f37b |             | lao_cai  | 2024-01        | month       | 2024-01-01   | 2024-01-31 | total     | via_territory    | 183000000  |                  | tbtc
            2a52d233672f |             | lao_cai  | 2024-YTD-08-31 | ytd         | 2024-01-01   | 2024-08-31 | total     | customs_declared | 1560000000 |                  | kr
            90c976487976 |             | lao_cai  | 2024-YTD-07-31 | ytd         | 2024-01-01   | 2024-07-31 | total     | unknown          | 1500000000 |                  | vn
            b1dd482a7220 |             | lao_cai  | 2024-03        | month       | 2024-03-01   | 2024-03-31 | total     | via_territory    | 197000000  |                  | TTXVN
            plan_unknown | plan_value  | ha_giang | 2019           | year        | 2019-01-01   | 2019-12-31 | total     | unknown          | 550000000  |                  | vccinews
            same_page    |             | ha_giang | 2019           | year        | 2019-01-01   | 2019-12-31 | total     | via_territory    | 275000000  |                  | vccinews
            """,
            """
            plan_id  | scope_type | scope_id | measure_id  | direction | regime           | period_kind | period_start | value      | value_high | unit
            lc24     | section    | lao_cai  | trade_value | total     | via_territory    | year        | 2024-01-01   | 4400000000 | 4600000000 | USD
            cb25     | section    | cao_bang | trade_value | total     | customs_declared | year        | 2025-01-01   | 0          | 0          | USD
            lc2630   | section    | lao_cai  | trade_value | total     | via_territory    | range       | 2026-01-01   | 9000000000 | 9000000000 | USD
            """)
        .in(
            PlanPace.SCOPE_ID,
            PlanPace.PERIOD_ID,
            PlanPace.PLAN_ORIGIN,
            PlanPace.PLAN_LOWEST,
            PlanPace.PLAN_HIGHEST,
            PlanPace.REACHED_REGIME,
            PlanPace.SHARE_REACHED_PCT,
            PlanPace.SHARE_REASON,
            PlanPace.GAP_POINTS)
        .are(
            """
            scope_id | period_id      | plan_origin | plan_lowest     | plan_highest    | reached_regime   | share_reached_pct | share_reason   | gap_points
            lao_cai  | 2024-H1        | printed     | 4400000000.0000 | 4600000000.0000 | via_territory    | 34.8889           |                | -0.1111
            lao_cai  | 2024-01        | printed     | 4400000000.0000 | 4600000000.0000 | via_territory    | 4.0667            |                |
            lao_cai  | 2024-YTD-08-31 | printed     | 4400000000.0000 | 4600000000.0000 | customs_declared |                   | other_regime   |
            lao_cai  | 2024-YTD-07-31 | printed     | 4400000000.0000 | 4600000000.0000 | unknown          |                   | regime_unknown |
            ha_giang | 2019           | printed     | 550000000.0000  | 550000000.0000  | via_territory    |                   | regime_unknown |
            cao_bang | 2025           | register    | 0.0000          | 0.0000          |                  |                   | level_missing  |
            """);
  }

  @Test
  void a_share_implies_the_plan_by_the_level_that_it_was_printed_beside() {
    pace(
            """
            figure_id    | scope_id | period_id | period_kind | period_start | period_end | direction | regime           | value      | printed_plan_pct | publisher
            b71de5000c25 | lang_son | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 4780000000 |                  | baolangson.vn
            ef0ab157dec7 | lang_son | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 4975000000 | 130.9            | danviet.vn
            """,
            "plan_id\nx",
            "b71de5000c25")
        .in(
            PlanPace.REACHED_VALUE,
            PlanPace.IMPLIED_PLAN,
            PlanPace.SHARE_REACHED_PCT,
            PlanPace.GAP_POINTS)
        .are(
            """
            reached_value   | implied_plan    | share_reached_pct | gap_points
            4780000000.0000 | 3800611153.5523 | 125.7692          | -5.1308
            """);
  }

  private DatasetAssert pace(String text, String registered) {
    return pace(text, registered, null);
  }

  /** Computes with one figure, or every one, as the observation of its cell. */
  private DatasetAssert pace(String text, String registered, String chosen) {
    Dataset<Row> figures =
        rows.of(Figure.TABLE, text)
            .withColumn(
                Figure.MEASURE_ID.name(), coalesce(Figure.MEASURE_ID.col(), lit("trade_value")))
            .withColumn(Figure.SCOPE_TYPE.name(), lit("section"))
            .withColumn(Figure.SECTION_ID.name(), Figure.SCOPE_ID.col())
            .withColumn(Figure.GOODS_ID.name(), lit("all"))
            .withColumn(Figure.UNIT.name(), lit("USD"))
            .withColumn(Figure.QUALIFIER.name(), lit("exact"))
            .withColumn(Figure.SOURCE_TIER.name(), lit(1))
            .withColumn(Figure.KNOWN_FROM.name(), lit("2024-07-01").cast("date"));
    Dataset<Row> observations =
        figures
            .filter(chosen == null ? lit(true) : Figure.FIGURE_ID.col().equalTo(chosen))
            .withColumn(
                Observation.OBSERVATION_ID.name(), concat(lit("of "), Figure.FIGURE_ID.col()))
            .withColumn(Observation.COMPETING_LOW.name(), Figure.VALUE.col())
            .withColumn(Observation.COMPETING_HIGH.name(), Figure.VALUE.col());
    return assertRows(PlanPace.compute(figures, observations, rows.of(DimPlan.TABLE, registered)));
  }
}
