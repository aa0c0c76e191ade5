package org.bienmau.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words around a name that say what kind of place it is, such as cửa khẩu quốc tế or province. */
final class PlaceWords {
  private static final List<List<String>> BEFORE_GATES =
      longestFirst(
          "cap cua khau",
          "cap cua khau quoc te",
          "cua khau",
          "cua khau chinh",
          "cua khau phu",
          "cua khau quoc gia",
          "cua khau quoc te",
          "cua khau quoc te duong bo",
          "cua khau song phuong",
          "hai quan cua khau",
          "hai quan cua khau quoc te",
          "cau",
          "cau duong bo",
          "ck",
          "ckc",
          "ckp",
          "ckqt",
          "cksp",
          "hqck",
          "hqckqt",
          "duong chuyen dung",
          "loi mo",
          "loi thong quan");
  private static final List<List<String>> AFTER_GATES =
      longestFirst(
          "border gate",
          "border gates",
          "bridge",
          "gate",
          "international border gate",
          "international gate");
  private static final List<List<String>> BEFORE_PROVINCES = longestFirst("tinh", "province of");
  private static final List<List<String>> AFTER_PROVINCES = longestFirst("province");

  private PlaceWords() {}

  /**
   * A name without the words around it.
   *
   * @param name what remains
   * @param kind what the words said
   */
  record Stripped(PlaceName name, ScopeType kind) {}

  /** The name without such words; empty when it has none or nothing would remain. */
  static Optional<Stripped> strip(PlaceName name) {
    return strip(name, BEFORE_GATES, AFTER_GATES, ScopeType.GATE)
        .or(() -> strip(name, BEFORE_PROVINCES, AFTER_PROVINCES, ScopeType.SECTION));
  }

  private static Optional<Stripped> strip(
      PlaceName name, List<List<String>> before, List<List<String>> after, ScopeType kind) {
    List<String> bare = name.bareTokens();
    int from =
        before.stream()
            .filter(words -> startsWith(bare, words))
            .mapToInt(List::size)
            .findFirst()
            .orElse(0);
    int cut =
        after.stream()
            .filter(words -> endsWith(bare, words))
            .mapToInt(List::size)
            .findFirst()
            .orElse(0);
    int to = bare.size() - cut;
    if (from + cut == 0 || from >= to) {
      return Optional.empty();
    }
    return Optional.of(new Stripped(PlaceName.ofTokens(name.tokens().subList(from, to)), kind));
  }

  private static boolean startsWith(List<String> tokens, List<String> words) {
    return tokens.size() >= words.size() && tokens.subList(0, words.size()).equals(words);
  }

  private static boolean endsWith(List<String> tokens, List<String> words) {
    int start = tokens.size() - words.size();
    return start >= 0 && tokens.subList(start, tokens.size()).equals(words);
  }

  private static List<List<String>> longestFirst(String... phrases) {
    return Stream.of(phrases)
        .map(phrase -> List.of(phrase.split(" ")))
        .sorted(Comparator.comparing((List<String> words) -> -words.size()))
        .toList();
  }
}
