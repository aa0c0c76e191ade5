package org.bienmau.pipeline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A file to take in.
 *
 * @param name its name without its folder; a later file of the same name corrects an earlier one
 * @param accessedOn day on which its content was read at the sources
 */
public record Incoming(String name, byte[] bytes, Instant receivedAt, LocalDate accessedOn) {}
