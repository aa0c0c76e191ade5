package org.bienmau.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bienmau.simulate.Simulation;

/** The folder that a simulation goes to: empty, or holding nothing but an earlier simulation. */
final class SimulatedFolder {
  private static final int NAMED = 3;

  private final Path folder;

  SimulatedFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes sure that nothing of value is overwritten.
   *
   * @param force whether the files of an earlier simulation may be deleted
   */
  void prepare(boolean force) throws IOException {
    List<Path> there = files();
    List<Path> foreign = there.stream().filter(file -> !isSimulated(file)).toList();
    if (!foreign.isEmpty()) {
      throw refusal(
          "it holds files that no simulation wrote: " + names(foreign),
          "Name an empty or a new folder with --out.");
    }
    if (!there.isEmpty() && !force) {
      throw refusal(
          "it holds %d files of an earlier simulation, for example %s"
              .formatted(there.size(), names(there)),
          "Name another folder, or add --force to delete them first.");
    }
    for (Path file : there) {
      Files.delete(file);
    }
  }

  private RefusedException refusal(String why, String remedy) {
    return new RefusedException(
        ExitCode.USAGE, "Cannot simulate into %s: %s. %s".formatted(folder, why, remedy));
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted(Comparator.comparing(Path::toString)).toList();
    }
  }

  private boolean isSimulated(Path file) {
    return file.getFileName().toString().startsWith(Simulation.FILE_PREFIX)
        || file.startsWith(folder.resolve(Simulation.TRUTH));
  }

  private String names(List<Path> files) {
    return String.join(
        ", ", files.stream().limit(NAMED).map(file -> folder.relativize(file).toString()).toList());
  }
}
