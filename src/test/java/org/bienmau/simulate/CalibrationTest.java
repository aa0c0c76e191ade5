package org.bienmau.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds a simulated history to figures that were printed. Sums of sampled lines may differ from
 * what is expected by their own noise: a tenth for large sections, and what is said for others.
 */
final class CalibrationTest {
  private static final Path FIGURES =
      Path.of(System.getProperty("bienmau.basedir"), "src/main/data/published_figures.csv");

  @TempDir private static Path folder;

  private static SimulatedHistory history;
  private static Map<String, NamedCsvRecord> figures;

  @BeforeAll
  static void simulate() throws IOException {
    history =
        SimulatedHistory.write(folder, new SimulationRequest(2022, 2025, 60_000, 20_000, 7, 2));
    figures = new HashMap<>();
    SimulatedHistory.rows(FIGURES).forEach(row -> figures.put(row.getField("figure_id"), row));
  }

  @Test
  void years_of_sections_come_near_the_printed_ones() throws IOException {
    assertThat(year("lang_son", 2023)).isCloseTo(51_990.6e6, within(5_200e6));
    assertThat(year("lang_son", 2024)).isCloseTo(66_000e6, within(6_600e6));
    assertThat(year("lang_son", 2025)).isCloseTo(95_000e6, within(9_500e6));
    assertThat(year("quang_ninh", 2025)).isCloseTo(6_100e6, within(610e6));
    assertThat(year("lao_cai", 2024)).isCloseTo(3_625e6, within(470e6));
    assertThat(year("cao_bang", 2024)).isCloseTo(900e6, within(180e6));
  }

  @Test
  void shares_of_sections_come_near_the_printed_ones() throws IOException {
    double all = 0;
    for (String section :
        List.of(
            "dien_bien", "lai_chau", "lao_cai", "ha_giang", "cao_bang", "lang_son", "quang_ninh")) {
      all += year(section, 2024);
    }
    // 66.0 of 66.0 + 4.7 + 3.6 + 0.9 + 0.3 billion USD, the printed years of 2024.
    assertThat(year("lang_son", 2024) / all).isCloseTo(0.87, within(0.02));
  }

  @Test
  void february_dips_where_tet_falls_into_it_as_much_as_was_printed() throws IOException {
    double january = expected("lao_cai", "2024-01");
    double february = expected("lao_cai", "2024-02");
    double march = expected("lao_cai", "2024-03");

    // Printed: 183 million USD in January, and 197 million in March, 49.44 % more than in February.
    assertThat(february / january).isCloseTo(131.8 / 183, within(0.12));
    assertThat(february / march).isCloseTo(1 / 1.4944, within(0.12));
  }

  @Test
  void the_stop_at_tet_has_the_printed_days() throws IOException {
    Map<Integer, Double> days = new HashMap<>();
    for (NamedCsvRecord row : history.truth("tet_profile")) {
      if (List.of("lang_son", "export", "fruit").equals(row.getFields().subList(0, 3))) {
        days.put(Integer.parseInt(row.getField("day")), Double.parseDouble(row.getField("factor")));
      }
    }
    // Printed for 2024: shut on the first four days, 284 export trucks a day of the usual 400 on
    // the next two, all open from the ninth.
    assertThat(days.get(0)).isLessThan(0.05);
    assertThat(days.get(3)).isLessThan(0.05);
    assertThat((days.get(4) + days.get(5) + days.get(6) + days.get(7)) / 4)
        .isCloseTo(284.0 / 400, within(0.15));
    assertThat(days.get(11)).isEqualTo(1);
  }

  @Test
  void every_figure_that_the_model_names_was_printed() {
    SimulationModel model = SimulatedHistory.model(SimulatedHistory.registers());

    assertThat(model.anchors.stream().flatMap(anchor -> anchor.figureIds().stream()))
        .isNotEmpty()
        .allMatch(figures::containsKey);
  }

  @Test
  void years_that_were_printed_as_a_whole_stand_in_the_model_as_printed() {
    SimulationModel model = SimulatedHistory.model(SimulatedHistory.registers());
    Predicate<NamedCsvRecord> wholeYear =
        row ->
            row.getField("period_kind").equals("year")
                && row.getField("regime").equals("via_territory")
                && row.getField("direction").equals("total");

    long held =
        model.anchors.stream()
            .flatMap(
                anchor ->
                    anchor.figureIds().stream()
                        .map(figures::get)
                        .filter(wholeYear)
                        .filter(
                            row ->
                                row.getField("period_start").startsWith(anchor.year() + "")
                                    && row.getField("scope_type").equals("province"))
                        .peek(
                            row ->
                                assertThat(anchor.usd())
                                    .as(row.toString())
                                    .isCloseTo(
                                        Double.parseDouble(row.getField("value")),
                                        within(0.02 * anchor.usd()))))
            .count();
    assertThat(held).isGreaterThanOrEqualTo(8);
  }

  private static double year(String section, int year) throws IOException {
    double sum = 0;
    for (NamedCsvRecord row : history.truth("growth")) {
      if (row.getField("section_id").equals(section)
          && row.getField("year").equals(String.valueOf(year))) {
        sum += Double.parseDouble(row.getField("value_usd"));
      }
    }
    return sum;
  }

  private static double expected(String section, String month) throws IOException {
    double sum = 0;
    for (NamedCsvRecord row : history.truth("expected_month")) {
      if (row.getField("section_id").equals(section) && row.getField("month").equals(month)) {
        sum += Double.parseDouble(row.getField("expected_usd"));
      }
    }
    return sum;
  }
}
