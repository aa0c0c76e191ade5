package org.bienmau.reference;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A place name made comparable: without case, punctuation and spaces, Roman numerals as digits, the
 * tone of a syllable at its end, so that old and new spellings (Thuỷ, Thủy) agree.
 *
 * @param tokens words with their marks
 * @param marked all words with their marks, joined
 * @param bare all words without marks, joined
 */
record PlaceName(List<String> tokens, String marked, String bare) implements Serializable {
  private static final Map<String, String> NUMERALS =
      Map.of("i", "1", "ii", "2", "iii", "3", "iv", "4");
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  static PlaceName of(String text) {
    List<String> tokens = new ArrayList<>();
    for (String word : words(text)) {
      if (!word.isEmpty() && !word.equals("+")) {
        tokens.add(NUMERALS.getOrDefault(word, withToneAtEnd(word)));
      }
    }
    return ofTokens(tokens);
  }

  static PlaceName ofTokens(List<String> tokens) {
    String marked = String.join("", tokens);
    return new PlaceName(List.copyOf(tokens), marked, withoutMarks(marked));
  }

  /** Whether the name carries any mark; one without marks may stand for every marked reading. */
  boolean hasMarks() {
    return !marked.equals(bare);
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** The words without their marks. */
  List<String> bareTokens() {
    return tokens.stream().map(PlaceName::withoutMarks).toList();
  }

  /** Whether this printed name may stand for a registered one. */
  boolean fits(PlaceName registered) {
    return hasMarks() ? marked.equals(registered.marked) : bare.equals(registered.bare);
  }

  private static String[] words(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        // The Icelandic eth looks like the Vietnamese đ and is typed for it.
        .replace('\u00F0', '\u0111')
        .split("[^\\p{L}\\p{M}\\p{N}+]+");
  }

  private static String withToneAtEnd(String word) {
    String parts = Normalizer.normalize(word, Normalizer.Form.NFD);
    String tones = only(parts, true);
    return Normalizer.normalize(only(parts, false), Normalizer.Form.NFC) + tones;
  }

  private static String only(String parts, boolean tones) {
    return parts
        .chars()
        .filter(part -> (TONES.indexOf(part) >= 0) == tones)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String withoutMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('\u0111', 'd');
  }
}
