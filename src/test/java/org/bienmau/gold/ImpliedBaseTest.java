package org.bienmau.gold;

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
final class ImpliedBaseTest {
  private final Rows rows;

  ImpliedBaseTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void a_base_that_two_publishers_imply_and_nobody_printed_has_been_revised() {
    String figures =
        """
        figure_id    | scope_id | period_id | period_kind | period_start | period_end | direction | regime           | value      | qualifier | printed_yoy_pct | publisher
        60b650415345 | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | customs_declared | 3100000000 | exact     |                 | UBND Lạng Sơn
        d19750917a3a | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | export    | customs_declared | 940000000  | exact     |                 | UBND Lạng Sơn
        d4990cca7f09 | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | import    | customs_declared | 2160000000 | exact     |                 | UBND Lạng Sơn
        b71de5000c25 | lang_son | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 4780000000 | over      | 56.2            | baolangson.vn
        ef0ab157dec7 | lang_son | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 4975000000 | exact     | 62.6            | danviet.vn
        """;

    implied(figures)
        .in(
            ImpliedBase.FIGURE_ID,
            ImpliedBase.IMPLIED_VALUE,
            ImpliedBase.IMPLIED_LOW,
            ImpliedBase.IMPLIED_HIGH,
            ImpliedBase.KNOWN_VALUE,
            ImpliedBase.GAP_PCT,
            ImpliedBase.PUBLISHERS_IMPLYING,
            ImpliedBase.CLASS,
            ImpliedBase.EXPLANATION)
        .are(
            """
            figure_id    | implied_value   | implied_low     | implied_high    | known_value     | gap_pct | publishers_implying | class        | explanation
            b71de5000c25 | 3060179257.3624 | 3059200000.0000 | 3067563240.4739 | 3100000000.0000 | -1.2845 | 2                   | base_revised | several_publishers
            ef0ab157dec7 | 3059655596.5560 | 3058407623.7319 | 3060904337.1270 | 3100000000.0000 | -1.3014 | 2                   | base_revised | several_publishers
            """);
  }

  @Test
  void a_missing_base_is_recovered_from_the_printed_growth() {
    String figures =
        """
        figure_id    | scope_id | period_id | period_kind | period_start | period_end | direction | regime           | value     | qualifier | printed_yoy_pct | printed_mom_pct | publisher
        0c6f26c39e70 | lang_son | 2023-01   | month       | 2023-01-01   | 2023-01-31 | total     | customs_declared | 250000000 | exact     | 108.3           |                 | UBND
        a5ba15825e9b | lang_son | 2023-01   | month       | 2023-01-01   | 2023-01-31 | export    | customs_declared | 100000000 | exact     | 150             |                 | UBND
        0222e742aebc | lang_son | 2023-01   | month       | 2023-01-01   | 2023-01-31 | import    | customs_declared | 150000000 | exact     | 87.5            |                 | UBND
        b1dd482a7220 | lao_cai  | 2024-03   | month       | 2024-03-01   | 2024-03-31 | total     | unknown          | 197000000 | over      | 40.78           | 49.44           | TTXVN
        fell         | x        | 2024-02   | month       | 2024-02-01   | 2024-02-29 | total     | unknown          | 5         | exact     | -100            |                 | p
        """;

    implied(figures)
        .in(
            ImpliedBase.FIGURE_ID,
            ImpliedBase.IMPLIED_BY,
            ImpliedBase.BASE_START,
            ImpliedBase.BASE_END,
            ImpliedBase.IMPLIED_VALUE,
            ImpliedBase.KNOWN_VALUE,
            ImpliedBase.CLASS)
        .are(
            """
            figure_id    | implied_by       | base_start | base_end   | implied_value  | known_value | class
            0c6f26c39e70 | year_on_year     | 2022-01-01 | 2022-01-31 | 120019203.0725 |             | base_missing
            a5ba15825e9b | year_on_year     | 2022-01-01 | 2022-01-31 | 40000000.0000  |             | base_missing
            0222e742aebc | year_on_year     | 2022-01-01 | 2022-01-31 | 80000000.0000  |             | base_missing
            b1dd482a7220 | year_on_year     | 2023-03-01 | 2023-03-31 | 139934649.8082 |             | base_missing
            b1dd482a7220 | period_on_period | 2024-02-01 | 2024-02-29 | 131825481.7987 |             | base_missing
            fell         | year_on_year     | 2023-02-01 | 2023-02-28 |                |             | base_missing
            """);
  }

  @Test
  void each_class_is_found_by_its_rule() {
    String figures =
        """
        figure_id    | scope_id | period_id | period_kind | period_start | period_end | direction | regime           | value      | qualifier | printed_yoy_pct | printed_plan_pct | publisher
        6465aeba64bf | lang_son | 2022-H1   | half        | 2022-01-01   | 2022-06-30 | total     | customs_declared | 1077600000 | exact     |                 |                  | hq
        ecbcc5f0a4d0 | lang_son | 2023-H1   | half        | 2023-01-01   | 2023-06-30 | total     | unknown          | 2280000000 | over      | 1.1             |                  | vnp
        1a3cbed0451c | lao_cai  | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | via_territory    | 3625000000 | exact     | 68              |                  | vn
        b485f06fb974 | lao_cai  | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | via_territory    | 2150000000 | exact     |                 |                  | ct
        c56764142822 | ls_local | 2023      | year        | 2023-01-01   | 2023-12-31 | export    | unknown          | 156000000  | exact     | 9.9             |                  | dv
        base_local   | ls_local | 2022      | year        | 2022-01-01   | 2022-12-31 | export    | unknown          | 142000000  | exact     |                 |                  | dv
        b25ecdf4098e | cao_bang | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | unknown          | 700000000  | under     | 10              |                  | qdnd
        base_cb      | cao_bang | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | unknown          | 885000000  | under     |                 |                  | vna
        ratio        | a        | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | via_territory    | 866600000  | exact     | 186.24          |                  | p
        base_a       | a        | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | via_territory    | 465300000  | exact     |                 |                  | p
        regime       | b        | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | via_territory    | 110        | exact     | 10              |                  | p
        base_b       | b        | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 100        | exact     |                 |                  | p
        fall         | c        | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | via_territory    | 900        | exact     | 25.0            |                  | p
        base_c       | c        | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | via_territory    | 1200       | exact     |                 |                  | p
        ten          | d        | 2024      | year        | 2024-01-01   | 2024-12-31 | total     | via_territory    | 111        | exact     | 10              |                  | p
        base_d       | d        | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | via_territory    | 1009       | exact     |                 |                  | p
        """;

    implied(figures)
        .in(
            ImpliedBase.FIGURE_ID,
            ImpliedBase.KNOWN_REGIME,
            ImpliedBase.CLASS,
            ImpliedBase.EXPLANATION)
        .are(
            """
            figure_id    | known_regime     | class                   | explanation
            ecbcc5f0a4d0 | customs_declared | ratio_printed_as_growth | read_as_times_other_regime
            1a3cbed0451c | via_territory    | rounding                | base_digits
            c56764142822 | unknown          | agrees                  | within_digits
            b25ecdf4098e | unknown          | unexplained             | regime_unknown
            ratio        | via_territory    | ratio_printed_as_growth | read_as_ratio
            regime       | customs_declared | other_regime            | matches_other_regime
            fall         | via_territory    | source_error_suspected  | sign_lost
            ten          | via_territory    | source_error_suspected  | power_of_ten
            """);
  }

  /** Computes with every figure as the observation of its cell. */
  private DatasetAssert implied(String text) {
    Dataset<Row> figures =
        rows.of(Figure.TABLE, text)
            .withColumn(Figure.STATEMENT_KEY.name(), Figure.FIGURE_ID.col())
            .withColumn(Figure.MEASURE_ID.name(), lit("trade_value"))
            .withColumn(Figure.SCOPE_TYPE.name(), lit("section"))
            .withColumn(Figure.GOODS_ID.name(), lit("all"))
            .withColumn(Figure.SOURCE_TIER.name(), lit(1));
    Dataset<Row> observations =
        figures.withColumn(
            Observation.OBSERVATION_ID.name(), concat(lit("of "), Figure.FIGURE_ID.col()));
    return assertRows(ImpliedBase.compute(figures, observations));
  }
}
