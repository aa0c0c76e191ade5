package org.bienmau.gold.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.gold.Observation;
import org.bienmau.gold.facts.PlaceDays;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.table.TableColumn;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class NowcastTest {
  private static final String HEAD =
      "measure_id | scope_type | scope_id | section_id | direction | goods_id | regime | is_simulated | period_kind | period_start | period_end | unit | value | qualifier | origin | publisher\n";
  private static final StructType DAYS =
      new StructType(
          PlaceDays.COLUMNS.stream().map(TableColumn::field).toArray(StructField[]::new));

  private final Rows rows;
  private final Registers registers =
      Registers.load(
          RegisterFiles.in(Path.of(System.getProperty("bienmau.basedir"), "conf/reference")));

  NowcastTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void the_page_s_example_comes_out_of_months_and_days() {
    assertRows(
            nowcasts(turnover("customs", "false"), visits("platform", "false"))
                .filter("period_start = '2023-06-01'")
                .select(
                    "scope_id",
                    "trade_source_id",
                    "vehicle_source_id",
                    "day_of_month",
                    "months_back",
                    "trucks_so_far",
                    "share_expected_pct",
                    "trucks_expected",
                    "value_per_truck",
                    "nowcast",
                    "errors_behind",
                    "low_80",
                    "not_made"))
        .are(
            """
            scope_id | trade_source_id | vehicle_source_id | day_of_month | months_back | trucks_so_far | share_expected_pct | trucks_expected | value_per_truck | nowcast       | errors_behind | low_80 | not_made
            huu_nghi | customs         | platform          | 10           | 1           | 880           | 34.1463            | 2577.1430       | 20980.0000      | 54068460.0000 | 0             |        |
            """);
  }

  @Test
  void past_months_have_a_nowcast_or_a_reason_and_what_became_of_it() {
    assertRows(
            nowcasts(turnover("customs", "false"), visits("platform", "false"))
                .filter("period_start < '2023-06-01'")
                .select("period_start", "day_of_month", "trucks_so_far", "actual", "not_made"))
        .are(
            """
            period_start | day_of_month | trucks_so_far | actual        | not_made
            2023-03-01   | 10           | 840           | 51000000.0000 | too_few_days
            2023-03-01   | 20           | 1620          | 51000000.0000 | too_few_days
            2023-04-01   | 10           | 780           | 52800000.0000 | too_few_days
            2023-04-01   | 20           | 1620          | 52800000.0000 | too_few_days
            2023-05-01   | 10           | 840           | 53550000.0000 | too_few_months
            2023-05-01   | 20           | 1680          | 53550000.0000 | too_few_months
            """);
  }

  @Test
  void turnover_of_one_world_is_not_told_by_the_trucks_of_another() {
    assertThat(nowcasts(turnover("customs", "true"), visits("platform", "false")).count()).isZero();
  }

  @Test
  void turnover_of_another_source_is_not_added() {
    String months =
        turnover("customs", "false")
            .replace("exact | printed | customs\n", "over | printed | customs\n");

    assertThat(nowcasts(months, visits("platform", "false")).count()).isZero();
    assertRows(
            nowcasts(
                    turnover("customs", "false")
                        .replace(
                            "52800000 | exact | printed | customs",
                            "52800000 | exact | printed | other"),
                    visits("platform", "false"))
                .filter("period_start = '2023-06-01'")
                .select("trade_source_id", "months_back", "not_made"))
        .are(
            """
            trade_source_id | months_back | not_made
            customs         | 1           | too_few_months
            other           | 2           | too_few_months
            """);
  }

  @Test
  void days_that_nobody_counted_are_missing() {
    assertRows(
            nowcasts(turnover("customs", "false"), counts("2023-06-05", 1))
                .filter("period_start = '2023-06-01'")
                .select("trucks_so_far", "not_made", "detail"))
        .are(
            """
            trucks_so_far | not_made     | detail
                          | days_missing | No number is known of 2023-06-05.
            """);
  }

  @Test
  void days_of_fewer_gates_are_not_like_the_newest() {
    assertRows(
            nowcasts(turnover("customs", "false"), counts("none", 2))
                .filter("period_start = '2023-06-01'")
                .select("not_made", "detail"))
        .are(
            """
            not_made       | detail
            too_few_months | Of the six months up to 2023-05, 2 have turnover and trucks of these sources; 3 are needed.
            """);
  }

  @Test
  void printed_trucks_of_half_a_month_say_why_they_tell_nothing() {
    String printed =
        """
        vehicles_cleared | section | lang_son | lang_son | total | all | not_applicable | false | ytd | 2026-01-01 | 2026-01-15 | vehicles | 22903 | exact | printed | board
        vehicles_cleared | section | lang_son | lang_son | total | all | not_applicable | false | ytd | 2025-01-01 | 2025-01-31 | vehicles | 40000 | exact | printed | board
        """;

    assertRows(
            nowcasts(printed, rows.of(DAYS, "source_id\nnobody"))
                .select(
                    "scope_id",
                    "regime",
                    "vehicle_source_id",
                    "period_start",
                    "day_of_month",
                    "trucks_so_far",
                    "not_made"))
        .are(
            """
            scope_id | regime         | vehicle_source_id | period_start | day_of_month | trucks_so_far | not_made
            lang_son | not_applicable | board             | 2026-01-01   | 15           | 22903         | no_daily_trucks
            """);
  }

  private Dataset<Row> nowcasts(String observations, Dataset<Row> days) {
    return Nowcast.compute(
        rows.of(Observation.TABLE, HEAD + observations),
        days,
        registers,
        rows.of(Nowcast.TABLE, "series_id\nx").encoder());
  }

  private static String turnover(String source, String simulated) {
    String month =
        "trade_value | gate | huu_nghi | lang_son | export | all | customs_declared | %s | month | 2023-%02d-01 | 2023-%02d-28 | USD | %s | exact | printed | %s%n";
    return month.formatted(simulated, 3, 3, "51000000", source)
        + month.formatted(simulated, 4, 4, "52800000", source)
        + month.formatted(simulated, 5, 5, "53550000", source)
        + "vehicles_cleared | gate | huu_nghi | lang_son | export | all | not_applicable | %s | month | 2023-05-01 | 2023-05-31 | vehicles | 2550 | exact | computed | platform%n"
            .formatted(simulated);
  }

  private Dataset<Row> visits(String source, String simulated) {
    StringBuilder text =
        new StringBuilder(
            "source_id | is_simulated | scope_type | scope_id | section_id | direction | day | cleared | gates | reported_to\n");
    LocalDate last = LocalDate.of(2023, 6, 10);
    for (LocalDate day = LocalDate.of(2023, 2, 13); !day.isAfter(last); day = day.plusDays(1)) {
      text.append(
          "%s | %s | gate | huu_nghi | lang_son | export | %s | %d | 1 | %s%n"
              .formatted(source, simulated, day, day.equals(last) ? 130 : usual(day), last));
    }
    return rows.of(DAYS, text.toString());
  }

  /** The same as counts; up to 25 March of another number of gates. */
  private Dataset<Row> counts(String missing, int gatesBefore) {
    StringBuilder text =
        new StringBuilder(
            "source_id | is_simulated | scope_type | scope_id | section_id | direction | day | cleared | gates\n");
    LocalDate last = LocalDate.of(2023, 6, 10);
    for (LocalDate day = LocalDate.of(2023, 2, 13); !day.isAfter(last); day = day.plusDays(1)) {
      boolean isNew = gatesBefore == 1 || day.isAfter(LocalDate.of(2023, 3, 25));
      text.append(
          "platform | false | gate | huu_nghi | lang_son | export | %s | %s | %d%n"
              .formatted(
                  day,
                  day.toString().equals(missing) ? "" : usual(day) + "",
                  isNew ? 1 : gatesBefore));
    }
    return rows.of(DAYS, text.toString());
  }

  private static int usual(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? 30 : 90;
  }
}
