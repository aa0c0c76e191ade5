package org.bienmau.source.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for delimiters and line ends in eight bytes at once.
 *
 * <p>A zero byte in {@code x} shows in {@code (x - 0x01…) & ~x & 0x80…}, a byte below {@code n} in
 * {@code (x - n…) & ~x & 0x80…} (Warren, Hacker's Delight, 2nd ed., 6-1). No such byte is missed;
 * one behind a true one may show by mistake, so that each has to be looked at again.
 */
final class Delimiters {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Line feed is 10, carriage return 13; what else is below 14 is rare. */
  private static final long BELOW_14 = 14 * ONES;

  private static final long QUOTES = '"' * ONES;

  private final long delimiters;

  Delimiters(char delimiter) {
    this.delimiters = delimiter * ONES;
  }

  /** Eight bytes from a place on, the first in the lowest bits. */
  static long word(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** High bits where delimiters and line ends may stand. */
  long cellEnds(long word) {
    long differences = word ^ delimiters;
    return ((differences - ONES & ~differences) | (word - BELOW_14 & ~word)) & HIGH_BITS;
  }

  /** High bits where quotation marks and line ends may stand. */
  static long quotesAndLineEnds(long word) {
    long differences = word ^ QUOTES;
    return ((differences - ONES & ~differences) | (word - BELOW_14 & ~word)) & HIGH_BITS;
  }

  /** The place among eight of the first high bit. */
  static int first(long highBits) {
    return Long.numberOfTrailingZeros(highBits) >>> 3;
  }
}
