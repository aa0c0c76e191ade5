package org.bienmau.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Progress;
import org.bienmau.score.Bank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds the methods to planted truth. */
@Command(
    name = "score",
    description = {
      "Score the methods on series with planted effects: Tết, anomalies, changes, forecasts, events.",
      "Chấm điểm các phương pháp trên những chuỗi số đã biết trước đáp án.",
      "What is scored is the code that fills the tables. A missed aim is told, and ends with 0."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau score",
      "  jobs/bienmau score --series 600 --groups 60 --seed 11 --output csv",
      "  jobs/bienmau score --lake lake/demo --truth lake/demo/simulated/_truth"
    })
final class ScoreCommand implements Callable<Integer> {
  /** The line that says how fast series are analysed. */
  static final String PACE = "series a second on one core";

  private static final String PLANTED = "planted";
  private static final String ANALYSIS = "series_analysis";

  private final Surroundings around;

  @Option(
      names = "--series",
      paramLabel = "N",
      defaultValue = "150",
      description = "Planted series (default: ${DEFAULT-VALUE}).")
  private int series;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "40",
      description = "Planted groups of nine gates with an event (default: ${DEFAULT-VALUE}).")
  private int groups;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Where the random numbers start (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Series worked on at a time (default: one for each processor).")
  private Integer threads;

  @Option(
      names = "--truth",
      paramLabel = "FOLDER",
      description =
          "Score instead what the lake says of simulated gates: the folder _truth beside their files.")
  private Path truth;

  @Option(names = "--strict", description = "End with 5 if an aim is missed.")
  private boolean strict;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  ScoreCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = common.settings(around).settings();
    ScoreTable table = new ScoreTable();
    if (truth == null) {
      scorePlanted(settings, table);
    } else {
      LakeScores.add(settings, around.workingDirectory().resolve(truth), table);
    }
    output.print(table.answer(), around);
    return (strict && table.isMissed() ? ExitCode.CHECK_FAILED : ExitCode.DONE).number();
  }

  private void scorePlanted(Settings settings, ScoreTable table) {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (series < 0 || groups < 0 || workers < 1) {
      throw new RefusedException(
          ExitCode.USAGE,
          "Cannot score %d series and %d groups on %d threads: the least are 0, 0 and 1. Ask for others."
              .formatted(series, groups, workers));
    }
    Bank bank = new Bank(seed, workers);
    double seconds;
    try (ProgressDisplay display = ProgressDisplay.of(settings.progress(), around)) {
      Progress progress = display.progress();
      seconds =
          measured(
              "series", progress, () -> bank.scoreSeries(series, i -> progress.parts(i, series)));
      measured("groups", progress, () -> bank.scoreGroups(groups, i -> progress.parts(i, groups)));
    }
    table.add(PLANTED, bank.lines());
    table.add(PLANTED, ANALYSIS, "series refused", series, bank.refused());
    table.add(PLANTED, ANALYSIS, "seconds of a processor", series, seconds);
    table.add(PLANTED, ANALYSIS, PACE, series, series / seconds);
  }

  /** Seconds of processors that the work took, compiling its classes included. */
  private static double measured(String step, Progress progress, Runnable work) {
    progress.step(step);
    double start = processorSeconds();
    work.run();
    double seconds = processorSeconds() - start;
    progress.done(step, "%.1f s of a processor".formatted(seconds));
    return seconds;
  }

  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : Double.NaN;
  }
}
