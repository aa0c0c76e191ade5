package org.bienmau.serve;

import java.math.BigDecimal;

/** JSON that may stand inside a script element: nothing in it can end the element. */
final class PageJson {
  private PageJson() {}

  /** Numbers without needless zeros, booleans, null; everything else as text. */
  static String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
    return value instanceof Integer || value instanceof Long || value instanceof Boolean
        ? value.toString()
        : text(value.toString());
  }

  /** A quoted string. */
  static String text(String value) {
    StringBuilder json = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        default -> json.append(mustEscape(c) ? "\\u%04x".formatted((int) c) : c);
      }
    }
    return json.append('"').toString();
  }

  /** JSON written by hand, made safe for a page: "<" stands only inside its strings. */
  static String safe(String json) {
    return json.replace("<", "\\u003c");
  }

  private static boolean mustEscape(char c) {
    return c < 0x20 || c == '<' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c);
  }
}
