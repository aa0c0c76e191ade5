package org.bienmau.score;

import java.util.Random;

/** Random numbers by what they are for, so that one series can be made without the others. */
final class Seeds {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /**
   * The numbers of one thing of a kind. Seeds next to each other would begin with nearly the same
   * number, so their bits are mixed before (the finaliser of SplitMix64: Steele, Lea and Flood
   * 2014).
   */
  static Random of(long seed, int kind, int index) {
    return new Random(mixed(mixed(mixed(seed) + kind) + index));
  }

  private static long mixed(long key) {
    long z = key + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
