package org.bienmau.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bienmau.bench.BenchPage;
import org.bienmau.bench.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures Bienmau on simulated histories of several sizes, beside three other ways. */
@Command(
    name = "bench",
    description = {
      "Measure this machine: whole histories and one more day, beside a plain copy, DuckDB and naive Spark.",
      "Đo tốc độ xử lý trên máy này, so với ba cách khác trên cùng các tệp.",
      "Every step is a process of its own. Nothing passes or fails by its time."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau bench --lines 1000000",
      "  jobs/bienmau bench --work /data/bench --page src/site/markdown/bench.md"
    })
final class BenchCommand implements Callable<Integer> {
  private static final int SERIES = 100;

  private final Surroundings around;

  @Option(
      names = "--lines",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000000,5000000,20000000",
      description =
          "Declaration lines of each history; a quarter as many visits (default: ${DEFAULT-VALUE}).")
  private List<Long> lines;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Where the random numbers start (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--from",
      paramLabel = "YEAR",
      defaultValue = "2012",
      description = "First year of the histories (default: ${DEFAULT-VALUE}).")
  private int from;

  @Option(
      names = "--to",
      paramLabel = "YEAR",
      defaultValue = "2025",
      description = "Last year of the histories (default: ${DEFAULT-VALUE}).")
  private int to;

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      defaultValue = "target/bench",
      description = "Where files and lakes go; files are used again (default: ${DEFAULT-VALUE}).")
  private Path work;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "6g",
      description = "The heap of every step, and DuckDB's memory (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Option(
      names = "--without",
      paramLabel = "YARDSTICK",
      split = ",",
      description =
          "Leave out naive, duckdb or others (the tables that no other engine fills); may be several.")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Where the page goes (default: bench.md in the work folder).")
  private Path page;

  @Spec private CommandSpec spec;

  BenchCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = around.workingDirectory().resolve(work);
    Files.createDirectories(folder);
    Map<String, String> surroundings = surroundings();
    BenchLadder ladder =
        new BenchLadder(around, folder, heap, new BenchLadder.History(from, to, seed), without);
    surroundings.put("analysis of series", pace(ladder.score(SERIES)));
    String markdown = "";
    for (long size : lines) {
      ladder.climb(size);
      // The largest may run out of memory or of patience; what was measured before it stands.
      markdown = written(folder, surroundings, ladder);
    }
    around.out().print(markdown);
    around.out().flush();
    return ExitCode.DONE.number();
  }

  private String written(Path folder, Map<String, String> surroundings, BenchLadder ladder)
      throws IOException {
    String markdown = new BenchPage(surroundings, ladder.steps(), ladder.rungs()).markdown();
    Path target =
        page == null ? folder.resolve("bench.md") : around.workingDirectory().resolve(page);
    Files.writeString(target, markdown);
    Map<String, Object> json = new LinkedHashMap<>(surroundings);
    json.put("steps", ladder.steps().stream().map(Step::json).toList());
    json.put("comparisons", ladder.comparisons());
    Files.writeString(folder.resolve("bench.json"), Json.of(json) + "\n");
    return markdown;
  }

  /** How many series are analysed in a second of one core, as the answer of a score has it. */
  private static String pace(Path answer) throws IOException {
    for (JsonNode line : new ObjectMapper().readTree(answer.toFile())) {
      if (line.get("what").asText().equals(ScoreCommand.PACE)) {
        return "%s a second on one core, of %d (`jobs/bienmau score --series %d --groups 0`)"
            .formatted(line.get("reached").asText(), SERIES, SERIES);
      }
    }
    throw new IllegalStateException("The answer in %s has no pace.".formatted(answer));
  }

  private Map<String, String> surroundings() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("day", around.clock().instant().toString());
    all.putAll(MachineFigures.read());
    JarManifest jar = JarManifest.read();
    all.put(
        "versions",
        "Bienmau %s, Spark %s, Delta %s".formatted(jar.version(), jar.spark(), jar.delta()));
    all.put("heap", heap);
    all.put("command line", "`jobs/bienmau bench%s`".formatted(options()));
    return all;
  }

  /** What was asked for, but for where it goes. */
  private String options() {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .filter(option -> !List.of("--work", "--page").contains(option.longestName()))
        .map(
            option ->
                " " + option.longestName() + " " + String.join(",", option.originalStringValues()))
        .collect(Collectors.joining());
  }
}
