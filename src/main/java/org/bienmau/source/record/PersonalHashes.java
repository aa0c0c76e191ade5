package org.bienmau.source.record;

import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Keyed hashes of cells, the latest remembered: traders and trucks come again and again, and a hash
 * costs a thousand times what looking it up does.
 */
final class PersonalHashes {
  /** Bytes of a hash as it is kept: half of the 64 hexadecimal digits. */
  static final int LENGTH = 32;

  private static final int SLOTS = 1 << 15;

  /** A cell may stand in any of these slots, so that two that meet do not drive each other out. */
  private static final int WAYS = 4;

  private static final int LONGEST = 56;
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final Mac mac;
  private final byte[] cells = new byte[SLOTS * LONGEST];
  private final byte[] lengths = new byte[SLOTS];
  private final byte[] oldest = new byte[SLOTS / WAYS];
  private final byte[] hashes = new byte[SLOTS * LENGTH];
  private final byte[] last = new byte[LENGTH];
  private int found;

  PersonalHashes(PersonalKey key) {
    this.mac = key.mac();
  }

  /** The hash's digits; they stand at {@link #from()} until the next cell is hashed. */
  byte[] of(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      hash(bytes, from, length, last, 0);
      found = 0;
      return last;
    }
    long hash = Hash64.of(bytes, from, to);
    int first = (int) (hash & SLOTS / WAYS - 1) * WAYS;
    for (int slot = first; slot < first + WAYS; slot++) {
      int cell = slot * LONGEST;
      if (lengths[slot] == length && Arrays.equals(cells, cell, cell + length, bytes, from, to)) {
        found = slot * LENGTH;
        return hashes;
      }
    }
    int slot = first + oldest[first / WAYS];
    oldest[first / WAYS] = (byte) ((oldest[first / WAYS] + 1) % WAYS);
    found = slot * LENGTH;
    hash(bytes, from, length, hashes, found);
    System.arraycopy(bytes, from, cells, slot * LONGEST, length);
    lengths[slot] = (byte) length;
    return hashes;
  }

  int from() {
    return found;
  }

  private void hash(byte[] bytes, int from, int length, byte[] into, int at) {
    mac.update(bytes, from, length);
    byte[] digest = mac.doFinal();
    for (int i = 0; i < LENGTH / 2; i++) {
      into[at + 2 * i] = DIGITS[digest[i] >> 4 & 15];
      into[at + 2 * i + 1] = DIGITS[digest[i] & 15];
    }
  }
}
