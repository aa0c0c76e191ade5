package org.bienmau.source.record;

/**
 * A 64-bit hash of cells, by the rounds and the avalanche of xxHash64 (Yann Collet, xxHash
 * specification 0.1.1). It tells rows apart; whether two rows with one hash are the same is for
 * their cells to say.
 */
final class Hash64 {
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;

  /** What stands for an empty cell. */
  static final long EMPTY = PRIME_5;

  private Hash64() {}

  /** The hash of a row so far and one more cell, in the contract's order. */
  static long with(long row, long cell) {
    long round = Long.rotateLeft(cell * PRIME_2, 31) * PRIME_1;
    return Long.rotateLeft(row ^ round, 27) * PRIME_1 + PRIME_4;
  }

  /** The hash of a row whose last cell has been added. */
  static long finished(long row) {
    long hash = row;
    hash ^= hash >>> 33;
    hash *= PRIME_2;
    hash ^= hash >>> 29;
    hash *= PRIME_3;
    return hash ^ hash >>> 32;
  }

  /** The hash of a text; eight bytes behind it must be there to be looked at. */
  static long of(byte[] bytes, int from, int to) {
    long hash = PRIME_5 + (to - from);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = with(hash, Delimiters.word(bytes, at));
    }
    int left = to - at;
    if (left > 0) {
      hash = with(hash, Delimiters.word(bytes, at) & (1L << left * Byte.SIZE) - 1);
    }
    return finished(hash);
  }
}
