package org.bienmau.source.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bienmau.source.Spelling;

/**
 * A text in which parts may vary: {@code *} stands for anything, {@code {name}} for some words that
 * are remembered under the name, {@code {name#}} for digits that are. Beside a star or words digits
 * are all that stand together: of {@code 12/10} a star leaves no 2.
 *
 * <p>Case, kinds of spaces and dashes make no difference, marks on letters do. The whole text must
 * match.
 */
final class TextPattern implements Serializable {
  private static final Pattern PART = Pattern.compile("\\*|\\{([a-z][a-z0-9_]*)(#?)\\}");
  private static final String WORDS = "(\\S+(?: \\S+)*?)";
  private static final String DIGITS = "(\\d+)";
  private static final String NO_DIGIT_BEFORE = "(?<!\\d)";
  private static final String NO_DIGIT_AFTER = "(?!\\d)";

  private final String written;
  private final List<String> names;
  private final Pattern pattern;

  private TextPattern(String written, List<String> names, Pattern pattern) {
    this.written = written;
    this.names = List.copyOf(names);
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is empty, remembers two parts under one name or has a
   *     brace that belongs to no part; the message completes "the pattern …"
   */
  static TextPattern of(String written) {
    String tidy = Spelling.tidy(written);
    List<String> names = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher part = PART.matcher(tidy);
    int end = 0;
    boolean afterDigits = false;
    boolean afterOthers = false;
    while (part.find()) {
      String between = tidy.substring(end, part.start());
      boolean isDigits = part.group(1) != null && !part.group(2).isEmpty();
      if (between.isEmpty() && afterDigits && !isDigits) {
        regex.append(NO_DIGIT_AFTER);
      } else if (between.isEmpty() && afterOthers && isDigits) {
        regex.append(NO_DIGIT_BEFORE);
      }
      regex.append(literal(between, written)).append(varying(part, names, written));
      afterDigits = isDigits;
      afterOthers = !isDigits;
      end = part.end();
    }
    regex.append(literal(tidy.substring(end), written));
    if (tidy.isEmpty()) {
      throw new IllegalArgumentException("is empty");
    }
    return new TextPattern(
        written,
        names,
        Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  private static String varying(Matcher part, List<String> names, String written) {
    String name = part.group(1);
    if (name == null) {
      return ".*";
    }
    if (names.contains(name)) {
      throw new IllegalArgumentException(
          "\"%s\" remembers two parts as %s".formatted(written, name));
    }
    names.add(name);
    return part.group(2).isEmpty() ? WORDS : DIGITS;
  }

  private static String literal(String text, String written) {
    if (text.contains("{") || text.contains("}")) {
      throw new IllegalArgumentException(
          "\"%s\" has a brace that is no part such as {month} or {year#}".formatted(written));
    }
    return text.isEmpty() ? "" : Pattern.quote(text);
  }

  /** The names of the parts that it remembers, in their order. */
  List<String> names() {
    return names;
  }

  /** The remembered parts by name if the text matches, tidied. */
  Optional<Map<String, String>> match(String text) {
    Matcher matcher = pattern.matcher(Spelling.tidy(text));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parts.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(parts);
  }

  boolean matches(String text) {
    return match(text).isPresent();
  }

  /** All names that any of the patterns remembers. */
  static Set<String> names(List<TextPattern> patterns) {
    Set<String> names = new TreeSet<>();
    patterns.forEach(pattern -> names.addAll(pattern.names));
    return names;
  }

  /** The pattern as its author wrote it. */
  @Override
  public String toString() {
    return written;
  }
}
