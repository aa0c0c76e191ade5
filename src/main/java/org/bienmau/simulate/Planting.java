package org.bienmau.simulate;

import org.bienmau.simulate.Draws.Stream;

/**
 * Spreads a fixed number of things evenly, but not regularly, over all rows of a history, so that
 * their number is known before the first row is written and each month finds its own.
 */
final class Planting {
  private final long seed;
  private final long kind;
  private final long count;
  private final long rows;
  private long next;
  private long nextRow;

  /**
   * @param kind tells plantings of one seed apart
   * @param count how many there are in all rows
   * @param rows how many rows the history has
   * @param firstRow the first row of interest, from 0
   */
  Planting(long seed, long kind, long count, long rows, long firstRow) {
    this.seed = seed;
    this.kind = kind;
    this.count = Math.min(count, rows);
    this.rows = rows;
    next = this.count == 0 ? 0 : Math.max(0, firstRow * this.count / rows - 1);
    while (next < this.count && row(next) < firstRow) {
      next++;
    }
    nextRow = next < this.count ? row(next) : Long.MAX_VALUE;
  }

  /** How many there are of a rate; at least one where there is a rate and a row. */
  static long count(double perMillion, long rows) {
    return perMillion == 0 || rows == 0
        ? 0
        : Math.max(1, (long) StrictMath.rint(rows * perMillion / 1e6));
  }

  /** Whether one is due at a row; it then counts as planted. Rows are asked for in their order. */
  boolean takes(long row) {
    if (row < nextRow) {
      return false;
    }
    next++;
    nextRow = next < count ? row(next) : Long.MAX_VALUE;
    return true;
  }

  /** The row at which the next one is due; beyond all rows when there is none. */
  long nextRow() {
    return nextRow;
  }

  private long row(long index) {
    double within = Draws.of(seed, Stream.PLANTING, kind, index).unit();
    return Math.min(rows - 1, (long) ((index + within) * rows / count));
  }
}
