package org.bienmau.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bienmau.config.Settings;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.simulate.SimulationModel;
import org.bienmau.source.ContractFiles;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FolderFiles;
import org.bienmau.source.layout.Layout;
import org.bienmau.source.layout.Layouts;

/** Opens what a setting names, be it a folder on disk or one that the jar carries. */
final class Folders {
  /** What the names of folders in the job jar begin with. */
  static final String CLASS_PATH = "classpath:";

  private static final String SIMULATION = "simulation";
  private static final String FIGURES = "published_figures.odcs.yaml";
  private static final String A_LAYOUT = "customs_by_month.yaml";

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

  /** Loads all contracts of a {@code contracts.dir}. */
  static ContractSet contracts(String folder) {
    try {
      return ContractSet.load(
          folder.startsWith(CLASS_PATH)
              ? ContractFiles.onClassPath(folder.substring(CLASS_PATH.length()), FIGURES)
              : ContractFiles.in(Path.of(folder)));
    } catch (IOException e) {
      throw missing("contracts", folder, "contracts.dir", e);
    }
  }

  /** Loads the layouts that the settings name. */
  static Layouts layouts(Settings settings, ContractSet contracts) {
    if (settings.layoutFile().isPresent()) {
      return Layouts.only(layout(settings.layoutFile().get(), contracts));
    }
    String folder = settings.layoutsDir();
    try {
      return Layouts.load(
          folder.startsWith(CLASS_PATH)
              ? FolderFiles.onClassPath(
                  folder.substring(CLASS_PATH.length()), Layouts.ENDING, A_LAYOUT)
              : FolderFiles.in(Path.of(folder), Layouts.ENDING),
          contracts);
    } catch (IOException e) {
      throw missing("layouts", folder, "layouts.dir", e);
    }
  }

  /** Loads one layout. */
  static Layout layout(String file, ContractSet contracts) {
    Path path = Path.of(file);
    try (InputStream in = Files.newInputStream(path)) {
      return Layouts.load(path.getFileName().toString(), in, contracts);
    } catch (IOException e) {
      throw new RefusedException(
          ExitCode.CONFIGURATION,
          "Cannot read the layout %s: there is no such file. Correct --layout or the setting layouts.file."
              .formatted(file),
          e);
    }
  }

  private static RefusedException missing(
      String what, String folder, String setting, IOException e) {
    return new RefusedException(
        ExitCode.CONFIGURATION,
        "Cannot read the %s in %s: there is no such folder. Correct the setting %s."
            .formatted(what, folder, setting),
        e);
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
