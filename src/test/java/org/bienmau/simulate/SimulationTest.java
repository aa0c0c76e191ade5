package org.bienmau.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bienmau.source.ContentHash;
import org.bienmau.source.Provenance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what was simulated back and holds it to the truth that stands beside it. */
final class SimulationTest {
  private static final int DECLARATION_COLUMNS = 21;

  @TempDir private static Path folder;

  private static SimulatedHistory history;

  @BeforeAll
  static void simulate() {
    history = SimulatedHistory.write(folder.resolve("one"));
  }

  @Test
  void the_same_arguments_give_the_same_bytes_on_any_number_of_threads(@TempDir Path other)
      throws IOException {
    SimulatedHistory again =
        SimulatedHistory.write(
            other.resolve("again"), new SimulationRequest(2021, 2023, 30_000, 12_000, 7, 5));

    Map<String, byte[]> expected = history.bytes();
    Map<String, byte[]> actual = again.bytes();
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
  }

  @Test
  void another_seed_gives_other_bytes(@TempDir Path other) throws IOException {
    SimulatedHistory another =
        SimulatedHistory.write(
            other.resolve("another"), new SimulationRequest(2021, 2023, 30_000, 12_000, 8, 2));

    String name = "simulated_trade_declarations_2022-06.csv";
    assertThat(another.bytes().get(name)).isNotEqualTo(history.bytes().get(name));
  }

  @Test
  void current_lines_add_up_to_the_true_sums_exactly() throws IOException {
    Map<String, BigDecimal[]> expected = new TreeMap<>();
    for (NamedCsvRecord row : history.truth("trade_month")) {
      add(
          expected,
          cell(row, row.getField("month")),
          new BigDecimal(row.getField("lines")),
          new BigDecimal(row.getField("net_kg")),
          new BigDecimal(row.getField("value")));
    }
    Map<String, BigDecimal[]> actual = new TreeMap<>();
    for (Map<String, String> row : currentLines().values()) {
      if (row.get("status").equals("active")) {
        add(
            actual,
            String.join(
                "/",
                row.get("registered_at").substring(0, 7),
                row.get("gate_id"),
                row.get("direction"),
                row.get("regime"),
                row.get("hs_code"),
                row.get("currency")),
            BigDecimal.ONE,
            new BigDecimal(row.get("net_kg")),
            new BigDecimal(row.get("value")));
      }
    }
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((cell, sums) -> assertThat(sums).as(cell).isEqualTo(expected.get(cell)));
  }

  @Test
  void there_are_as_many_lines_and_visits_as_were_asked_for() throws IOException {
    Set<String> visits = new HashSet<>();
    for (Path file : history.files("vehicle_crossings")) {
      goodRows(file).forEach(row -> visits.add(row.get("visit_id")));
    }

    assertThat(currentLines()).hasSize(30_000);
    assertThat(visits).hasSize(12_000);
  }

  @Test
  void spoilt_rows_stand_where_the_truth_says() throws IOException {
    Map<String, Integer> told = new TreeMap<>();
    for (NamedCsvRecord row : history.truth("refused_row")) {
      told.merge(row.getField("fault"), 1, Integer::sum);
      String line = lines(row.getField("file")).get(Integer.parseInt(row.getField("line")) - 1);
      if (row.getField("fault").equals("euro")) {
        assertThat(line).contains(",EUR,");
      } else if (row.getField("fault").equals("goods_in_vietnamese")) {
        assertThat(line).contains(",trái cây,");
      } else if (row.getField("codes").equals("CELL_COUNT")) {
        assertThat(line.split(",", -1).length).isNotIn(DECLARATION_COLUMNS, 17, 10);
      }
    }
    assertThat(told).hasSize(new HashSet<>(faultNames()).size());
  }

  @Test
  void amendments_cancellations_late_and_repeated_rows_are_in_the_files_that_the_truth_names()
      throws IOException {
    Map<String, Set<String>> contents = new HashMap<>();
    for (String table : List.of("amendment", "late_row", "repeated_row")) {
      for (NamedCsvRecord row : history.truth(table)) {
        String revision = table.equals("amendment") ? row.getField("revision_no") : "0";
        String item = row.getField("item_no").isEmpty() ? "" : row.getField("item_no") + ",";
        String begin = row.getField("record_id") + "," + item + revision + ",";
        Set<String> there =
            contents.computeIfAbsent(row.getField("file"), SimulationTest::beginnings);
        assertThat(there).as("%s %s", table, row).contains(begin);
      }
    }
    assertThat(history.truth("amendment")).hasSizeGreaterThan(300);
  }

  @Test
  void waiting_follows_from_what_came_and_went() throws IOException {
    Map<String, long[]> before = new HashMap<>();
    Set<String> corrected = new HashSet<>();
    history
        .truth("corrected_count")
        .forEach(row -> corrected.add(String.join("/", row.getFields().subList(0, 4))));
    Set<String> missing = new HashSet<>();
    history
        .truth("missing_count")
        .forEach(row -> missing.add(String.join("/", row.getFields().subList(0, 4))));
    Map<String, Map<String, String>> newest = new TreeMap<>();
    for (Path file : history.files("vehicle_counts")) {
      for (Map<String, String> row : goodRows(file)) {
        String key =
            String.join(
                "/",
                row.get("day"),
                row.get("gate_id"),
                row.get("direction"),
                row.get("cargo_kind"));
        newest.merge(
            key, row, (a, b) -> a.get("published_at").compareTo(b.get("published_at")) > 0 ? a : b);
      }
    }
    long held = 0;
    for (Map.Entry<String, Map<String, String>> entry : newest.entrySet()) {
      Map<String, String> row = entry.getValue();
      String series = entry.getKey().substring(11);
      if (row.get("waiting").isEmpty()) {
        assertThat(missing).contains(entry.getKey());
        before.remove(series);
        continue;
      }
      long[] last = before.get(series);
      long waiting = Long.parseLong(row.get("waiting"));
      if (last != null) {
        long due =
            last[0]
                + Long.parseLong(row.get("arrived"))
                - Long.parseLong(row.get("cleared"))
                - Long.parseLong(row.get("turned_back"));
        assertThat(waiting).as(entry.getKey()).isEqualTo(due);
        held++;
      }
      before.put(series, new long[] {waiting});
    }
    assertThat(held).isGreaterThan(10_000);
    assertThat(corrected).isNotEmpty();
  }

  @Test
  void visits_add_up_to_the_daily_counts() throws IOException {
    Map<String, Map<String, String>> visits = new HashMap<>();
    for (Path file : history.files("vehicle_crossings")) {
      for (Map<String, String> row : goodRows(file)) {
        visits.merge(
            row.get("visit_id"),
            row,
            (a, b) -> a.get("revision_no").compareTo(b.get("revision_no")) >= 0 ? a : b);
      }
    }
    Map<String, long[]> actual = new TreeMap<>();
    for (Map<String, String> visit : visits.values()) {
      count(actual, visit, "arrived_at", 0);
      switch (visit.get("outcome")) {
        case "cleared" -> count(actual, visit, "cleared_at", 1);
        case "turned_back" -> count(actual, visit, "departed_at", 2);
        case "transferred" -> count(actual, visit, "departed_at", 3);
        default -> assertThat(visit.get("outcome")).isEqualTo("waiting");
      }
    }
    Map<String, long[]> expected = new TreeMap<>();
    for (NamedCsvRecord row : history.truth("vehicle_day")) {
      long[] numbers = new long[4];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Long.parseLong(row.getField(4 + i));
      }
      if (Arrays.stream(numbers).sum() > 0) {
        expected.put(String.join("/", row.getFields().subList(0, 4)), numbers);
      }
    }
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((day, numbers) -> assertThat(numbers).as(day).isEqualTo(expected.get(day)));
  }

  @Test
  void every_file_has_a_provenance_that_says_it_is_simulated() throws IOException {
    for (NamedCsvRecord row : history.truth("file")) {
      Path file = folder.resolve("one").resolve(row.getField("file"));
      Path beside = file.resolveSibling(Provenance.fileNameFor(file.getFileName().toString()));
      try (InputStream yaml = Files.newInputStream(beside);
          InputStream content = Files.newInputStream(file)) {
        Provenance provenance = Provenance.load(beside.toString(), yaml);
        assertThat(provenance.title()).startsWith("Simulated");
        assertThat(file.getFileName().toString()).startsWith("simulated_");
        provenance.holdTo(file.toString(), ContentHash.of(content));
      }
    }
  }

  @Test
  void a_history_that_cannot_be_simulated_is_refused_with_every_reason() {
    assertThatThrownBy(() -> new SimulationRequest(2010, 2009, -1, 5, 7, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot simulate this history: the years 2010 to 2009 are not a stretch within 2012 to 2034;"
                + " -1 declaration lines are not between 0 and 2,000,000,000; 0 threads are not"
                + " between 1 and 256. Ask for another.");
  }

  private static List<String> faultNames() {
    return SimulatedHistory.model(SimulatedHistory.registers()).faults.stream()
        .filter(fault -> !fault.dataset().equals("vehicle_crossings"))
        .map(fault -> fault.fault())
        .toList();
  }

  private static Set<String> beginnings(String file) {
    Set<String> beginnings = new HashSet<>();
    for (String line : lines(file)) {
      String[] cells = line.split(",");
      beginnings.add(cells[1] + "," + cells[2] + "," + cells[3] + ",");
      beginnings.add(cells[1] + "," + cells[2] + ",");
    }
    return beginnings;
  }

  private static List<String> lines(String file) {
    try {
      Path path = folder.resolve("one").resolve(file);
      return List.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Map<String, String>> currentLines() throws IOException {
    Map<String, Map<String, String>> current = new HashMap<>();
    for (Path file : history.files("trade_declarations")) {
      for (Map<String, String> row : goodRows(file)) {
        current.merge(
            row.get("declaration_no") + "/" + row.get("item_no"),
            row,
            (a, b) -> a.get("revision_no").compareTo(b.get("revision_no")) >= 0 ? a : b);
      }
    }
    return current;
  }

  /** All rows but those that the truth says a reader has to refuse. */
  private static List<Map<String, String>> goodRows(Path file) throws IOException {
    Set<Integer> spoilt = new HashSet<>();
    for (NamedCsvRecord row : history.truth("refused_row")) {
      if (row.getField("file").equals(file.getFileName().toString())) {
        spoilt.add(Integer.parseInt(row.getField("line")));
      }
    }
    List<String> lines = lines(file.getFileName().toString());
    String[] columns = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!spoilt.contains(i + 1)) {
        String[] cells = lines.get(i).split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int c = 0; c < columns.length; c++) {
          row.put(columns[c], cells[c]);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String cell(NamedCsvRecord row, String month) {
    return String.join(
        "/",
        month,
        row.getField("gate_id"),
        row.getField("direction"),
        row.getField("regime"),
        row.getField("hs_code"),
        row.getField("currency"));
  }

  private static void add(Map<String, BigDecimal[]> sums, String cell, BigDecimal... more) {
    sums.merge(
        cell, more, (a, b) -> new BigDecimal[] {a[0].add(b[0]), a[1].add(b[1]), a[2].add(b[2])});
  }

  private static void count(
      Map<String, long[]> counts, Map<String, String> visit, String stage, int place) {
    String day =
        String.join(
            "/",
            visit.get(stage).substring(0, 10),
            visit.get("gate_id"),
            visit.get("direction"),
            visit.get("cargo_kind"));
    counts.computeIfAbsent(day, any -> new long[4])[place]++;
  }
}
