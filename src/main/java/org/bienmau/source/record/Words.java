package org.bienmau.source.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Remembers what each different cell of a column means, found by its bytes. */
final class Words {
  /** Above this it starts anew; no column of words has so many. */
  private static final int MOST = 1 << 16;

  private static final int FIRST_SIZE = 256;

  private final Vocabulary vocabulary;
  private long[] keys;
  private byte[][] cells;
  private Word[] words;
  private int mask;
  private int count;

  private long lastKey;
  private int lastLength = -1;
  private Word lastWord;

  Words(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    startAnew();
  }

  /** Forgets everything once it has learnt too much; called between batches only. */
  void tidyUp() {
    if (count > MOST) {
      startAnew();
    }
  }

  private void startAnew() {
    keys = new long[FIRST_SIZE];
    cells = new byte[FIRST_SIZE][];
    words = new Word[FIRST_SIZE];
    mask = FIRST_SIZE - 1;
    count = 0;
    lastLength = -1;
  }

  /** What the cell means that stands here; eight bytes behind it may be looked at. */
  Word find(byte[] bytes, int from, int to) {
    int length = to - from;
    long key =
        length < Long.BYTES
            ? Delimiters.word(bytes, from) & (1L << length * Byte.SIZE) - 1
            : length == Long.BYTES ? Delimiters.word(bytes, from) : Hash64.of(bytes, from, to);
    // A key of up to eight bytes is the cell itself.
    if (key == lastKey && length == lastLength && length <= Long.BYTES) {
      return lastWord;
    }
    int slot = slot(key, length);
    while (words[slot] != null) {
      if (keys[slot] == key
          && cells[slot].length == length
          && (length <= Long.BYTES || Arrays.equals(cells[slot], 0, length, bytes, from, to))) {
        return remember(key, length, words[slot]);
      }
      slot = slot + 1 & mask;
    }
    return remember(key, length, learn(key, Arrays.copyOfRange(bytes, from, to)));
  }

  private Word remember(long key, int length, Word word) {
    lastKey = key;
    lastLength = length;
    lastWord = word;
    return word;
  }

  private int slot(long key, int length) {
    return (int) (Hash64.finished(key + length) & mask);
  }

  private Word learn(long key, byte[] cell) {
    Word word = vocabulary.meaning(new String(cell, StandardCharsets.UTF_8));
    if (2 * count > mask) {
      grow();
    }
    put(key, cell, word);
    count++;
    return word;
  }

  private void put(long key, byte[] cell, Word word) {
    int slot = slot(key, cell.length);
    while (words[slot] != null) {
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    cells[slot] = cell;
    words[slot] = word;
  }

  private void grow() {
    long[] oldKeys = keys;
    byte[][] oldCells = cells;
    Word[] oldWords = words;
    int size = 2 * words.length;
    keys = new long[size];
    cells = new byte[size][];
    words = new Word[size];
    mask = size - 1;
    for (int i = 0; i < oldWords.length; i++) {
      if (oldWords[i] != null) {
        put(oldKeys[i], oldCells[i], oldWords[i]);
      }
    }
  }
}
