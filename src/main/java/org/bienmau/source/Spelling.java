package org.bienmau.source;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** One spelling for texts that look the same to a reader. */
public final class Spelling {
  private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200D\\u2060\\uFEFF]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DASHES =
      Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]");

  private Spelling() {}

  /**
   * Composed letters, plain spaces for all kinds of spaces, a plain hyphen for all dashes and the
   * minus sign, no invisible characters, no space at either end.
   */
  public static String tidy(String text) {
    String visible = INVISIBLE.matcher(composed(text)).replaceAll("");
    String spaced = SPACES.matcher(visible).replaceAll(" ");
    return DASHES.matcher(spaced).replaceAll("-").strip();
  }

  /** Composed letters, and no space of any kind at either end; everything inside stays as it is. */
  public static String tidyCell(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isBlank(cell.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(cell.charAt(end - 1))) {
      end--;
    }
    return composed(cell.substring(start, end));
  }

  private static boolean isBlank(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\uFEFF';
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
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
