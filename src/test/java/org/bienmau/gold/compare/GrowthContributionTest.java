package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.Additivity;
import org.bienmau.reference.GateStatus;
import org.bienmau.testing.Cube;
import org.bienmau.testing.MethodPage;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class GrowthContributionTest {
  private static final List<String> ADDS = List.of("trade_value");
  private static final Additivity ADDITIVITY = new Additivity(ADDS, ADDS, ADDS);
  private static final Parts PARTS =
      new Parts(
          new GoodsTree(
              Map.of("fruit", "all", "mango", "fruit", "coal", "all", "coke", "all"),
              Set.of("local_goods")),
          Perimeter.of(
              List.of(
                  state("huu_nghi", null, null, null),
                  state("freight", "2016-12-11", null, "huu_nghi"),
                  state("tan_thanh", null, "2024-05-26", null),
                  state("tan_thanh", "2024-05-27", null, "huu_nghi"),
                  state("chi_ma", null, null, null))),
          Set.of("border"));

  private final Cube cube;
  private final Encoder<Row> encoder;

  GrowthContributionTest(SparkSession spark) {
    this.cube = new Cube(spark);
    this.encoder = new Rows(spark).of(GrowthContribution.TABLE, "part_id\nany").encoder();
  }

  private static GateStatus state(String gate, String from, String to, String parent) {
    return new GateStatus(
        gate,
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        parent,
        "international",
        "open",
        "page",
        "");
  }

  @Test
  void the_example_of_the_page_comes_out_as_written() {
    MethodPage page = MethodPage.named("growth-contribution");

    assertRows(of(page.table(1), "2024")).areInOrder(page.table(2));
  }

  @Test
  void single_goods_of_records_are_compared_by_month_for_the_whole_border_alone() {
    Dataset<Row> found =
        of(
            """
            origin   | scope_type | scope_id | goods_id | period_id | value
            computed | area       | border   | all      | 2024-03   | 90
            computed | area       | border   | coal     | 2024-03   | 50
            computed | section    | lang_son | all      | 2024-03   | 60
            computed | section    | lang_son | coal     | 2024-03   | 40
            computed | section    | lang_son | all      | 2024-Q1   | 160
            computed | section    | lang_son | coal     | 2024-Q1   | 100
            printed  | section    | lao_cai  | all      | 2024-04   | 20
            printed  | section    | lao_cai  | coal     | 2024-04   | 10
            """,
            "2024-03",
            "2024-04",
            "2024-Q1");

    assertRows(
            found
                .filter("part_id <> 'residual'")
                .select("decomposition", "scope_id", "goods_id", "period_id", "part_id"))
        .are(
            """
            decomposition | scope_id | goods_id | period_id | part_id
            goods         | border   | all      | 2024-03   | coal
            sections      | border   | all      | 2024-03   | lang_son
            goods         | lang_son | all      | 2024-Q1   | coal
            goods         | lao_cai  | all      | 2024-04   | coal
            """);
  }

  @Test
  void a_part_whose_base_nobody_printed_is_empty_and_left_to_the_residual() {
    Dataset<Row> found =
        of(
            """
            scope_type | scope_id | period_id | value
            area       | border   | 2023      | 1000
            area       | border   | 2024      | 1300
            section    | lang_son | 2023      | 600
            section    | lang_son | 2024      | 700
            section    | lao_cai  | 2024      | 250
            """,
            "2024");

    assertRows(found)
        .areInOrder(
            """
            decomposition | part_no | part_id  | value    | value_year_ago | change   | growth_pct | part_reason  | contribution_points | share_pct | rank | rank_change
            sections      | 1       | lang_son | 700.0000 | 600.0000       | 100.0000 | 16.6667    |              | 10.0000             | 53.8462   | 1    | 0
            sections      | 2       | lao_cai  | 250.0000 |                |          |            | base_missing |                     | 19.2308   | 2    |
            sections      | 3       | residual | 600.0000 | 400.0000       | 200.0000 |            |              | 20.0000             |           |      |
            """);
  }

  @Test
  void a_total_without_a_base_shows_its_parts_and_says_why_it_has_no_growth() {
    Dataset<Row> found =
        of(
            """
            scope_id | direction | period_id | value
            lang_son | total     | 2024      | 10
            lang_son | export    | 2024      | 6
            lang_son | export    | 2023      | 5
            lang_son | import    | 2024      | 3
            """,
            "2024");

    assertRows(found)
        .areInOrder(
            """
            whole_reason | part_id  | value  | change | part_reason  | contribution_points | share_pct
            base_missing | export   | 6.0000 | 1.0000 |              |                     | 60.0000
            base_missing | import   | 3.0000 |        | base_missing |                     | 30.0000
            base_missing | residual | 1.0000 |        | base_missing |                     | 10.0000
            """);
  }

  @Test
  void a_gate_that_took_in_others_is_compared_with_all_of_them_together() {
    Dataset<Row> found =
        of(
            """
            scope_type | scope_id  | section_id | period_id | value
            section    | lang_son  | lang_son   | 2024-03   | 100
            section    | lang_son  | lang_son   | 2025-03   | 120
            gate       | huu_nghi  | lang_son   | 2024-03   | 60
            gate       | tan_thanh | lang_son   | 2024-03   | 25
            gate       | chi_ma    | lang_son   | 2024-03   | 15
            gate       | huu_nghi  | lang_son   | 2025-03   | 100
            gate       | tan_thanh | lang_son   | 2025-03   | 35
            gate       | chi_ma    | lang_son   | 2025-03   | 20
            """,
            "2025-03");

    assertRows(found)
        .are(
            """
            scope_id | part_id   | value    | value_year_ago | change  | whole_growth_pct | whole_reason      | contribution_points
            lang_son | huu_nghi  | 100.0000 | 85.0000        | 15.0000 | 20.0000          |                   | 15.0000
            lang_son | chi_ma    | 20.0000  | 15.0000        | 5.0000  | 20.0000          |                   | 5.0000
            huu_nghi | tan_thanh | 35.0000  | 25.0000        | 10.0000 |                  | perimeter_changed |
            huu_nghi | residual  | 65.0000  |                |         |                  | perimeter_changed |
            """);
  }

  @Test
  void a_gate_is_not_compared_while_what_it_took_in_is_unknown_or_joins_within_the_period() {
    Dataset<Row> found =
        of(
            """
            scope_type | scope_id  | section_id | period_id | value
            section    | lang_son  | lang_son   | 2023-05   | 100
            section    | lang_son  | lang_son   | 2024-03   | 100
            section    | lang_son  | lang_son   | 2024-05   | 110
            section    | lang_son  | lang_son   | 2025-03   | 120
            gate       | huu_nghi  | lang_son   | 2024-03   | 60
            gate       | huu_nghi  | lang_son   | 2025-03   | 100
            gate       | huu_nghi  | lang_son   | 2023-05   | 60
            gate       | huu_nghi  | lang_son   | 2024-05   | 65
            gate       | tan_thanh | lang_son   | 2024-05   | 25
            """,
            "2025-03",
            "2024-05");

    assertRows(found)
        .are(
            """
            scope_id | period_id | part_id  | value    | value_year_ago | part_reason       | share_pct
            lang_son | 2025-03   | huu_nghi | 100.0000 |                | perimeter_changed | 83.3333
            lang_son | 2024-05   | huu_nghi | 65.0000  | 60.0000        | perimeter_changed | 59.0909
            """);
  }

  @Test
  void goods_are_parts_of_the_nearest_group_that_is_known() {
    Dataset<Row> found =
        of(
            """
            goods_id | period_id | value
            all      | 2023      | 10
            mango    | 2023      | 4
            all      | 2024      | 20
            fruit    | 2024      | 9
            mango    | 2024      | 5
            """,
            "2023",
            "2024");

    assertRows(found.filter("part_id <> 'residual'"))
        .are(
            """
            goods_id | period_id | part_id | value  | part_reason
            all      | 2023      | mango   | 4.0000 | base_missing
            all      | 2024      | fruit   | 9.0000 | base_missing
            fruit    | 2024      | mango   | 5.0000 |
            """);
  }

  @Test
  void partial_periods_need_one_source_and_unknown_regimes_one_publisher() {
    Dataset<Row> found =
        of(
            """
            scope_id | regime           | publisher | direction | period_id      | value
            lang_son | customs_declared | gov       | total     | 2024-YTD-05-10 | 20
            lang_son | customs_declared | press     | total     | 2023-YTD-05-10 | 10
            lang_son | customs_declared | gov       | export    | 2024-YTD-05-10 | 8
            lang_son | customs_declared | gov       | export    | 2023-YTD-05-10 | 5
            lao_cai  | unknown          | gov       | total     | 2024           | 20
            lao_cai  | unknown          | gov       | total     | 2023           | 10
            lao_cai  | unknown          | gov       | export    | 2024           | 12
            lao_cai  | unknown          | gov       | export    | 2023           | 6
            lao_cai  | unknown          | press     | import    | 2024           | 7
            lao_cai  | unknown          | press     | import    | 2023           | 4
            """,
            "2024",
            "2024-YTD-05-10");

    assertRows(found)
        .are(
            """
            scope_id | whole_reason | part_id  | change | part_reason    | contribution_points | share_pct
            lang_son | other_source | export   | 3.0000 |                |                     | 40.0000
            lang_son | other_source | residual |        | other_source   |                     | 60.0000
            lao_cai  |              | export   | 6.0000 |                | 60.0000             | 60.0000
            lao_cai  |              | import   |        | regime_unknown |                     |
            lao_cai  |              | residual | 4.0000 |                | 40.0000             |
            """);
  }

  /** Two hundred random totals: parts that come, go, are unknown, exceed their total, are zero. */
  @Test
  void contributions_and_shares_of_any_total_add_up_exactly() {
    Random random = new Random(20260101);
    StringBuilder text = new StringBuilder("origin | scope_id | goods_id | period_id | value\n");
    for (int i = 0; i < 200; i++) {
      String origin = random.nextBoolean() ? "computed" : "printed";
      for (String year : List.of("2023", "2024")) {
        line(text, origin, i, "all", year, 1 + random.nextInt(3_000_000));
        for (String goods : List.of("mango", "coal", "coke")) {
          if (random.nextInt(4) > 0) {
            line(text, origin, i, goods, year, random.nextInt(1_000_000) * random.nextInt(3));
          }
        }
      }
    }

    Row sums =
        of(text.toString(), "2024")
            .groupBy("scope_id")
            .agg(
                expr("sum(contribution_points) - max(whole_growth_pct) as contributions"),
                expr(
                    "if(bool_and(value is null or part_reason is null or whole_reason is not null), sum(share_pct) - 100, 0) as shares"),
                expr("sum(change) - max(whole_value - whole_value_year_ago) as changes"))
            .selectExpr(
                "count(contributions)",
                "sum(abs(contributions))",
                "sum(abs(shares))",
                "sum(abs(changes))")
            .head();

    assertThat(sums.getLong(0)).isBetween(150L, 200L);
    assertThat(sums.getDecimal(1)).isEqualByComparingTo("0");
    assertThat(sums.getDecimal(2)).isEqualByComparingTo("0");
    assertThat(sums.getDecimal(3)).isEqualByComparingTo("0");
  }

  private static void line(
      StringBuilder text, String origin, int place, String goods, String year, int value) {
    text.append("%s | place%d | %s | %s | %d%n".formatted(origin, place, goods, year, value));
  }

  private Dataset<Row> of(String text, String... periods) {
    return new Decompositions(PARTS, ADDITIVITY)
        .of(cube.of(text), Contributions::rows, encoder)
        .filter(GrowthContribution.PERIOD_ID.col().isin((Object[]) periods))
        .orderBy("decomposition", "scope_id", "part_no");
  }
}
