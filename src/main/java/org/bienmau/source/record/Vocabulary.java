package org.bienmau.source.record;

/** Knows what the cells of a column mean. */
interface Vocabulary {
  /**
   * What a cell means, or why it means nothing.
   *
   * @param cell without spaces around it
   */
  Word meaning(String cell);
}
