package org.bienmau.reference;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the register row of a printed publisher; the most specific row wins.
 *
 * <p>First comes a pattern equal to the text, then the longest pattern with {@code *} that fits the
 * whole text, then the longest domain that the text's first word is or lies under.
 */
final class Publishers implements Serializable {
  private final List<Publisher> publishers;

  Publishers(List<Publisher> publishers) {
    this.publishers = publishers;
  }

  Optional<Publisher> of(String printed) {
    String text = fold(printed);
    return best(text, Publishers::isSame)
        .or(() -> best(text, Publishers::fitsStars))
        .or(() -> best(text, Publishers::isUnderDomain));
  }

  private Optional<Publisher> best(String text, Rule rule) {
    return publishers.stream()
        .filter(publisher -> rule.fits(fold(publisher.pattern()), text))
        .max(Comparator.comparingInt(publisher -> publisher.pattern().replace("*", "").length()));
  }

  private static boolean isSame(String pattern, String text) {
    return pattern.equals(text);
  }

  private static boolean fitsStars(String pattern, String text) {
    return pattern.contains("*")
        && Pattern.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"), text);
  }

  private static boolean isUnderDomain(String pattern, String text) {
    String host = text.split(" ", 2)[0];
    return host.equals(pattern) || host.endsWith("." + pattern);
  }

  static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private interface Rule {
    boolean fits(String pattern, String text);
  }
}
