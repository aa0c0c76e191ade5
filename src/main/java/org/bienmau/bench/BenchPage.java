package org.bienmau.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A run of the ladder as a page for people. */
public final class BenchPage {
  /** A run of ours over all files but those of the last day. */
  public static final String WHOLE = "ours: whole history";

  /** A second run, with the files of that day. */
  public static final String DAY = "ours: one more day";

  /** A build of all tables after that. */
  public static final String OTHERS = "ours: all other tables";

  private static final double MEGA = 1e6;

  private final Map<String, String> surroundings;
  private final List<Step> steps;
  private final List<Rung> rungs;

  /**
   * How the tables of one size compare with the other engine's.
   *
   * @param lines declaration lines
   * @param comparisons one for each table
   */
  public record Rung(long lines, List<CellComparison> comparisons) {}

  /**
   * @param surroundings machine, versions, day, load, command line, in the order to be shown
   */
  public BenchPage(Map<String, String> surroundings, List<Step> steps, List<Rung> rungs) {
    this.surroundings = surroundings;
    this.steps = List.copyOf(steps);
    this.rungs = List.copyOf(rungs);
  }

  /** The page, in Markdown. */
  public String markdown() {
    List<String> page = new ArrayList<>();
    page.add("# Measured");
    page.add("");
    page.add(
        "One run of `jobs/bienmau bench` on one machine: an account, not a promise. Each step is a process of its own,");
    page.add(
        "timed from its start to its end. The floor is Spark's own typed copy of the files from CSV to Parquet; DuckDB fills");
    page.add("the same tables; naive Spark reads, groups and merges table by table.");
    page.add("");
    surroundings.forEach((name, value) -> page.add("- %s: %s".formatted(name, value)));
    page.add("");
    page.add("## Steps");
    page.add("");
    page.add(
        "| lines | step | s | rows/s | CPU s | peak MB | heap MB | MB written | files | jobs | stages | tasks |");
    page.add("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    steps.forEach(step -> page.add(line(step)));
    page.add("");
    page.add("## Ratios");
    page.add("");
    page.add(
        "The *whole history* of ours is read, checked, computed and published as the four tables that DuckDB fills as well,");
    page.add(
        "by one `jobs/bienmau run`; *one more day* is a second run. Ten times the rows may take ten times as long.");
    page.add(
        "*All other tables* are the cube, comparisons, series and forecasts, which only Bienmau makes; their cost hangs on");
    page.add("the cells of the cube, not on the lines.");
    page.add("");
    page.add("| lines | ratio | is |");
    page.add("|--:|---|--:|");
    page.addAll(ratios());
    page.add("");
    page.add("## Cell by cell");
    page.add("");
    page.add("| lines | table | rows | cells compared | different | only ours | only DuckDB's |");
    page.add("|--:|---|--:|--:|--:|--:|--:|");
    rungs.forEach(
        rung -> rung.comparisons().forEach(one -> page.add(comparison(rung.lines(), one))));
    page.add("");
    page.add("## Where the time of our steps went");
    page.add("");
    page.add(
        "Processor seconds of Spark's tasks for a table; what plans and commits is in no task, and in no row here.");
    page.add("");
    page.add("| lines | step | for | CPU s |");
    page.add("|--:|---|---|--:|");
    steps.stream()
        .filter(step -> step.name().startsWith("ours"))
        .forEach(s -> page.addAll(groups(s)));
    page.add("");
    return String.join("\n", page);
  }

  private static String line(Step step) {
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %d | %s | %s | %s |"
        .formatted(
            whole(step.lines()),
            step.name(),
            decimals(step.seconds(), 1),
            whole(step.rowsPerSecond()),
            decimals(step.figure(ProcessFigures.CPU_SECONDS), 1),
            whole(step.figure(ProcessFigures.PEAK_BYTES) / MEGA),
            whole(step.figure(ProcessFigures.HEAP_BYTES) / MEGA),
            decimals(step.bytes() / MEGA, 1),
            step.files(),
            whole(step.figure(Meter.JOBS)),
            whole(step.figure(Meter.STAGES)),
            whole(step.figure(Meter.TASKS)));
  }

  private List<String> ratios() {
    List<String> lines = new ArrayList<>();
    for (long size : steps.stream().map(Step::lines).distinct().toList()) {
      double ours = seconds(size, WHOLE);
      double day = seconds(size, DAY);
      lines.add(ratio(size, "whole history to the floor", ours / seconds(size, "floor")));
      lines.add(ratio(size, "whole history to DuckDB", ours / seconds(size, "DuckDB")));
      lines.add(ratio(size, "whole history to naive Spark", ours / seconds(size, "naive Spark")));
      lines.add(ratio(size, "one more day to the whole history", day / ours));
      lines.add(growth(size, ours));
      double all = seconds(size, OTHERS);
      lines.add(ratio(size, "all other tables to the whole history", all / ours));
    }
    return lines.stream().filter(line -> !line.isEmpty()).toList();
  }

  private String growth(long size, double ours) {
    long first = steps.get(0).lines();
    double before = seconds(first, WHOLE);
    return size == first
        ? ""
        : ratio(
            size,
            "time of %s times the rows".formatted(decimals((double) size / first, 1)),
            ours / before);
  }

  private double seconds(long size, String name) {
    Optional<Step> found =
        steps.stream().filter(s -> s.lines() == size && s.name().equals(name)).findFirst();
    return found.map(Step::seconds).orElse(Double.NaN);
  }

  private static String ratio(long size, String what, double value) {
    return Double.isNaN(value)
        ? ""
        : "| %s | %s | %s |".formatted(whole(size), what, decimals(value, 3));
  }

  private static String comparison(long size, CellComparison one) {
    return "| %s | `%s` | %s | %s | %s | %s | %s |"
        .formatted(
            whole(size),
            one.table(),
            whole(one.rows()),
            whole(one.cells()),
            whole(one.different()),
            whole(one.onlyOurs()),
            whole(one.onlyTheirs()));
  }

  private static List<String> groups(Step step) {
    return step.figures().entrySet().stream()
        .filter(figure -> figure.getKey().startsWith(Meter.GROUP))
        .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
        .map(
            figure ->
                "| %s | %s | `%s` | %s |"
                    .formatted(
                        whole(step.lines()),
                        step.name(),
                        figure.getKey().substring(Meter.GROUP.length()),
                        decimals(figure.getValue(), 1)))
        .toList();
  }

  private static String whole(double number) {
    return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String decimals(double number, int places) {
    return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%,." + places + "f", number);
  }
}
