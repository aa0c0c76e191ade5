package org.bienmau.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody most likely meant to type. */
final class Nearest {
  private Nearest() {}

  /** The known word with the fewest changed letters, or nothing when none is near. */
  static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .min(Comparator.<String>comparingInt(word -> changes(typed, word)).thenComparing(w -> w))
        .filter(word -> changes(typed, word) <= Math.max(2, word.length() / 2));
  }

  /** How many letters must be put in, taken out or replaced to turn one word into the other. */
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
