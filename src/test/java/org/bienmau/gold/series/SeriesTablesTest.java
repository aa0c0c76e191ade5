package org.bienmau.gold.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.Observation;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.series.Simulated;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeriesTablesTest {
  private final SparkSession spark;
  private final Rows rows;
  private final Registers registers =
      Registers.load(
          RegisterFiles.in(Path.of(System.getProperty("bienmau.basedir"), "conf/reference")));
  private Dataset<Row> analyses;
  private Dataset<Row> events;

  SeriesTablesTest(SparkSession spark) {
    this.spark = spark;
    this.rows = new Rows(spark);
  }

  /**
   * From 2011: Lạng Sơn with a slump in the registered closure of February 2020 and one bad month
   * in the queues of December 2021; thirty months of Lào Cai; the same Lạng Sơn simulated.
   */
  @BeforeAll
  void analyse() {
    StringBuilder text =
        new StringBuilder(
            "measure_id | scope_type | scope_id | section_id | direction | goods_id | regime | is_simulated | period_id | period_kind | period_start | unit | value\n");
    double[] langSon = Simulated.usual(3).values();
    langSon[109] *= 0.75;
    langSon[131] *= 0.5;
    for (int i = 0; i < langSon.length; i++) {
      text.append(observation("lang_son", "false", i, langSon[i]));
      text.append(observation("lang_son", "true", i, langSon[i]));
      text.append(i < 30 ? observation("lao_cai", "false", i, langSon[i]) : "");
    }
    analyses =
        SeriesAnalysis.compute(
                rows.of(Observation.TABLE, text.toString()),
                registers,
                rows.of(SeriesAnalysis.TABLE, "series_id\nx").encoder())
            .localCheckpoint();
    events = spark.createDataFrame(Explained.places(registers), Explained.PLACES);
  }

  @Test
  void a_long_series_is_adjusted_and_a_short_one_refused_with_its_reason() {
    assertRows(
            SeasonalDiagnostics.compute(analyses)
                .select(
                    "scope_id", "is_simulated", "months", "verdict", "refusal", "refusal_detail"))
        .are(
            """
            scope_id | is_simulated | months | verdict | refusal   | refusal_detail
            lang_son | false        | 144    | good    |           |
            lang_son | true         | 144    | good    |           |
            lao_cai  | false        | 30     |         | TOO_SHORT | There are 30 periods between the first and the last value; 36 are needed.
            """);
  }

  @Test
  void turnover_and_trucks_are_analysed_and_groups_of_goods_by_direction() {
    Dataset<Row> months =
        rows.of(
            Observation.TABLE,
            """
            measure_id           | scope_type | goods_id              | direction | period_kind | value_high
            trade_value          | gate       | all                   | total     | month       |
            vehicles_cleared     | area       | all                   | export    | month       |
            trade_value          | section    | agri_forestry_fishery | export    | month       |
            trade_value          | section    | agri_forestry_fishery | total     | month       |
            trade_value          | gate       | agri_forestry_fishery | export    | month       |
            trade_value          | section    | durian                | export    | month       |
            trade_value          | section    | frozen_goods          | export    | month       |
            vehicles_per_day     | section    | all                   | total     | month       |
            trade_weight         | section    | all                   | total     | month       |
            trade_value          | section    | all                   | import    | year        |
            trade_value          | section    | all                   | import    | month       | 5
            """);

    assertRows(
            months
                .filter(AnalysedSeries.isPart(registers))
                .select("measure_id", "scope_type", "goods_id", "direction"))
        .are(
            """
            measure_id       | scope_type | goods_id              | direction
            trade_value      | gate       | all                   | total
            vehicles_cleared | area       | all                   | export
            trade_value      | section    | agri_forestry_fishery | export
            """);
  }

  @Test
  void every_month_keeps_its_value_and_the_parts_make_it_up() {
    Dataset<Row> months = SeasonalAdjustment.compute(analyses);

    assertThat(months.count()).isEqualTo(144 + 144 + 30);
    assertThat(
            months
                .filter(
                    "abs(adjusted * seasonal_factor * tet_factor * spring_festival_factor / value - 1) > 0.000001")
                .count())
        .isZero();
    assertThat(months.filter("scope_id = 'lao_cai' and value is null").count()).isZero();
    assertThat(months.filter("scope_id = 'lao_cai' and adjusted is not null").count()).isZero();
  }

  @Test
  void a_registered_closure_is_an_effect_and_no_anomaly() {
    assertThat(
            SeasonalEffect.compute(analyses)
                .filter("effect_kind = 'closure' and not is_simulated")
                .select("effect_name")
                .collectAsList())
        .extracting(row -> row.getString(0))
        .contains("lang_son_pandemic_closure_20200131");
    assertThat(Anomaly.compute(analyses, events).filter("period_start = '2020-02-01'").count())
        .isZero();
  }

  @Test
  void an_anomaly_stands_beside_the_event_of_its_month() {
    assertRows(
            Anomaly.compute(analyses, events)
                .filter("period_start = '2021-12-01'")
                .select("scope_id", "is_simulated", "event_id"))
        .are(
            """
            scope_id | is_simulated | event_id
            lang_son | false        | lang_son_congestion_20211211
            lang_son | true         | lang_son_congestion_20211211
            """);
  }

  @Test
  void the_simulated_world_has_the_same_figures_under_another_name() {
    Dataset<Row> months = SeasonalAdjustment.compute(analyses).filter("scope_id = 'lang_son'");

    assertThat(months.select("series_id").distinct().count()).isEqualTo(2);
    assertThat(months.select("period_start", "adjusted", "trend").distinct().count())
        .isEqualTo(144);
  }

  @Test
  void twelve_months_are_forecast_and_earlier_forecasts_scored() {
    Dataset<Row> forecasts =
        Forecast.compute(analyses, registers, rows.of(Forecast.TABLE, "series_id\nx").encoder())
            .filter("not is_simulated");

    List<Row> months = forecasts.select("period_start").orderBy("period_start").collectAsList();
    assertThat(months).hasSize(12);
    assertThat(months.get(0).get(0)).hasToString("2023-01-01");
    assertThat(ForecastScore.compute(analyses).filter("not is_simulated and horizon = 0").count())
        .isEqualTo(2);
  }

  @Test
  void a_step_down_in_the_end_is_a_change_point() {
    assertThat(ChangePoint.compute(analyses, events).columns())
        .isEqualTo(ChangePoint.TABLE.schema().fieldNames());
  }

  private static String observation(String section, String simulated, int month, double value) {
    YearMonth period = YearMonth.of(2011, 1).plusMonths(month);
    return "trade_value | section | %s | %s | total | all | customs_declared | %s | %s | month | %s | USD | %.4f%n"
        .formatted(section, section, simulated, period, period.atDay(1), value);
  }
}
