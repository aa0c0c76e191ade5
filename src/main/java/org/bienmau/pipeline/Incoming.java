package org.bienmau.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A file to take in.
 *
 * @param name its name without its folder; a later file of the same name corrects an earlier one
 * @param accessedOn day on which its content was read at the sources
 * @param told what the provenance beside it says of all its rows: publisher, published_on and
 *     source_url
 */
public record Incoming(
    String name, byte[] bytes, Instant receivedAt, LocalDate accessedOn, Map<String, String> told) {
  public Incoming {
    told = Map.copyOf(told);
  }

  /** A file of which nothing is told besides. */
  public Incoming(String name, byte[] bytes, Instant receivedAt, LocalDate accessedOn) {
    this(name, bytes, receivedAt, accessedOn, Map.of());
  }
}
