package org.bienmau.gold;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.testing.DatasetAssert;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class PublishedReconciliationTest {
  private final Rows rows;

  PublishedReconciliationTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void real_disagreements_are_explained_by_rule() {
    String figures =
        """
        figure_id    | measure_id       | scope_id  | period_id      | period_start | period_end | direction | goods_id     | regime           | value       | qualifier | publisher              | known_from | known_from_basis | source_url
        ef0ab157dec7 | trade_value      | lang_son  | 2023           | 2023-01-01   | 2023-12-31 | total     | all          | customs_declared | 4975000000  | exact     | danviet.vn             | 2024-02-29 | published_month  | dv
        b71de5000c25 | trade_value      | lang_son  | 2023           | 2023-01-01   | 2023-12-31 | total     | all          | customs_declared | 4780000000  | over      | baolangson.vn          | 2024-01-31 | published_month  | bls
        df8c33f6e630 | trade_value      | lao_cai   | 2020-YTD-05-26 | 2020-01-01   | 2020-05-26 | export    | agri         | unknown          | 204000000   | over      | fr.vietnamplus.vn      | 2020-05-31 | published_month  | fr
        fcf79cbcf437 | trade_value      | lao_cai   | 2020-YTD-05-26 | 2020-01-01   | 2020-05-26 | export    | agri         | unknown          | 240000000   | exact     | producereport.com      | 2020-06-11 | published_day    | pr
        0988c666da29 | trade_value      | lang_son  | 2025-YTD-11-27 | 2025-01-01   | 2025-11-27 | total     | all          | customs_declared | 7000000000  | approx    | laodong.vn             | 2025-11-29 | published_day    | ja
        b13844ef59c8 | trade_value      | lang_son  | 2025-YTD-11-27 | 2025-01-01   | 2025-11-27 | total     | all          | customs_declared | 7900000000  | approx    | laodong.vn             | 2025-11-29 | published_day    | fr
        0c6f26c39e70 | trade_value      | lang_son  | 2023-01        | 2023-01-01   | 2023-01-31 | total     | all          | customs_declared | 250000000   | exact     | UBND Lạng Sơn          | 2023-02-28 | published_month  | ubnd
        ad73fbb29f4e | trade_value      | lang_son  | 2023-01        | 2023-01-01   | 2023-01-31 | total     | all          | customs_declared | 111000000   | exact     | vietnamplus.vn         | 2023-02-02 | published_day    | vnp
        18e764795603 | trade_value      | lao_cai   | 2021-H1        | 2021-01-01   | 2021-06-30 | total     | all          | via_territory    | 2080000000  | approx    | fr.vietnamplus.vn      | 2021-06-30 | published_month  | vnp21
        d7417fbe5b21 | trade_value      | lao_cai   | 2021-H1        | 2021-01-01   | 2021-06-30 | total     | all          | via_territory    | 2100000000  | under     | thoidai.com.vn         | 2026-11-21 | accessed         | td
        a42688f6d9ef | trade_value      | lao_cai   | 2021-H1        | 2021-01-01   | 2021-06-30 | total     | all          | via_territory    | 2080000000  | exact     | wowtv.co.kr            | 2021-06-30 | published_day    | wow
        """;

    verdicts(figures, "ef0ab157dec7 df8c33f6e630 0988c666da29 0c6f26c39e70 18e764795603")
        .are(
            """
            figure_id    | diff_pct | verdict                | explanation              | explained_by_figure_id | explained_by_observation_id
            ef0ab157dec7 | 0.0000   | agrees                 | chosen                   |                        |
            b71de5000c25 | -3.9196  | other_vintage          | published_on_another_day | ef0ab157dec7           |
            df8c33f6e630 | 0.0000   | agrees                 | chosen                   |                        |
            fcf79cbcf437 | 17.6471  | source_error_suspected | digits_swapped           |                        | of df8c33f6e630
            0988c666da29 | 0.0000   | agrees                 | chosen                   |                        |
            b13844ef59c8 | 12.8571  | source_error_suspected | same_publisher_same_day  | 0988c666da29           |
            0c6f26c39e70 | 0.0000   | agrees                 | chosen                   |                        |
            ad73fbb29f4e | -55.6000 | unexplained            | no_rule_applies          |                        |
            18e764795603 | 0.0000   | agrees                 | chosen                   |                        |
            d7417fbe5b21 | 0.9615   | rounding               | printed_digits           |                        |
            a42688f6d9ef | 0.0000   | agrees                 | same_value               |                        |
            """);
  }

  @Test
  void printed_figures_are_set_beside_what_records_add_up_to() {
    Dataset<Row> figures =
        rows.of(
            Figure.TABLE,
            """
            statement_key | figure_id | measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime           | value | qualifier | source_tier | is_date_inferred | known_from | known_from_basis | publisher | source_url
            rounded       | rounded   | trade_value | section    | lang_son | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | customs_declared | 4780  | approx    | 2           | false            | 2024-04-02 | published_day    | press     | page
            off           | off       | trade_value | section    | lang_son | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | customs_declared | 4900  | exact     | 2           | false            | 2024-04-02 | published_day    | board     | page2
            """);
    Dataset<Row> records =
        rows.of(
            RecordCell.TABLE,
            """
            measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime           | source_id | value   | qualifier | rule        | records | source_tier | known_from
            trade_value | section    | lang_son | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | customs_declared | customs   | 4783.25 | exact     | lines_added | 7       | 1           | 2024-04-10
            """);
    Dataset<Row> cube =
        Observation.compute(
            figures, records, AsOf.latest(), new Additivity(List.of(), List.of(), List.of()));

    DatasetAssert.assertRows(PublishedReconciliation.compute(figures, cube))
        .in(
            PublishedReconciliation.FIGURE_ID,
            PublishedReconciliation.CHOSEN_VALUE,
            PublishedReconciliation.CHOSEN_FIGURE_ID,
            PublishedReconciliation.DIFF_PCT,
            PublishedReconciliation.VERDICT)
        .are(
            """
            figure_id | chosen_value | chosen_figure_id | diff_pct | verdict
            rounded   | 4783.2500    |                  | -0.0679  | rounding
            off       | 4783.2500    |                  | 2.4408   | unexplained
            """);
  }

  @Test
  void each_rule_finds_the_row_that_explains() {
    String figures =
        """
        figure_id | measure_id  | scope_id | period_id      | period_start | period_end | direction | goods_id | regime           | value | qualifier | publisher | known_from | known_from_basis | source_url
        c1        | trade_value | a        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 4975  | exact     | p         | 2025-02-01 | published_day    | u1
        via       | trade_value | a        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | via_territory    | 52000 | exact     | p         | 2025-02-01 | published_day    | u1
        regime    | trade_value | a        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 52000 | exact     | q         | 2025-02-01 | published_day    | u2
        thousand  | trade_value | a        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 4.975 | exact     | r         | 2025-02-01 | published_day    | u3
        early     | trade_value | a        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 3900  | approx    | s         | 2024-12-20 | published_day    | u4
        old       | trade_value | a        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 3111  | exact     | t         | 2025-01-05 | published_day    | u5
        new       | trade_value | a        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 4975  | exact     | t         | 2025-03-05 | published_day    | u6
        nov       | trade_value | a        | 2024-YTD-11-30 | 2024-01-01   | 2024-11-30 | total     | all      | customs_declared | 4433  | exact     | p         | 2025-02-01 | published_day    | u1
        stale     | trade_value | a        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 4433  | exact     | v         | 2026-11-21 | accessed         | u7
        c2        | trade_value | b        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 500   | exact     | p         | 2025-02-01 | published_day    | u8
        badsum    | trade_value | b        | 2024           | 2024-01-01   | 2024-12-31 | total     | all      | customs_declared | 777   | exact     | q         | 2025-02-01 | published_day    | u9
        part_e    | trade_value | b        | 2024           | 2024-01-01   | 2024-12-31 | export    | all      | customs_declared | 327   | exact     | q         | 2025-02-01 | published_day    | u9
        part_i    | trade_value | b        | 2024           | 2024-01-01   | 2024-12-31 | import    | all      | customs_declared | 173   | exact     | q         | 2025-02-01 | published_day    | u9
        c3e       | trade_value | b        | 2024           | 2024-01-01   | 2024-12-31 | export    | all      | customs_declared | 173   | exact     | p         | 2025-02-01 | published_day    | u8
        c3i       | trade_value | b        | 2024           | 2024-01-01   | 2024-12-31 | import    | all      | customs_declared | 327   | exact     | p         | 2025-02-01 | published_day    | u8
        """;

    verdicts(figures, "c1 via nov c2 c3e c3i")
        .are(
            """
            figure_id | diff_pct | verdict                | explanation               | explained_by_figure_id | explained_by_observation_id
            c1        | 0.0000   | agrees                 | chosen                    |                        |
            via       | 0.0000   | agrees                 | chosen                    |                        |
            regime    | 945.2261 | other_regime           | matches_other_regime      |                        | of via
            thousand  | -99.9000 | source_error_suspected | power_of_ten              |                        | of c1
            early     | -21.6080 | other_vintage          | printed_before_period_end | c1                     |
            old       | -37.4673 | other_vintage          | same_publisher_other_day  | new                    |
            new       | 0.0000   | agrees                 | same_value                |                        |
            nov       | 0.0000   | agrees                 | chosen                    |                        |
            stale     | -10.8945 | other_period           | matches_period_beside     |                        | of nov
            c2        | 0.0000   | agrees                 | chosen                    |                        |
            badsum    | 55.4000  | parts_do_not_add_up    | page_parts_differ         | part_e                 |
            part_e    | 89.0173  | source_error_suspected | directions_swapped        | part_i                 |
            part_i    | -47.0948 | source_error_suspected | directions_swapped        | part_e                 |
            c3e       | 0.0000   | agrees                 | chosen                    |                        |
            c3i       | 0.0000   | agrees                 | chosen                    |                        |
            """);
  }

  @Test
  void a_figure_without_an_observation_is_unexplained_and_a_withdrawn_one_is_left_out() {
    Dataset<Row> figures =
        rows.of(
            Figure.TABLE,
            """
            figure_id | statement_key | measure_id  | scope_type | scope_id | period_id | direction | goods_id | regime  | value | qualifier | recorded_to
            lonely    | k1            | trade_value | section    | a        | 2024      | total     | all      | unknown | 0     | exact     |
            gone      | k2            | trade_value | section    | a        | 2024      | total     | all      | unknown | 5     | exact     | 2025-01-01 00:00:00
            """);

    assertRows(
            PublishedReconciliation.compute(
                Standing.of(figures, AsOf.latest()),
                rows.of(Observation.TABLE, "observation_id\nx")))
        .in(
            PublishedReconciliation.FIGURE_ID,
            PublishedReconciliation.DIFF,
            PublishedReconciliation.VERDICT,
            PublishedReconciliation.EXPLANATION)
        .are("figure_id | diff | verdict | explanation\nlonely | | unexplained | no_observation");
  }

  /** Reconciles the figures with observations made of those that are named as chosen. */
  private DatasetAssert verdicts(String text, String chosen) {
    Dataset<Row> figures =
        rows.of(Figure.TABLE, text)
            .withColumn(Figure.STATEMENT_KEY.name(), Figure.FIGURE_ID.col())
            .withColumn(Figure.SCOPE_TYPE.name(), lit("section"));
    Dataset<Row> observations =
        figures
            .filter(Figure.FIGURE_ID.col().isin((Object[]) chosen.split(" ")))
            .withColumn(
                Observation.OBSERVATION_ID.name(), concat(lit("of "), Figure.FIGURE_ID.col()));
    return assertRows(PublishedReconciliation.compute(figures, observations))
        .in(
            PublishedReconciliation.FIGURE_ID,
            PublishedReconciliation.DIFF_PCT,
            PublishedReconciliation.VERDICT,
            PublishedReconciliation.EXPLANATION,
            PublishedReconciliation.EXPLAINED_BY_FIGURE_ID,
            PublishedReconciliation.EXPLAINED_BY_OBSERVATION_ID);
  }
}
