package org.bienmau.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bienmau.simulate.SimulatedHistory;
import org.bienmau.simulate.SimulationRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of records refuses of simulated files the rows that were spoilt, and no others. */
final class SimulatedFilesTest {
  @TempDir private static Path folder;

  private static SimulatedHistory history;

  @BeforeAll
  static void simulate() {
    // From before the edition of 2022 of the nomenclature to after it, with gates that open again.
    history =
        SimulatedHistory.write(folder, new SimulationRequest(2022, 2023, 20_000, 20_000, 11, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"trade_declarations", "vehicle_crossings", "vehicle_counts", "fx_rates"})
  void only_spoilt_rows_are_refused_and_each_for_its_reasons(String dataset) throws IOException {
    Map<String, String> actual = new TreeMap<>();
    for (Path file : history.files(dataset)) {
      for (Map<String, Object> row : read(file)) {
        List<String> codes =
            TestRecords.codes(row).stream().map(code -> code.split(" ")[0]).toList();
        if (!codes.isEmpty()) {
          actual.put(file.getFileName() + " " + row.get("line_no"), String.join(" ", codes));
        }
      }
    }
    Map<String, String> expected = new TreeMap<>();
    for (NamedCsvRecord row : history.truth("refused_row")) {
      if (row.getField("file").startsWith("simulated_" + dataset)) {
        expected.put(row.getField("file") + " " + row.getField("line"), row.getField("codes"));
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"trade_declarations", "vehicle_crossings", "vehicle_counts"})
  void remarks_are_as_many_as_were_planted(String dataset) throws IOException {
    Map<String, Long> actual = new TreeMap<>();
    for (Path file : history.files(dataset)) {
      for (Map<String, Object> row : read(file)) {
        Object remarks = row.get("remarks");
        for (String code : remarks == null ? new String[0] : remarks.toString().split(" ")) {
          actual.merge(file.getFileName() + " " + code, 1L, Long::sum);
        }
      }
    }
    Map<String, Long> expected = new TreeMap<>();
    for (NamedCsvRecord row : history.truth("remark")) {
      if (row.getField("file").startsWith("simulated_" + dataset)) {
        expected.put(
            row.getField("file") + " " + row.getField("code"),
            Long.parseLong(row.getField("rows")));
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static List<Map<String, Object>> read(Path file) throws IOException {
    return TestRecords.read(
        Files.readAllBytes(file), Inspection.USUAL_CHUNK_BYTES, TestRecords.KEY);
  }
}
