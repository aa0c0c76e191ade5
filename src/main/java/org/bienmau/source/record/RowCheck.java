package org.bienmau.source.record;

/** What a rule of a contract asks of several cells of a row, asked of typed columns. */
interface RowCheck {

  /**
   * Marks the rows that break it.
   *
   * @param broken all false before
   * @return whether any row breaks it
   */
  boolean mark(int count, boolean[] broken);
}
