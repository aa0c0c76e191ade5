package org.bienmau.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that the project carries, as they lie in its folder. */
final class RealFiles {
  static final String FIGURES = "src/main/data/published_figures.csv";

  private RealFiles() {}

  static Contract contract() {
    return Contracts.load(
        "conf/contracts/published_figures.odcs.yaml",
        stream("conf/contracts/published_figures.odcs.yaml"));
  }

  static ContractSet contracts() {
    try {
      return ContractSet.load(ContractFiles.in(path("conf/contracts")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static Provenance provenance() {
    String file = Provenance.fileNameFor(FIGURES);
    return Provenance.load(file, stream(file));
  }

  static Path path(String file) {
    return Path.of(System.getProperty("bienmau.basedir", ".")).resolve(file);
  }

  static InputStream stream(String file) {
    try {
      return Files.newInputStream(path(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static String text(String file) throws IOException {
    return Files.readString(path(file));
  }
}
