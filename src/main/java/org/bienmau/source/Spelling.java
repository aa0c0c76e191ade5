package org.bienmau.source;

import java.text.Normalizer;

/** One spelling for texts that look the same to a reader. */
final class Spelling {
  private Spelling() {}

  /**
   * Composed letters, plain spaces for all kinds of spaces, a plain hyphen for all dashes and the
   * minus sign, no invisible characters, no space at either end.
   */
  static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\u200B-\\u200D\\u2060\\uFEFF]", "")
        .replaceAll("[\\s\\p{Z}]+", " ")
        .replaceAll("[\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]", "-")
        .strip();
  }

  /** Composed letters, and no space of any kind at either end; everything inside stays as it is. */
  static String tidyCell(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFC)
        .replaceAll("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$", "");
  }

  /** Small letters without marks, one for one, so that places in both texts agree. */
  static String folded(String tidy) {
    StringBuilder plain = new StringBuilder(tidy.length());
    for (char letter : tidy.toCharArray()) {
      char small = Character.toLowerCase(letter);
      plain.append(small == 'đ' ? 'd' : base(small));
    }
    return plain.toString();
  }

  private static char base(char letter) {
    return Character.isLetter(letter)
        ? Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0)
        : letter;
  }
}
