package org.bienmau.gold;

import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class CompletenessTest {
  private final Rows rows;

  CompletenessTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void overlapping_periods_cover_a_day_once_and_a_silent_section_stays_in_sight() {
    Dataset<Row> figures =
        rows.of(
            Figure.TABLE,
            """
            statement_key | measure_id  | scope_type | scope_id | section_id | period_id      | period_kind | period_start | period_end | goods_id | regime           | recorded_to
            jan           | trade_value | section    | lao_cai  | lao_cai    | 2024-01        | month       | 2024-01-01   | 2024-01-31 | all      | unknown          |
            mar           | trade_value | section    | lao_cai  | lao_cai    | 2024-03        | month       | 2024-03-01   | 2024-03-31 | all      | unknown          |
            q1            | trade_value | section    | lao_cai  | lao_cai    | 2024-Q1        | quarter     | 2024-01-01   | 2024-03-31 | all      | unknown          |
            to_apr        | trade_value | section    | lao_cai  | lao_cai    | 2024-YTD-04-10 | ytd         | 2024-01-01   | 2024-04-10 | all      | unknown          |
            dec           | trade_value | section    | lao_cai  | lao_cai    | 2024-12        | month       | 2024-12-01   | 2024-12-31 | all      | unknown          |
            withdrawn     | trade_value | section    | lao_cai  | lao_cai    | 2024           | year        | 2024-01-01   | 2024-12-31 | all      | unknown          | 2025-01-01 00:00:00
            lychee        | trade_value | section    | lao_cai  | lao_cai    | 2024           | year        | 2024-01-01   | 2024-12-31 | lychee   | unknown          |
            no_start      | trade_value | section    | lao_cai  | lao_cai    | x              | range       | 2024-08-08   | 2024-08-08 | all      | unknown          |
            gate          | trade_value | gate       | ta_lung  | cao_bang   | 2024-02        | month       | 2024-02-01   | 2024-02-29 | all      | unknown          |
            whole         | trade_value | section    | cao_bang | cao_bang   | 2024           | year        | 2024-01-01   | 2024-12-31 | all      | customs_declared |
            """);

    assertRows(Completeness.compute(Standing.of(figures, AsOf.latest()), sections()))
        .in(
            Completeness.SECTION_ID,
            Completeness.REGIME,
            Completeness.FIGURES,
            Completeness.FIGURES_ALL_GOODS,
            Completeness.GATE_FIGURES,
            Completeness.MONTHS_COVERED,
            Completeness.QUARTERS_COVERED,
            Completeness.HAS_YEAR,
            Completeness.DAYS_COVERED,
            Completeness.GATE_DAYS_COVERED,
            Completeness.LAST_DAY,
            Completeness.STATUS)
        .are(
            """
            section_id | regime           | figures | figures_all_goods | gate_figures | months_covered | quarters_covered | has_year | days_covered | gate_days_covered | last_day   | status
            lao_cai    | unknown          | 7       | 6                 | 0            | 3              | 1                | false    | 132          | 0                 | 2024-12-31 | partial
            lao_cai    | customs_declared | 0       | 0                 | 0            | 0              | 0                | false    | 0            | 0                 |            | none
            cao_bang   | unknown          | 0       | 0                 | 1            | 0              | 0                | false    | 0            | 29                |            | gate_only
            cao_bang   | customs_declared | 1       | 1                 | 0            | 0              | 0                | true     | 366          | 0                 | 2024-12-31 | complete
            """);
  }

  @Test
  void a_period_over_new_year_counts_in_both_years_with_its_days_in_each() {
    Dataset<Row> figures =
        rows.of(
            Figure.TABLE,
            """
            statement_key | measure_id  | scope_type | scope_id | section_id | period_id | period_kind | period_start | period_end | goods_id | regime
            over          | trade_value | section    | lao_cai  | lao_cai    | r         | range       | 2025-12-15   | 2026-01-12 | all      | unknown
            region        | trade_value | area       | border   |            | 2027      | year        | 2027-01-01   | 2027-12-31 | all      | unknown
            """);

    assertRows(Completeness.compute(figures, sections().limit(1)))
        .in(
            Completeness.CALENDAR_YEAR,
            Completeness.DAYS_COVERED,
            Completeness.FIRST_DAY,
            Completeness.LAST_DAY,
            Completeness.STATUS)
        .are(
            """
            calendar_year | days_covered | first_day  | last_day   | status
            2025          | 17           | 2025-12-15 | 2025-12-31 | partial
            2026          | 12           | 2026-01-01 | 2026-01-12 | partial
            2027          | 0            |            |            | none
            """);
  }

  private Dataset<Row> sections() {
    return rows.of(DimSection.TABLE, "section_id\nlao_cai\ncao_bang");
  }
}
