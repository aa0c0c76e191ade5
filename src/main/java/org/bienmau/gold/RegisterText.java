package org.bienmau.gold;

import java.util.List;

/** How register rows write text that is missing and lists of ids. */
final class RegisterText {
  private RegisterText() {}

  /** The text, or empty (null) when there is none: registers know only blank text. */
  static String orEmpty(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** The ids parted by spaces, which every reader of the tables can split; empty for no ids. */
  static String list(List<String> ids) {
    return orEmpty(String.join(" ", ids));
  }
}
