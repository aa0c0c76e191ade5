package org.bienmau.gold;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ObservationTest {
  private static final Additivity ADDITIVITY =
      new Additivity(List.of("trade_value"), List.of("trade_value"), List.of("trade_value"));

  private final Rows rows;

  ObservationTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  @Test
  void the_better_source_wins_then_the_exact_wording_then_the_later_publication() {
    Dataset<Row> figures =
        rows.of(
            Figure.TABLE,
            """
            figure_id | measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime           | value | qualifier | source_tier | is_date_inferred | known_from | known_from_basis
            a1        | trade_value | section    | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 100   | exact     | 3           | false            | 2023-03-01 | published_day
            a2        | trade_value | section    | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 110   | over      | 1           | false            | 2023-02-01 | published_day
            b1        | trade_value | section    | lao_cai  | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 200   | over      | 2           | false            | 2023-03-01 | published_day
            b2        | trade_value | section    | lao_cai  | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 210   | exact     | 2           | false            | 2023-02-01 | published_day
            c1        | trade_value | section    | cao_bang | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 300   | exact     | 2           | false            | 2023-02-01 | published_day
            c2        | trade_value | section    | cao_bang | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 330   | exact     | 2           | false            | 2023-03-01 | published_day
            c3        | trade_value | section    | cao_bang | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 999   | exact     | 2           | false            | 2026-11-21 | accessed
            d1        | trade_value | section    | ha_giang | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 0     | exact     | 2           | false            | 2023-02-01 | published_day
            """);

    assertRows(Observation.compute(figures, noRecords(), AsOf.latest(), ADDITIVITY))
        .are(
            """
            scope_id | figure_id | value    | rule               | figures_competing | competing_low | competing_high | spread_pct
            lang_son | a2        | 110.0000 | source_tier        | 2                 | 100.0000      | 110.0000       | 9.0909
            lao_cai  | b2        | 210.0000 | qualifier          | 2                 | 200.0000      | 210.0000       | 4.7619
            cao_bang | c2        | 330.0000 | latest_publication | 3                 | 300.0000      | 999.0000       | 211.8182
            ha_giang | d1        | 0.0000   | sole               | 1                 | 0.0000        | 0.0000         |
            """);
  }

  @Test
  void an_as_of_date_picks_only_what_was_known_then() {
    Dataset<Row> figures =
        rows.of(
                Figure.TABLE,
                """
            figure_id | measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime           | value | qualifier | source_tier | is_date_inferred | known_from | known_from_basis
            early     | trade_value | section    | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 3100  | exact     | 2           | false            | 2023-02-28 | published_month
            late      | trade_value | section    | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 3060  | exact     | 2           | false            | 2024-01-31 | published_month
            withdrawn | trade_value | section    | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | all      | customs_declared | 9999  | exact     | 1           | false            | 2023-01-31 | published_month
            """)
            .withColumn(
                Figure.RECORDED_TO.name(),
                org.apache
                    .spark
                    .sql
                    .functions
                    .when(Figure.FIGURE_ID.col().equalTo("withdrawn"), "2026-01-01 00:00:00")
                    .cast("timestamp"));

    AsOf then = new AsOf(LocalDate.of(2023, 12, 31));
    assertRows(Observation.compute(figures, noRecords(), then, ADDITIVITY))
        .are("figure_id | value\nearly | 3100.0000");
    assertRows(Observation.compute(figures, noRecords(), AsOf.latest(), ADDITIVITY))
        .are("figure_id | value\nlate | 3060.0000");
  }

  @Test
  void a_total_is_derived_only_of_both_directions_in_one_known_regime() {
    Dataset<Row> figures =
        rows.of(
            Figure.TABLE,
            """
            figure_id | measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime           | value | value_high | qualifier | source_tier | is_date_inferred | known_from | known_from_basis | publisher
            1         | trade_value | section    | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | export    | all      | customs_declared | 940   |            | exact     | 1           | false            | 2023-02-28 | published_month  | p
            2         | trade_value | section    | lang_son | 2022      | year        | 2022-01-01   | 2022-12-31 | import    | all      | customs_declared | 2160  |            | over      | 2           | false            | 2023-03-31 | published_month  | p
            3         | trade_value | section    | lao_cai  | 2022      | year        | 2022-01-01   | 2022-12-31 | export    | all      | unknown          | 1     |            | exact     | 1           | false            | 2023-02-28 | published_month  | p
            4         | trade_value | section    | lao_cai  | 2022      | year        | 2022-01-01   | 2022-12-31 | import    | all      | unknown          | 2     |            | exact     | 1           | false            | 2023-02-28 | published_month  | p
            5         | trade_value | section    | cao_bang | 2022      | year        | 2022-01-01   | 2022-12-31 | export    | all      | customs_declared | 5     |            | exact     | 1           | false            | 2023-02-28 | published_month  | p
            6         | trade_value | section    | ha_giang | 2022      | year        | 2022-01-01   | 2022-12-31 | export    | all      | customs_declared | 7     | 9          | exact     | 1           | false            | 2023-02-28 | published_month  | p
            7         | trade_value | section    | ha_giang | 2022      | year        | 2022-01-01   | 2022-12-31 | import    | all      | customs_declared | 7     |            | exact     | 1           | false            | 2023-02-28 | published_month  | p
            """);

    assertRows(
            Observation.compute(figures, noRecords(), AsOf.latest(), ADDITIVITY)
                .filter(Observation.DIRECTION.col().equalTo("total")))
        .are(
            """
            scope_id | value     | origin  | rule               | qualifier | source_tier | known_from | figure_id | part_figure_ids | figures_competing
            lang_son | 3100.0000 | derived | export_plus_import | over      | 2           | 2023-03-31 |           | 1 2             | 0
            """);
  }

  @Test
  void longer_periods_are_derived_only_of_all_their_parts_and_never_replace_a_printed_one() {
    StringBuilder text =
        new StringBuilder(
            "figure_id | measure_id | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime | value | qualifier | source_tier | is_date_inferred | known_from | known_from_basis\n");
    for (int month = 1; month <= 5; month++) {
      LocalDate start = LocalDate.of(2024, month, 1);
      text.append(
          "m%d | trade_value | gate | g | 2024-0%d | month | %s | %s | total | all | via_territory | 10 | exact | 1 | false | 2024-07-01 | published_day\n"
              .formatted(month, month, start, start.plusMonths(1).minusDays(1)));
    }
    text.append(
        "q2 | trade_value | gate | g | 2024-Q2 | quarter | 2024-04-01 | 2024-06-30 | total | all | via_territory | 45 | exact | 1 | false | 2024-07-01 | published_day\n");

    assertRows(
            Observation.compute(
                    rows.of(Figure.TABLE, text.toString()), noRecords(), AsOf.latest(), ADDITIVITY)
                .filter(Observation.PERIOD_KIND.col().notEqual("month")))
        .are(
            """
            period_id | period_kind | period_start | period_end | value   | origin  | rule            | part_figure_ids
            2024-M01-M02 | jan_feb | 2024-01-01 | 2024-02-29 | 20.0000 | derived | sum_of_months | m1 m2
            2024-Q1   | quarter     | 2024-01-01   | 2024-03-31 | 30.0000 | derived | sum_of_months   | m1 m2 m3
            2024-Q2   | quarter     | 2024-04-01   | 2024-06-30 | 45.0000 | printed | sole            |
            """);
  }

  @Test
  void what_own_records_add_up_to_wins_over_print_of_the_same_tier_and_loses_to_a_better_one() {
    Dataset<Row> figures =
        rows.of(
            Figure.TABLE,
            """
            figure_id | measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime           | value | qualifier | source_tier | is_date_inferred | known_from | known_from_basis | source_url
            same_tier | trade_value | section    | lang_son | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | customs_declared | 100   | exact     | 2           | false            | 2024-04-02 | published_day    | page
            better    | trade_value | section    | lao_cai  | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | customs_declared | 100   | approx    | 1           | false            | 2024-04-02 | published_day    | page
            alone     | trade_value | section    | cao_bang | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | customs_declared | 100   | exact     | 2           | false            | 2024-04-02 | published_day    | page
            alone_too | trade_value | section    | cao_bang | 2024-03   | month       | 2024-03-01   | 2024-03-31 | import    | all      | customs_declared | 50    | exact     | 2           | false            | 2024-04-02 | published_day    | page
            """);
    Dataset<Row> records =
        rows.of(
            RecordCell.TABLE,
            """
            measure_id  | scope_type | scope_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime           | source_id | value | qualifier | rule        | records | source_tier | known_from
            trade_value | section    | lang_son | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | customs_declared | customs   | 104   | exact     | lines_added | 7       | 2           | 2024-04-10
            trade_value | section    | lao_cai  | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | customs_declared | customs   | 104   | exact     | lines_added | 7       | 2           | 2024-04-10
            trade_value | section    | lao_cai  | 2024-04   | month       | 2024-04-01   | 2024-04-30 | export    | all      | customs_declared | customs   | 8     | exact     | lines_added | 1       | 2           | 2024-06-10
            trade_value | section    | cao_bang | 2024-03   | month       | 2024-03-01   | 2024-03-31 | total     | all      | customs_declared | customs   | 160   | exact     | lines_added | 9       | 2           | 2024-04-10
            """);

    AsOf then = new AsOf(LocalDate.of(2024, 5, 1));
    assertRows(Observation.compute(figures, records, then, ADDITIVITY))
        .are(
            """
            scope_id | direction | value    | origin   | rule        | figure_id | publisher | record_rule | records | figures_competing | competing_low | competing_high
            lang_son | export    | 104.0000 | computed | own_records |           | customs   | lines_added | 7       | 2                 | 100.0000      | 104.0000
            lao_cai  | export    | 100.0000 | printed  | source_tier | better    |           |             |         | 2                 | 100.0000      | 104.0000
            cao_bang | export    | 100.0000 | printed  | sole        | alone     |           |             |         | 1                 | 100.0000      | 100.0000
            cao_bang | import    | 50.0000  | printed  | sole        | alone_too |           |             |         | 1                 | 50.0000       | 50.0000
            cao_bang | total     | 160.0000 | computed | sole        |           | customs   | lines_added | 9       | 1                 | 160.0000      | 160.0000
            """);
  }

  @Test
  void single_visits_win_over_daily_counts_of_the_same_tier_whatever_their_source_is_called() {
    Dataset<Row> records =
        rows.of(
            RecordCell.TABLE,
            """
            measure_id       | scope_type | scope_id | period_id        | period_kind | period_start | period_end | direction | goods_id | regime         | source_id | value | qualifier | rule           | records | source_tier | known_from
            vehicles_cleared | gate       | chi_ma   | 2024-03          | month       | 2024-03-01   | 2024-03-31 | total     | all      | not_applicable | board     | 90    | exact     | counts_added   | 90      | 2           | 2024-05-10
            vehicles_cleared | gate       | chi_ma   | 2024-03          | month       | 2024-03-01   | 2024-03-31 | total     | all      | not_applicable | platform  | 88    | exact     | visits_counted | 88      | 2           | 2024-04-10
            vehicles_waiting | gate       | chi_ma   | 2024-03-31@point | point       | 2024-03-31   | 2024-03-31 | total     | all      | not_applicable | board     | 7     | exact     | stock_counted  | 7       | 1           | 2024-04-10
            vehicles_waiting | gate       | chi_ma   | 2024-03-31@point | point       | 2024-03-31   | 2024-03-31 | total     | all      | not_applicable | platform  | 5     | exact     | stock_at_end   | 5       | 2           | 2024-04-10
            """);

    assertRows(
            Observation.compute(
                rows.of(Figure.TABLE, "figure_id"), records, AsOf.latest(), ADDITIVITY))
        .are(
            """
            measure_id       | value   | rule                 | publisher | record_rule    | figures_competing | competing_low | competing_high
            vehicles_cleared | 88.0000 | visits_before_counts | platform  | visits_counted | 2                 | 88.0000       | 90.0000
            vehicles_waiting | 7.0000  | source_tier          | board     | stock_counted  | 2                 | 5.0000        | 7.0000
            """);
  }

  private Dataset<Row> noRecords() {
    return rows.of(RecordCell.TABLE, "source_id");
  }
}
