package org.bienmau.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How many letters must be put in, taken out or changed to turn one word into another. */
final class EditDistance {
  private EditDistance() {}

  static int between(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }

  /** Whether two words are near enough that one may be a slip for the other. */
  static boolean isNear(String one, String other) {
    return between(one, other) <= Math.max(1, one.length() / 3);
  }

  /** The nearest word, if it is near. */
  static Optional<String> nearest(String word, Collection<String> words) {
    return words.stream()
        .filter(known -> isNear(word, known))
        .min(
            Comparator.<String>comparingInt(known -> between(word, known))
                .thenComparing(Comparator.naturalOrder()));
  }
}
