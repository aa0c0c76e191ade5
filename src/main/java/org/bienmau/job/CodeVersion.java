package org.bienmau.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/** Tells one state of the computations from another, so that changed code is built anew. */
final class CodeVersion {
  /** What shows results or runs commands changes no row of a table. */
  private static final String NOT_COMPUTING = "org/bienmau/(bench|job|config|serve|shaded)/.*";

  private CodeVersion() {}

  /** Equal for jars whose computing classes are equal, on every machine. */
  static String read() {
    try {
      Path jar =
          Path.of(CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(jar) ? of(jar) : "not from a jar";
    } catch (URISyntaxException | IOException e) {
      throw new UncheckedIOException("Cannot read the job jar.", new IOException(e));
    }
  }

  private static String of(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      List<JarEntry> classes =
          Collections.list(jar.entries()).stream()
              .filter(entry -> entry.getName().matches("org/bienmau/.*\\.class"))
              .filter(entry -> !entry.getName().matches(NOT_COMPUTING))
              .sorted(Comparator.comparing(JarEntry::getName))
              .toList();
      CRC32 sum = new CRC32();
      classes.forEach(
          e ->
              sum.update((e.getName() + " " + e.getCrc() + "\n").getBytes(StandardCharsets.UTF_8)));
      return Long.toHexString(sum.getValue());
    }
  }
}
