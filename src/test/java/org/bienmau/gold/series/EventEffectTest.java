package org.bienmau.gold.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class EventEffectTest {
  private static final YearMonth START = YearMonth.of(2011, 1);
  private static final int MONTHS = 72;
  private static final String QUEUE = "tan_thanh_congestion_20150328";

  private final Rows rows;
  private final Registers registers =
      Registers.load(
          RegisterFiles.in(Path.of(System.getProperty("bienmau.basedir"), "conf/reference")));

  EventEffectTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void a_queue_at_a_gate_is_set_against_the_gates_of_other_sections() {
    Dataset<Row> effects = effects(Map.of());

    List<Row> concerned =
        effects
            .filter("event_id = '%s' and scope_id = 'tan_thanh'".formatted(QUEUE))
            .select("role", "effect_pct", "low_pct", "high_pct", "controls", "months_after")
            .collectAsList();
    assertThat(concerned).hasSize(1);
    Row effect = concerned.get(0);
    assertThat(effect.getString(0)).isEqualTo("concerned");
    assertThat(effect.getDecimal(2).doubleValue()).isLessThan(-40);
    assertThat(effect.getDecimal(3).doubleValue()).isBetween(-40.0, 0.0);
    assertThat(effect.getInt(4)).isEqualTo(3);
    assertThat(effect.getInt(5)).isEqualTo(2);
  }

  @Test
  void a_gate_beside_it_is_a_neighbour_and_the_gate_that_it_was_a_lane_of_is_not_judged() {
    assertRows(
            effects(Map.of())
                .filter("event_id = '%s' and scope_id <> 'tan_thanh'".formatted(QUEUE))
                .select("scope_id", "role", "controls", "not_identified"))
        .are(
            """
            scope_id | role      | controls | not_identified
            chi_ma   | neighbour | 3        |
            """);
  }

  /** In April 2014 Thanh Thủy was upgraded; what was planned for Cao Bằng was not built yet. */
  @Test
  void gates_that_another_event_was_at_meanwhile_are_no_controls() {
    assertRows(
            effects(Map.of())
                .filter("event_id = 'tan_thanh_congestion_20140401'")
                .select("scope_id", "controls", "controls_left_out"))
        .are(
            """
            scope_id  | controls | controls_left_out
            tan_thanh | 2        | thanh_thuy: thanh_thuy_upgrade_20140401
            chi_ma    | 2        | thanh_thuy: thanh_thuy_upgrade_20140401
            """);
  }

  @Test
  void a_gate_that_grew_away_from_the_others_before_is_not_judged() {
    assertRows(
            effects(Map.of("tan_thanh", 0.02))
                .filter("event_id = '%s' and scope_id = 'tan_thanh'".formatted(QUEUE))
                .select("role", "effect_pct", "not_identified"))
        .are(
            """
            role      | effect_pct | not_identified
            concerned |            | TRENDS_DIFFER
            """);
  }

  /** Six gates of four sections; Tân Thanh falls by 40 % in March and April 2015. */
  private Dataset<Row> effects(Map<String, Double> growth) {
    Map<String, String> gates =
        new TreeMap<>(
            Map.of(
                "tan_thanh", "lang_son",
                "huu_nghi", "lang_son",
                "chi_ma", "lang_son",
                "kim_thanh", "lao_cai",
                "thanh_thuy", "ha_giang",
                "ta_lung", "cao_bang"));
    StringBuilder text =
        new StringBuilder(
            "series_id | measure_id | scope_type | scope_id | section_id | direction | goods_id | regime | unit | verdict | by_month\n");
    Random random = new Random(1);
    gates.forEach(
        (gate, section) ->
            text.append(
                "%s | vehicles_cleared | gate | %s | %s | total | all | unknown | vehicles | good | %s%n"
                    .formatted(
                        gate,
                        gate,
                        section,
                        months(gate, growth.getOrDefault(gate, 0.0), random))));
    return EventEffect.compute(
        rows.of(SeriesAnalysis.TABLE, text.toString()),
        new EventStudy(registers),
        rows.of(EventEffect.TABLE, "series_id\nx").encoder());
  }

  private static String months(String gate, double growth, Random random) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < MONTHS; i++) {
      double log = 7 + growth * i + 0.03 * random.nextGaussian();
      boolean isHit = gate.equals("tan_thanh") && (i == 50 || i == 51);
      json.append(i == 0 ? "" : ",")
          .append(
              "{\"period_start\":\"%s\",\"adjusted\":%.4f}"
                  .formatted(START.plusMonths(i).atDay(1), Math.exp(log) * (isHit ? 0.6 : 1)));
    }
    return json.append("]").toString();
  }
}
