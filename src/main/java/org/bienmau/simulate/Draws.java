package org.bienmau.simulate;

/**
 * A stream of random numbers that starts wherever its key says, so that any month, gate or visit
 * can be made again without making what comes before it.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014),
 * written out here because the bytes must not change with the Java that runs it.
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  Draws(long key) {
    this.state = key;
  }

  /** The stream of a seed and what it is for. */
  static Draws of(long seed, Stream stream, long... parts) {
    return new Draws(key(seed, stream, parts));
  }

  /** A key that is spread over all 64 bits, whatever the parts are. */
  static long key(long seed, Stream stream, long... parts) {
    long key = mixed(seed + GOLDEN_GAMMA * (stream.ordinal() + 1L));
    for (long part : parts) {
      key = mixed((key ^ part) + GOLDEN_GAMMA);
    }
    return key;
  }

  long next() {
    state += GOLDEN_GAMMA;
    return mixed(state);
  }

  /** A whole number from 0 to below {@code bound}; the bias of at most 2⁻³² does not matter. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A number from 0 to below 1. */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** True in a share {@code p} of the calls. */
  boolean chance(double p) {
    return unit() < p;
  }

  /** A number from {@code low} to below {@code high}. */
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** A draw from the normal distribution with mean 0 and deviation 1. */
  double normal() {
    return Normal.quantile((next() >>> 11) * 0x1p-53 + 0x1p-54);
  }

  private static long mixed(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** What a stream is for; two streams of one seed share nothing. */
  enum Stream {
    SECTION_MONTH,
    GATE_MONTH,
    GOODS_MONTH,
    GATE_DAY,
    SHIFT,
    ANOMALY,
    LINES,
    PLANTING,
    ARRIVALS,
    VISIT,
    COUNTS,
    PLAN,
    STATEMENT
  }
}
