package org.bienmau.source;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Digits with their marks, read in one declared way and no other. */
final class PrintedNumber {
  private static final Pattern VIETNAMESE = pattern("\\.", ",");
  private static final Pattern ENGLISH = pattern(",", "\\.");

  private PrintedNumber() {}

  /** The number, or empty when the text is not written in that way. */
  static Optional<BigDecimal> read(String text, NumberLocale locale) {
    Pattern way = locale == NumberLocale.VI ? VIETNAMESE : ENGLISH;
    if (!way.matcher(text).matches()) {
      return Optional.empty();
    }
    String digits =
        text.replace(" ", "")
            .replace(String.valueOf(locale.grouping()), "")
            .replace(locale.decimal(), '.');
    return Optional.of(new BigDecimal(digits));
  }

  /** Groups are whole or absent: 1.23 is no Vietnamese number, and no group follows a lone zero. */
  private static Pattern pattern(String grouping, String decimal) {
    String grouped = "[1-9]\\d{0,2}(?:%s\\d{3})+".formatted(grouping);
    String spaced = "[1-9]\\d{0,2}(?: \\d{3})+";
    return Pattern.compile("[-+]?(?:%s|%s|\\d+)(?:%s\\d+)?".formatted(grouped, spaced, decimal));
  }
}
