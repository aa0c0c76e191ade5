package org.bienmau.source.layout;

/** The names of a sheet's columns: A to Z, AA, AB … */
final class ColumnLetters {
  private ColumnLetters() {}

  /** The letters of a column counted from 0. */
  static String of(int column) {
    StringBuilder letters = new StringBuilder();
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return letters.toString();
  }

  /** The column, counted from 0, of some letters. */
  static int index(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + (letter - 'A' + 1);
    }
    return column - 1;
  }
}
