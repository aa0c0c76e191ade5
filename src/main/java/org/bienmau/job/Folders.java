package org.bienmau.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.simulate.SimulationModel;
import org.bienmau.source.Contract;
import org.bienmau.source.Contracts;

/** Opens what a setting names, be it a folder on disk or one that the jar carries. */
final class Folders {
  /** What the names of folders in the job jar begin with. */
  static final String CLASS_PATH = "classpath:";

  private static final String SIMULATION = "simulation";
  private static final String FIGURES = "published_figures.odcs.yaml";

  private Folders() {}

  /** Loads the registers of a {@code reference.dir}. */
  static Registers registers(String folder) {
    return Registers.load(
        folder.startsWith(CLASS_PATH)
            ? RegisterFiles.onClassPath(folder.substring(CLASS_PATH.length()))
            : RegisterFiles.in(Path.of(folder)));
  }

  /** Loads what is simulated, from the folder beside the registers. */
  static SimulationModel simulationModel(String referenceDir, Registers registers) {
    String folder = referenceDir.replaceFirst("/[^/]+/?$", "/" + SIMULATION);
    return SimulationModel.load(
        folder.startsWith(CLASS_PATH)
            ? RegisterFiles.onClassPath(folder.substring(CLASS_PATH.length()))
            : RegisterFiles.in(Path.of(folder)),
        registers);
  }

  /** Loads the contract for printed figures from a {@code contracts.dir}. */
  static Contract contract(String folder) {
    String name = folder + "/" + FIGURES;
    try (InputStream in =
        name.startsWith(CLASS_PATH)
            ? resource(name.substring(CLASS_PATH.length()))
            : Files.newInputStream(Path.of(name))) {
      return Contracts.load(FIGURES, in);
    } catch (IOException e) {
      throw new RefusedException(
          ExitCode.CONFIGURATION,
          "Cannot read the contract %s: there is no such file. Correct the setting contracts.dir."
              .formatted(name),
          e);
    }
  }

  /** Opens something that the job jar carries. */
  static InputStream resource(String name) throws IOException {
    InputStream in = Folders.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new NoSuchFileException(name);
    }
    return in;
  }
}
