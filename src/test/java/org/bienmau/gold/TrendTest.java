package org.bienmau.gold;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.time.LocalDate;
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
class TrendTest {
  private static final Additivity ADDITIVITY =
      new Additivity(List.of(), List.of("trade_value"), List.of());

  private final Rows rows;
  private final Cube cube;

  TrendTest(SparkSession spark) {
    this.rows = new Rows(spark);
    this.cube = new Cube(spark);
  }

  @Test
  void growth_is_found_by_date_and_stands_beside_the_printed_one() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime           | value | printed_yoy_pct | printed_mom_pct
            a              | trade_value | section    | lang_son | 2023-02   | month       | 2023-02-01   | 2023-02-28 | total     | all      | customs_declared | 200   |                 |
            b              | trade_value | section    | lang_son | 2024-01   | month       | 2024-01-01   | 2024-01-31 | total     | all      | customs_declared | 250   | 108.3           |
            c              | trade_value | section    | lang_son | 2024-02   | month       | 2024-02-01   | 2024-02-29 | total     | all      | customs_declared | 300   | 51              | 20
            d              | trade_value | section    | lang_son | 2024-04   | month       | 2024-04-01   | 2024-04-30 | total     | all      | customs_declared | 330   |                 |
            """);

    assertRows(Trend.compute(observations, ADDITIVITY))
        .are(
            """
            period_id | value_before | change_pct | change_reason | change_gap_points | value_year_ago | yoy_pct | yoy_reason   | yoy_gap_points
            2023-02   |              |            | base_missing  |                   |                |         | base_missing |
            2024-01   |              |            | base_missing  |                   |                |         | base_missing |
            2024-02   | 250.0000     | 20.0000    |               | 0.0000            | 200.0000       | 50.0000 |              | -1.0000
            2024-04   |              |            | base_missing  |                   |                |         | base_missing |
            """);
  }

  @Test
  void an_empty_growth_says_why() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id | period_id    | period_kind | period_start | period_end | direction | goods_id | regime           | value | value_high | publisher
            a              | trade_value | section    | lang_son | 2022         | year        | 2022-01-01   | 2022-12-31 | total     | all      | via_territory    | 50    |            | p
            b              | trade_value | section    | lang_son | 2023         | year        | 2023-01-01   | 2023-12-31 | total     | all      | customs_declared | 5     |            | p
            c              | trade_value | section    | lao_cai  | 2022         | year        | 2022-01-01   | 2022-12-31 | total     | all      | unknown          | 10    |            | p
            d              | trade_value | section    | lao_cai  | 2023         | year        | 2023-01-01   | 2023-12-31 | total     | all      | unknown          | 11    |            | q
            e              | trade_value | section    | ha_giang | 2022         | year        | 2022-01-01   | 2022-12-31 | total     | all      | unknown          | 10    |            | p
            f              | trade_value | section    | ha_giang | 2023         | year        | 2023-01-01   | 2023-12-31 | total     | all      | unknown          | 11    |            | p
            g              | trade_value | section    | cao_bang | 2022         | year        | 2022-01-01   | 2022-12-31 | total     | all      | via_territory    | 0     |            | p
            h              | trade_value | section    | cao_bang | 2023         | year        | 2023-01-01   | 2023-12-31 | total     | all      | via_territory    | 11    |            | p
            i              | trade_value | gate       | x        | 2022-H1      | half        | 2022-01-01   | 2022-06-30 | total     | all      | via_territory    | 10    |            | p
            j              | trade_value | gate       | x        | 2023-H1      | half        | 2023-01-01   | 2023-06-30 | total     | all      | via_territory    | 11    | 13         | p
            k              | trade_value | gate       | y        | 2023-03-05   | day         | 2023-03-05   | 2023-03-05 | total     | all      | via_territory    | 11    |            | p
            """);

    assertRows(Trend.compute(observations, ADDITIVITY).filter("period_start >= '2023-01-01'"))
        .are(
            """
            scope_id | yoy_pct | yoy_reason        | change_reason
            lang_son |         | base_other_regime | base_other_regime
            lao_cai  |         | regime_unknown    | regime_unknown
            ha_giang | 10.0000 |                   |
            cao_bang |         | base_zero         | base_zero
            x        |         | range_of_values   | base_missing
            y        |         | no_period_before  | no_period_before
            """);
  }

  @Test
  void february_of_a_leap_year_and_odd_year_to_date_days_of_one_source_meet_the_year_before() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id | period_id      | period_kind | period_start | period_end | direction | goods_id | regime        | publisher | value
            a              | trade_value | gate       | x        | 2023-YTD-02-28 | ytd         | 2023-01-01   | 2023-02-28 | total     | all      | via_territory | gov       | 10
            b              | trade_value | gate       | x        | 2024-YTD-02-29 | ytd         | 2024-01-01   | 2024-02-29 | total     | all      | via_territory | gov       | 12
            c              | trade_value | gate       | x        | 2023-YTD-11-15 | ytd         | 2023-01-01   | 2023-11-15 | total     | all      | via_territory | gov       | 100
            d              | trade_value | gate       | x        | 2024-YTD-11-15 | ytd         | 2024-01-01   | 2024-11-15 | total     | all      | via_territory | gov       | 90
            e              | trade_value | gate       | y        | 2023-YTD-11-15 | ytd         | 2023-01-01   | 2023-11-15 | total     | all      | via_territory | gov       | 100
            f              | trade_value | gate       | y        | 2024-YTD-11-15 | ytd         | 2024-01-01   | 2024-11-15 | total     | all      | via_territory | press     | 90
            """);

    assertRows(Trend.compute(observations, ADDITIVITY).filter("period_start >= '2024-01-01'"))
        .are(
            """
            scope_id | period_id      | yoy_pct  | yoy_reason   | change_reason
            x        | 2024-YTD-02-29 | 20.0000  |              | no_period_before
            x        | 2024-YTD-11-15 | -10.0000 |              | no_period_before
            y        | 2024-YTD-11-15 |          | other_source | no_period_before
            """);
  }

  @Test
  void the_examples_of_the_page_come_out_as_written() {
    MethodPage page = MethodPage.named("trend");

    assertRows(Trend.compute(cube.of(page.table(1)), ADDITIVITY)).are(page.table(2));
    assertRows(Trend.compute(cube.of(page.table(3)), ADDITIVITY)).are(page.table(4));
  }

  @Test
  void sums_over_months_are_empty_where_a_month_is_missing() {
    StringBuilder text =
        new StringBuilder(
            "observation_id | measure_id | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime | value\n");
    for (LocalDate start = LocalDate.of(2023, 11, 1);
        start.isBefore(LocalDate.of(2025, 1, 1));
        start = start.plusMonths(1)) {
      if (!start.equals(LocalDate.of(2024, 12, 1))) {
        text.append(
            "%s | trade_value | gate | x | %s | month | %s | %s | total | all | via_territory | 10\n"
                .formatted(
                    start,
                    start.toString().substring(0, 7),
                    start,
                    start.plusMonths(1).minusDays(1)));
      }
    }
    text.append(
        "z | trade_value | gate | x | 2025-01 | month | 2025-01-01 | 2025-01-31 | total | all | via_territory | 10\n");

    assertRows(
            Trend.compute(rows.of(Observation.TABLE, text.toString()), ADDITIVITY)
                .filter(
                    "period_id in ('2023-12', '2024-01', '2024-02', '2024-10', '2024-11', '2025-01')"))
        .are(
            """
            period_id | year_to_date | rolling_3_months | rolling_12_months
            2023-12   |              |                  |
            2024-01   | 10.0000      | 30.0000          |
            2024-02   | 20.0000      | 30.0000          |
            2024-10   | 100.0000     | 30.0000          | 120.0000
            2024-11   | 110.0000     | 30.0000          | 120.0000
            2025-01   | 10.0000      |                  |
            """);
  }

  @Test
  void mean_yearly_growth_starts_at_the_first_year_of_a_known_regime() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime        | value
            a              | trade_value | gate       | x        | 2020      | year        | 2020-01-01   | 2020-12-31 | total     | all      | via_territory | 100
            b              | trade_value | gate       | x        | 2021      | year        | 2021-01-01   | 2021-12-31 | total     | all      | via_territory | 130
            c              | trade_value | gate       | x        | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | via_territory | 121
            d              | trade_value | gate       | y        | 2020      | year        | 2020-01-01   | 2020-12-31 | total     | all      | unknown       | 100
            e              | trade_value | gate       | y        | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | unknown       | 121
            """);

    assertRows(Trend.compute(observations, ADDITIVITY).filter("period_id <> '2020'"))
        .are(
            """
            scope_id | period_id | cagr_pct | cagr_from
            x        | 2021      |          |
            x        | 2022      | 10.0000  | 2020
            y        | 2022      |          |
            """);
  }
}
