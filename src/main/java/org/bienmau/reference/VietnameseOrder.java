package org.bienmau.reference;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of Vietnamese dictionaries: a ă â b c d đ e ê … o ô ơ … u ư …, and among equal letters
 * the tones level, huyền, hỏi, ngã, sắc, nặng.
 *
 * <p>Our own rules, because the collation data of Java are not the same in every version and build.
 */
public final class VietnameseOrder implements Comparator<String>, Serializable {
  private static final String LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

  /** huyền, hỏi, ngã, sắc, nặng as combining marks; a vowel without one comes first. */
  private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

  /** Orders by letters, then tones, then small before capital letters. */
  @Override
  public int compare(String one, String other) {
    int byLetters = letters(one).compareTo(letters(other));
    if (byLetters != 0) {
      return byLetters;
    }
    int byTones = tones(one).compareTo(tones(other));
    return byTones != 0 ? byTones : other.compareTo(one);
  }

  /** Each letter as a character whose code is its place in the alphabet. */
  private static String letters(String text) {
    StringBuilder key = new StringBuilder();
    withoutTones(text)
        .toLowerCase(Locale.ROOT)
        .chars()
        .map(letter -> LETTERS.indexOf(letter) < 0 ? letter : 0x1000 + LETTERS.indexOf(letter))
        .forEach(place -> key.append((char) place));
    return key.toString();
  }

  private static String withoutTones(String text) {
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .chars()
        .filter(part -> TONES.indexOf(part) < 0)
        .forEach(part -> letters.append((char) part));
    return Normalizer.normalize(letters, Normalizer.Form.NFC);
  }

  /** One digit for the tone of each letter. */
  private static String tones(String text) {
    StringBuilder tones = new StringBuilder();
    for (char part : Normalizer.normalize(text, Normalizer.Form.NFD).toCharArray()) {
      int tone = TONES.indexOf(part);
      if (tone >= 0) {
        tones.setCharAt(tones.length() - 1, (char) ('1' + tone));
      } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
        tones.append('0');
      }
    }
    return tones.toString();
  }
}
