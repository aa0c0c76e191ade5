package org.bienmau.source.record;

import java.io.Serializable;

/**
 * A part of a file that one task reads; it begins where a row begins and ends where one ends.
 *
 * @param offset its first byte, counted from 0
 * @param bytes its length
 * @param firstLine the number of its first physical line, the header being line 1
 * @param rows how many rows it holds, blank lines not counted
 */
public record Chunk(long offset, long bytes, long firstLine, long rows) implements Serializable {}
