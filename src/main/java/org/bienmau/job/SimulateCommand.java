package org.bienmau.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Progress;
import org.bienmau.reference.Registers;
import org.bienmau.simulate.Simulation;
import org.bienmau.simulate.SimulationModel;
import org.bienmau.simulate.SimulationRequest;
import org.bienmau.simulate.SimulationSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a simulated history. */
@Command(
    name = "simulate",
    description = {
      "Write files of declarations, crossings and counts that nobody lived through, and the truth.",
      "Sinh dữ liệu mô phỏng (tờ khai, lượt xe, số đếm) cùng đáp án để kiểm tra phương pháp.",
      "The same arguments give the same bytes. Everything says that it is simulated."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau simulate --out simulated",
      "  jobs/bienmau simulate --from 2012 --to 2025 --lines 20000000 --crossings 5000000 --seed 7 --out big"
    })
final class SimulateCommand implements Callable<Integer> {
  private static final String STEP = "simulate";

  private final Surroundings around;

  @Option(
      names = "--from",
      paramLabel = "YEAR",
      defaultValue = "2019",
      description = "First year (default: ${DEFAULT-VALUE}).")
  private int from;

  @Option(
      names = "--to",
      paramLabel = "YEAR",
      defaultValue = "2025",
      description = "Last year (default: ${DEFAULT-VALUE}).")
  private int to;

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "200000",
      description = "Declaration lines (default: ${DEFAULT-VALUE}).")
  private long lines;

  @Option(
      names = "--crossings",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Visits of trucks (default: ${DEFAULT-VALUE}).")
  private long crossings;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Where the random numbers start (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Months made at a time (default: one for each processor).")
  private Integer threads;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the files go.")
  private Path out;

  @Option(
      names = "--force",
      description = "Delete the files of an earlier simulation in that folder first.")
  private boolean force;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  SimulateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = common.settings(around).settings();
    SimulationRequest request = request();
    Registers registers = Folders.registers(settings.referenceDir());
    SimulationModel model = Folders.simulationModel(settings.referenceDir(), registers);
    Path folder = around.workingDirectory().resolve(out);
    new SimulatedFolder(folder).prepare(force);
    try (ProgressDisplay display = ProgressDisplay.of(settings.progress(), around)) {
      Progress progress = display.progress();
      progress.step(STEP);
      SimulationSummary summary =
          Simulation.write(request, model, registers, folder, progress::parts);
      progress.done(STEP, "%d files in %s".formatted(summary.files().size(), folder));
      output.print(SimulationAnswer.of(summary), around);
    }
    return ExitCode.DONE.number();
  }

  private SimulationRequest request() {
    try {
      int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
      return new SimulationRequest(from, to, lines, crossings, seed, workers);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ExitCode.USAGE, e.getMessage(), e);
    }
  }
}
