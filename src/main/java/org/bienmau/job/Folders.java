package org.bienmau.job;

import java.nio.file.Path;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;

/** Opens what a setting names, be it a folder on disk or one that the jar carries. */
final class Folders {
  private static final String CLASS_PATH = "classpath:";

  private Folders() {}

  /** Loads the registers of a {@code reference.dir}. */
  static Registers registers(String folder) {
    return Registers.load(
        folder.startsWith(CLASS_PATH)
            ? RegisterFiles.onClassPath(folder.substring(CLASS_PATH.length()))
            : RegisterFiles.in(Path.of(folder)));
  }
}
