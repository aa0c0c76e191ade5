package org.bienmau.gold.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
final class ForecastTest {
  private static final String HEAD =
      "series_id | measure_id | scope_type | scope_id | section_id | direction | goods_id | regime | unit | by_month | forecasts\n";

  private final Rows rows;
  private final Registers registers =
      Registers.load(
          RegisterFiles.in(Path.of(System.getProperty("bienmau.basedir"), "conf/reference")));

  ForecastTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void gates_add_up_to_their_section_and_directions_to_their_total() {
    Map<String, BigDecimal> medians =
        medians(
            forecasts(
                place("section", "lang_son", 100, 50, 150, 170.1234)
                    + place("gate", "huu_nghi", 60, 20, 80, 77.7777)
                    + place("gate", "tan_thanh", 40, 30, 70, 71.9)));

    for (String direction : List.of("export", "import", "total")) {
      assertThat(medians.get("lang_son " + direction))
          .isEqualTo(
              medians.get("huu_nghi " + direction).add(medians.get("tan_thanh " + direction)));
    }
    for (String place : List.of("lang_son", "huu_nghi", "tan_thanh")) {
      assertThat(medians.get(place + " total"))
          .isEqualTo(medians.get(place + " export").add(medians.get(place + " import")));
    }
    assertThat(medians.get("lang_son total")).isBetween(new BigDecimal(150), new BigDecimal(170));
  }

  @Test
  void the_forecast_of_the_series_alone_stays_beside_it_and_the_interval_moves_along() {
    assertRows(
            forecasts(place("section", "lang_son", 100, 50, 150, 160))
                .select(
                    "direction",
                    "median",
                    "low_80",
                    "high_95",
                    "base_median",
                    "reconciliation",
                    "hierarchy"))
        .are(
            """
            direction | median   | low_80   | high_95  | base_median | reconciliation | hierarchy
            export    | 102.6247 | 92.3622  | 123.1496 | 100.0000    | wls            | lang_son directions
            import    | 50.6562  | 45.5906  | 60.7874  | 50.0000     | wls            | lang_son directions
            total     | 153.2809 | 137.9528 | 183.9371 | 160.0000    | wls            | lang_son directions
            """);
  }

  @Test
  void what_did_not_add_up_before_is_left_as_it_is_and_says_why() {
    String noImport =
        place("section", "cao_bang", 10, 5, 15, 15)
            .lines()
            .filter(line -> !line.contains("| import |"))
            .collect(Collectors.joining("\n", "", "\n"));

    assertRows(
            forecasts(
                    place("section", "lang_son", 100, 50, 151, 160)
                        + noImport
                        + place("gate", "huu_nghi", 60, 20, 80, 81)
                        + place("section", "quang_ninh", 1, 2, 3, 4).replace("2015-12", "2015-11"))
                .filter("direction = 'total'")
                .select("scope_id", "median", "base_median", "hierarchy", "not_reconciled"))
        .are(
            """
            scope_id   | median   | base_median | hierarchy           | not_reconciled
            lang_son   | 160.0000 | 160.0000    |                     | parts_differ
            cao_bang   | 15.0000  | 15.0000     |                     | part_missing
            huu_nghi   | 80.3788  | 81.0000     | huu_nghi directions |
            quang_ninh | 4.0000   | 4.0000      |                     | ends_earlier
            """);
  }

  private Dataset<Row> forecasts(String series) {
    return Forecast.compute(
        rows.of(SeriesAnalysis.TABLE, HEAD + series),
        registers,
        rows.of(Forecast.TABLE, "series_id\nx").encoder());
  }

  private static Map<String, BigDecimal> medians(Dataset<Row> forecasts) {
    return forecasts.select("scope_id", "direction", "median").collectAsList().stream()
        .collect(
            Collectors.toMap(
                row -> row.getString(0) + " " + row.getString(1), row -> row.getDecimal(2)));
  }

  /** Twelve months of 2015, and forecasts of January with a tenth to either side at 80 %. */
  private static String place(
      String type, String id, double export, double imported, double total, double forecast) {
    String section = type.equals("section") ? id : "lang_son";
    return series(type, id, section, "export", export, export)
        + series(type, id, section, "import", imported, imported)
        + series(type, id, section, "total", total, forecast);
  }

  private static String series(
      String type, String id, String section, String direction, double value, double forecast) {
    StringBuilder months = new StringBuilder();
    for (int month = 1; month <= 12; month++) {
      months.append(
          "%s{\"period_start\":\"%s-01\",\"value\":%s}"
              .formatted(month == 1 ? "" : ",", YearMonth.of(2015, month), value));
    }
    return "%s %s | trade_value | %s | %s | %s | %s | all | customs_declared | USD | [%s] | [{\"period_start\":\"2016-01-01\",\"median\":%s,\"low_80\":%s,\"high_80\":%s,\"low_95\":%s,\"high_95\":%s}]%n"
        .formatted(
            id,
            direction,
            type,
            id,
            section,
            direction,
            months,
            forecast,
            0.9 * forecast,
            1.1 * forecast,
            0.8 * forecast,
            1.2 * forecast);
  }
}
