package org.bienmau.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Progress;
import org.bienmau.reference.Registers;
import org.bienmau.simulate.Simulation;
import org.bienmau.simulate.SimulationModel;
import org.bienmau.simulate.SimulationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything at once for somebody without data. */
@Command(
    name = "demo",
    description = {
      "Simulate a small history and run everything on it, in a lake of its own, beside real figures.",
      "Tạo dữ liệu mô phỏng nhỏ và chạy toàn bộ quy trình trong kho dữ liệu riêng.",
      "Simulated figures are marked in every table and never compared with real ones."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau demo",
      "  jobs/bienmau demo && jobs/bienmau query --lake lake/demo 'select * from gold.gate_day limit 5'"
    })
final class DemoCommand implements Callable<Integer> {
  private static final SimulationRequest HISTORY =
      new SimulationRequest(
          2021, 2025, 80_000, 40_000, 7, Runtime.getRuntime().availableProcessors());
  private static final int BYTES_OF_A_KEY = 32;
  private static final String STEP = "simulate";

  private final Surroundings around;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  DemoCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    Settings usual = common.settings(around).settings();
    Path folder = Path.of(usual.lakeRoot()).resolve("demo");
    Path files = folder.resolve("simulated");
    Path key = folder.resolve("personal.key");
    try (ProgressDisplay display = ProgressDisplay.of(usual.progress(), around)) {
      simulate(usual, files, display.progress());
      makeKey(key, display.progress());
    }
    Settings settings =
        common
            .settings(
                around,
                List.of(
                    "lake.root=" + folder,
                    "inputs=" + String.join(",", usual.inputs()) + "," + files,
                    "report.dir=" + folder.resolve("report"),
                    "personal.key-file=" + key))
            .settings();
    output.print(LakeWork.run("demo", settings, around, Steps::demo), around);
    return ExitCode.DONE.number();
  }

  /** A second demo finds the files of the first: the same seed would give the same bytes. */
  private static void simulate(Settings settings, Path files, Progress progress) {
    progress.step(STEP);
    if (Files.isRegularFile(files.resolve(Simulation.TRUTH).resolve("README.md"))) {
      progress.skipped(STEP, "the files are there, in " + files);
      return;
    }
    Registers registers = Folders.registers(settings.referenceDir());
    SimulationModel model = Folders.simulationModel(settings.referenceDir(), registers);
    int written =
        Simulation.write(HISTORY, model, registers, files, progress::parts).files().size();
    progress.done(STEP, "%d files in %s; nothing in them happened".formatted(written, files));
  }

  private static void makeKey(Path key, Progress progress) throws IOException {
    if (Files.exists(key)) {
      return;
    }
    byte[] secret = new byte[BYTES_OF_A_KEY];
    new SecureRandom().nextBytes(secret);
    Files.writeString(key, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.CREATE_NEW);
    if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
    progress.note("made the key %s for the invented plates, names and traders".formatted(key));
  }
}
