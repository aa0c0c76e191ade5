package org.bienmau.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the register files come from. */
@FunctionalInterface
public interface RegisterFiles {
  /**
   * Opens one file.
   *
   * @param name file name without a folder, for example {@code gates.csv}
   * @throws IOException if it is missing or cannot be read
   */
  Reader open(String name) throws IOException;

  /** The files of a folder on disk. */
  static RegisterFiles in(Path folder) {
    return name -> Files.newBufferedReader(folder.resolve(name), StandardCharsets.UTF_8);
  }

  /**
   * The files that the jar carries.
   *
   * @param prefix folder on the class path without slashes at its ends, for example {@code
   *     conf/reference}
   */
  static RegisterFiles onClassPath(String prefix) {
    return name -> {
      String resource = prefix + "/" + name;
      InputStream stream = Registers.class.getClassLoader().getResourceAsStream(resource);
      if (stream == null) {
        throw new NoSuchFileException(resource);
      }
      return new InputStreamReader(stream, StandardCharsets.UTF_8);
    };
  }
}
