package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bienmau.simulate.SimulatedHistory;
import org.bienmau.simulate.SimulationRequest;
import org.bienmau.source.SourceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook of a simulated year through its layout. */
final class SimulatedWorkbookTest {
  private static final Path LAYOUT =
      Path.of(System.getProperty("bienmau.basedir", "."), "conf/layouts/simulated_months.yaml");
  private static final String WORKBOOK = "simulated_months_2024.xlsx";

  @TempDir private Path folder;

  @Test
  void it_tells_in_millions_what_the_revised_statistics_print_in_dollars() throws IOException {
    SimulatedHistory.write(folder, new SimulationRequest(2024, 2024, 3_000, 0, 3, 2));
    Layout layout = Trial.layout(Files.readString(LAYOUT, StandardCharsets.UTF_8));
    List<SourceRow> rows =
        Trial.rows(layout, WORKBOOK, Files.readAllBytes(folder.resolve(WORKBOOK)));

    Map<String, BigDecimal> actual = new TreeMap<>();
    for (SourceRow row : rows) {
      assertThat(row.faults()).isEmpty();
      Map<String, String> cells = row.cells();
      actual.put(
          String.join(
              "/", cells.get("scope_name"), cells.get("period_start"), cells.get("direction")),
          new BigDecimal(cells.get("value")).movePointRight(6).setScale(0));
    }
    assertThat(actual).isEqualTo(printed());
  }

  private Map<String, BigDecimal> printed() throws IOException {
    Map<String, BigDecimal> printed = new TreeMap<>();
    for (String line :
        Files.readAllLines(folder.resolve("simulated_published_figures_2024_revised.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[4].equals("gate") && !cells[11].equals("total")) {
        printed.put(cells[5] + "/" + cells[7] + "/" + cells[11], new BigDecimal(cells[14]));
      }
    }
    return printed;
  }
}
