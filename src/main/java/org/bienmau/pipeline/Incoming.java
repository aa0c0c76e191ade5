package org.bienmau.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.bienmau.source.Provenance;

/**
 * A file to take in.
 *
 * @param name its name without its folder; a later file of the same name corrects an earlier one
 * @param path where it lies, as every machine of a cluster reaches it
 * @param bytes its size
 * @param modifiedAt when it was changed for the last time; empty when that proves nothing, because
 *     it may have been changed again since without a trace
 * @param content opens it from this machine
 * @param accessedOn day on which its content was read at the sources
 * @param provenance what is written beside it
 */
public record Incoming(
    String name,
    String path,
    long bytes,
    Optional<Instant> modifiedAt,
    Content content,
    Instant receivedAt,
    LocalDate accessedOn,
    Optional<Provenance> provenance) {

  /** What the name of a file begins with that the job jar carries. */
  public static final String CARRIED = "classpath:";

  /** Opens a file. */
  @FunctionalInterface
  public interface Content {
    /** The file's bytes from the first. */
    InputStream open() throws IOException;
  }

  /** All of it at once, for files of statements, which are small. */
  byte[] read() {
    try (InputStream in = content.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(path), e);
    }
  }

  /** What is written beside it about all its rows: publisher, published_on and source_url. */
  Map<String, String> told() {
    return provenance.map(Provenance::told).orElseGet(Map::of);
  }

  /** Whether the job jar carries it. */
  boolean isCarried() {
    return path.startsWith(CARRIED);
  }
}
