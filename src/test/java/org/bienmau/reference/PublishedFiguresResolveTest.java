package org.bienmau.reference;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedFiguresResolveTest {
  private static final Path FIGURES = Path.of("src/main/data/published_figures.csv");

  private final Registers registers = Registers.load(RegisterFiles.in(Path.of("conf/reference")));

  @Test
  void every_place_of_the_published_figures_is_found() {
    assertThat(
            figures().map(this::resolve).filter(answer -> !answer.isFound()).map(Resolution::error))
        .isEmpty();
  }

  @Test
  void every_figure_of_a_gate_lies_in_the_province_that_is_printed_beside_it() {
    assertThat(
            figures()
                .filter(row -> row.getField("scope_type").equals("gate"))
                .filter(row -> !sectionOf(resolve(row)).equals(printedSection(row))))
        .isEmpty();
  }

  @Test
  void every_commodity_of_the_published_figures_is_registered() {
    assertThat(without("commodity", name -> registers.goodsNamed(name).isPresent())).isEmpty();
  }

  @Test
  void every_unit_of_the_published_figures_is_registered() {
    assertThat(without("unit", name -> registers.unitNamed(name).isPresent())).isEmpty();
  }

  @Test
  void every_publisher_of_the_published_figures_is_registered() {
    assertThat(without("publisher", name -> registers.publisherOf(name).isPresent())).isEmpty();
  }

  @Test
  void every_metric_of_the_published_figures_is_a_measure_of_the_same_dimension() {
    assertThat(
            figures().filter(row -> !isMeasured(row)).map(row -> row.getField("metric")).distinct())
        .isEmpty();
  }

  @Test
  void a_plan_in_dong_is_a_plan_of_revenue() {
    assertThat(registers.measureNamed("plan_value", "VND"))
        .map(Measure::id)
        .contains("revenue_plan");
    assertThat(registers.measureNamed("plan_value", "tỷ USD"))
        .map(Measure::id)
        .contains("plan_value");
  }

  private boolean isMeasured(NamedCsvRecord row) {
    String unit = row.getField("unit");
    return registers
        .measureNamed(row.getField("metric"), unit)
        .filter(measure -> dimension(measure.unit()).equals(dimension(unit)))
        .isPresent();
  }

  private String dimension(String unit) {
    return registers.unitNamed(unit).map(Unit::dimension).orElse("none");
  }

  private Resolution resolve(NamedCsvRecord row) {
    LocalDate end = LocalDate.parse(row.getField("period_end"));
    return registers
        .places()
        .resolve(
            row.getField("scope_name"),
            new Hint(row.getField("scope_type"), row.getField("province"), end));
  }

  private String printedSection(NamedCsvRecord row) {
    return sectionOf(
        registers.places().resolve(row.getField("province"), Hint.none().as("province")));
  }

  private static String sectionOf(Resolution resolution) {
    return ((Resolution.Found) resolution).sectionId();
  }

  private static List<String> without(String column, Predicate<String> known) {
    Function<NamedCsvRecord, String> cell = row -> row.getField(column);
    return figures().map(cell).distinct().filter(known.negate()).toList();
  }

  private static Stream<NamedCsvRecord> figures() {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FIGURES)) {
      return reader.stream().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
