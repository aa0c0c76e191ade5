package org.bienmau.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bienmau.source.ContractFiles;
import org.bienmau.source.ContractSet;

/** Files to take in, held in memory, and the contracts that they are held to. */
final class HeldFile {
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir"));

  private HeldFile() {}

  static ContractSet contracts() {
    try {
      return ContractSet.load(ContractFiles.in(HOME.resolve("conf/contracts")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Incoming of(String name, String text, Instant receivedAt, LocalDate accessedOn) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Incoming(
        name,
        Incoming.CARRIED + name,
        bytes.length,
        Optional.empty(),
        () -> new ByteArrayInputStream(bytes),
        receivedAt,
        accessedOn,
        Optional.empty());
  }

  static Incoming at(Path file, Instant receivedAt, LocalDate accessedOn) {
    try {
      return new Incoming(
          file.getFileName().toString(),
          file.toUri().toString(),
          Files.size(file),
          Optional.empty(),
          () -> Files.newInputStream(file),
          receivedAt,
          accessedOn,
          Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
