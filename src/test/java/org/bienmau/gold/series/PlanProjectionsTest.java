package org.bienmau.gold.series;

import static org.bienmau.testing.DatasetAssert.assertRows;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.Cell;
import org.bienmau.gold.Observation;
import org.bienmau.gold.PlanPace;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class PlanProjectionsTest {
  private final Rows rows;

  PlanProjectionsTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void the_page_s_example_comes_out_of_three_years_of_months() {
    assertRows(
            projections("[]", level("lang_son", 2024, "2024-03-31", "27.2727"))
                .select(
                    "expected_share_pct",
                    "projected_year",
                    "low_80",
                    "high_80",
                    "low_95",
                    "high_95",
                    "probability_pct",
                    "past_years",
                    "is_tet_shifted"))
        .are(
            """
            expected_share_pct | projected_year | low_80   | high_80  | low_95  | high_95  | probability_pct | past_years | is_tet_shifted
            22.8943            | 131.0371       | 101.1681 | 169.7246 | 72.6156 | 236.4605 | 83.4884         | 3          | false
            """);
  }

  @Test
  void every_level_without_a_projection_has_a_reason() {
    assertRows(
            projections(
                    "[]",
                    level("lang_son", 2024, "2024-03-15", "27.2727")
                        + level("lang_son", 2024, "2024-02-29", "")
                        + level("lang_son", 2023, "2023-03-31", "27.2727")
                        + level("lao_cai", 2024, "2024-03-31", "27.2727"))
                .select("scope_id", "period_end", "not_projected"))
        .are(
            """
            scope_id | period_end | not_projected
            lang_son | 2024-03-15 | month_not_over
            lang_son | 2024-02-29 | share_empty
            lang_son | 2023-03-31 | too_few_years
            lao_cai  | 2024-03-31 | no_series
            """);
  }

  /** Tết of 2023 stopped January, that of 2024 stops February: half of January is not missing. */
  @Test
  void past_years_are_given_the_tet_of_this_year() {
    String stop =
        """
        [{"effect_name":"tet_stop","effect_kind":"tet","coefficient":-0.5,"standard_error":0.1}]"""
            .strip();

    assertRows(
            projections(stop, level("lang_son", 2024, "2024-01-31", "27.2727"))
                .select("expected_share_pct", "is_tet_shifted"))
        .are(
            """
            expected_share_pct | is_tet_shifted
            9.2564             | true
            """);
  }

  private Dataset<Row> projections(String effects, String levels) {
    Dataset<Row> pace =
        rows.of(
            PlanPace.TABLE,
            "plan_measure_id | measure_id  | scope_type | scope_id | plan_year | direction | goods_id | plan_regime   | reached_regime | period_id | period_end | unit | plan_value | reached_value | share_reached_pct\n"
                + levels);
    Dataset<Row> key =
        rows.of(
            Observation.TABLE,
            """
            measure_id  | scope_type | scope_id | direction | goods_id | regime
            trade_value | section    | lang_son | total     | all      | via_territory
            """);
    Dataset<Row> analyses =
        rows.of(
            SeriesAnalysis.TABLE,
            "series_id | by_month | effects\n%s | %s | %s\n"
                .formatted(key.select(SeriesKey.id()).head().getString(0), months(), effects));
    return PlanProjections.of(
        pace.select(Cell.columns(PlanPace.KNOWN)),
        analyses,
        rows.of(PlanPace.TABLE, "unit\nx").encoder());
  }

  private static String level(String section, int year, String end, String share) {
    return "plan_value | trade_value | section | %s | %d | total | all | via_territory | via_territory | to-%s | %s | USD | 110 | 30 | %s%n"
        .formatted(section, year, end, end, share);
  }

  /** Years of which a quarter, a fifth and 24 % were done by the end of March. */
  private static String months() {
    StringBuilder months = new StringBuilder("[");
    int[][] years = {{2021, 3, 3}, {2022, 3, 4}, {2023, 18, 19}};
    for (int[] year : years) {
      for (int month = 1; month <= 12; month++) {
        months.append(
            String.format(
                Locale.ROOT,
                "%s{\"period_start\":\"%d-%02d-01\",\"value\":%d}",
                months.length() == 1 ? "" : ",",
                year[0],
                month,
                month <= 3 ? year[1] : year[2]));
      }
    }
    return months.append("]").toString();
  }
}
