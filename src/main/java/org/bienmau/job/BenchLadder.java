package org.bienmau.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bienmau.bench.BenchPage;
import org.bienmau.bench.BenchPage.Rung;
import org.bienmau.bench.CellComparison;
import org.bienmau.bench.DayApart;
import org.bienmau.bench.DuckDbYardstick;
import org.bienmau.bench.Meter;
import org.bienmau.bench.Step;
import org.bienmau.table.Table;

/**
 * Histories of several sizes, and on each the same steps, every one in a process of its own: so
 * that none finds a warm Java or another's memory, and each is measured as a user meets it.
 */
final class BenchLadder {
  private static final int VISITS_PER_LINE = 4;

  private final Surroundings around;
  private final Path work;
  private final String heap;
  private final History history;
  private final List<String> without;
  private final List<Step> steps = new ArrayList<>();
  private final List<Rung> rungs = new ArrayList<>();

  /** Which history is simulated, but for its size. */
  record History(int from, int to, long seed) {}

  BenchLadder(Surroundings around, Path work, String heap, History history, List<String> without) {
    this.around = around;
    this.work = work;
    this.heap = heap;
    this.history = history;
    this.without = List.copyOf(without);
  }

  List<Step> steps() {
    return steps;
  }

  List<Rung> rungs() {
    return rungs;
  }

  /** All comparisons, as they stand in the JSON of a run. */
  List<Map<String, Object>> comparisons() {
    return rungs.stream()
        .flatMap(rung -> rung.comparisons().stream().map(one -> one.json(rung.lines())))
        .toList();
  }

  /** All steps on a history of so many declaration lines. */
  void climb(long lines) throws IOException, InterruptedException {
    Path files = files(lines);
    Path before = files.resolveSibling(files.getFileName() + "-before");
    Path day = files.resolveSibling(files.getFileName() + "-day");
    String lastDay = history.to() + "-12-31";
    if (!Files.exists(day)) {
      new DayApart(files, lastDay).part(before, day);
    }
    Path out = work.resolve("out-" + lines);
    delete(out);
    Files.createDirectories(out);
    Path lake = out.resolve("lake");
    long all = rows(before);
    long ofDay = rows(day);
    measured(
        "floor", lines, all, out.resolve("floor"), step("floor", before, out.resolve("floor")));
    measured(BenchPage.WHOLE, lines, all, lake, facts(lake, before));
    measured(BenchPage.DAY, lines, ofDay, lake, facts(lake, day));
    if (!without.contains("duckdb")) {
      Path duckDb = out.resolve("duckdb");
      measured("DuckDB", lines, all + ofDay, duckDb, step("duckdb", files, duckDb));
      compare(lines, files, duckDb, lake);
    }
    if (!without.contains("naive")) {
      Path naive = out.resolve("naive");
      measured("naive Spark", lines, all, naive, step("naive", before, naive));
    }
    if (!without.contains("others")) {
      measured(BenchPage.OTHERS, lines, all + ofDay, lake, ours("build", lake, day));
    }
  }

  /** Scores planted series; the file with the answer in JSON. */
  Path score(int series) throws IOException, InterruptedException {
    String count = String.valueOf(series);
    return run(
        "score",
        List.of(),
        List.of("score", "--series", count, "--groups", "0", "--output", "json"));
  }

  /** The files of a size, simulated unless they are there. */
  private Path files(long lines) throws IOException, InterruptedException {
    Path files =
        work.resolve(
            "lines-%d-%d-%d-%d".formatted(lines, history.from(), history.to(), history.seed()));
    Path whole = files.resolveSibling(files.getFileName() + ".whole");
    if (!Files.exists(whole)) {
      List<String> simulate =
          List.of(
              "simulate", "--force",
              "--from", String.valueOf(history.from()),
              "--to", String.valueOf(history.to()),
              "--lines", String.valueOf(lines),
              "--crossings", String.valueOf(lines / VISITS_PER_LINE),
              "--seed", String.valueOf(history.seed()),
              "--out", files.toString());
      run("simulate-" + lines, List.of(), simulate);
      Files.createFile(whole);
    }
    return files;
  }

  private static List<String> ours(String command, Path lake, Path input) {
    return List.of(command, "--lake", lake.toString(), "--input", input.toString());
  }

  /** A run that fills the tables which the other ways fill, and nothing else. */
  private static List<String> facts(Path lake, Path input) {
    String tables = DuckDbYardstick.TABLES.stream().map(Table::id).collect(Collectors.joining(","));
    List<String> command = new ArrayList<>(ours("run", lake, input));
    command.addAll(List.of("--set", "tables=" + tables));
    return command;
  }

  private List<String> step(String yardstick, Path files, Path out) {
    return List.of(
        "bench-step",
        yardstick,
        "--files",
        files.toString(),
        "--out",
        out.toString(),
        "--memory",
        heap.toUpperCase(Locale.ROOT) + "B");
  }

  private void measured(String name, long lines, long rows, Path out, List<String> command)
      throws IOException, InterruptedException {
    long[] before = size(out);
    String log = name.replaceAll("[^a-zA-Z]+", "-") + "-" + lines;
    Path figures = work.resolve(log + ".figures");
    Files.deleteIfExists(figures);
    List<String> words = new ArrayList<>(command);
    if (command.contains("duckdb")) {
      words.addAll(List.of("--figures", figures.toString()));
    }
    long start = around.clock().millis();
    run(
        log,
        List.of(
            "--driver-memory", heap,
            "--conf", "spark.extraListeners=" + Meter.class.getName(),
            "--conf", Meter.FILE + "=" + figures),
        words);
    double seconds = (around.clock().millis() - start) / 1e3;
    long[] after = size(out);
    steps.add(
        new Step(
            name, lines, rows, seconds, after[1] - before[1], after[0] - before[0], read(figures)));
    around.err().printf("%,12d lines  %-20s %8.1f s%n", lines, name, seconds);
    around.err().flush();
  }

  private void compare(long lines, Path files, Path duckDb, Path lake)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(step("compare", files, duckDb));
    words.addAll(List.of("--lake", lake.toString(), "--output", "json"));
    Path log = run("compare-" + lines, List.of("--driver-memory", heap), words);
    List<CellComparison> found = new ArrayList<>();
    for (JsonNode one : new ObjectMapper().readTree(log.toFile())) {
      List<String> examples = new ArrayList<>();
      one.get("examples").forEach(example -> examples.add(example.asText()));
      found.add(
          new CellComparison(
              one.get("table").asText(),
              one.get("rows").asLong(),
              one.get("only_ours").asLong(),
              one.get("only_theirs").asLong(),
              one.get("cells").asLong(),
              one.get("different").asLong(),
              examples));
    }
    rungs.add(new Rung(lines, List.copyOf(found)));
  }

  /** Runs the launcher as a user does and gives the file with its standard output. */
  private Path run(String log, List<String> spark, List<String> command)
      throws IOException, InterruptedException {
    String home = around.environment().get("BIENMAU_HOME");
    if (home == null) {
      throw new RefusedException(
          ExitCode.CONFIGURATION,
          "Cannot measure: BIENMAU_HOME is not set. Start bench with jobs/bienmau.");
    }
    List<String> words = new ArrayList<>(List.of(home + "/jobs/bienmau"));
    words.addAll(spark);
    words.addAll(command);
    Path out = work.resolve(log + ".out");
    Path err = work.resolve(log + ".log");
    ProcessBuilder process =
        new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
    process.environment().putIfAbsent("BIENMAU_PERSONAL_KEY", "made-up persons need no secret");
    int exit = process.start().waitFor();
    if (exit != 0) {
      throw new RefusedException(
          Arrays.stream(ExitCode.values())
              .filter(code -> code.number() == exit)
              .findFirst()
              .orElse(ExitCode.BUG),
          "Cannot go on measuring: '%s' ended with %d. See %s."
              .formatted(String.join(" ", command), exit, err));
    }
    return out;
  }

  private static Map<String, Double> read(Path figures) throws IOException {
    Properties read = new Properties();
    if (Files.exists(figures)) {
      try (InputStream in = Files.newInputStream(figures)) {
        read.load(in);
      }
    }
    return read.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> Double.valueOf(read.getProperty(name)),
                (a, b) -> a,
                TreeMap::new));
  }

  /**
   * Lines of the CSV files of a folder without their headers: what every step has to go through.
   */
  private static long rows(Path folder) throws IOException {
    long rows = 0;
    byte[] buffer = new byte[1 << 20];
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        rows--;
        try (InputStream in = Files.newInputStream(file)) {
          for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
              rows += buffer[i] == '\n' ? 1 : 0;
            }
          }
        }
      }
    }
    return rows;
  }

  private static long[] size(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return new long[2];
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> new long[] {1, file.toFile().length()})
          .reduce(new long[2], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
