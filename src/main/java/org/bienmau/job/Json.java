package org.bienmau.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes values as JSON, in the order given, so that equal results are equal texts. */
final class Json {
  private Json() {}

  /** Maps become objects, lists arrays; whatever is no number or boolean becomes a string. */
  static String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map<?, ?> map) {
      List<String> members = new ArrayList<>();
      map.forEach((key, member) -> members.add(string(String.valueOf(key)) + ":" + of(member)));
      return "{" + String.join(",", members) + "}";
    }
    if (value instanceof Iterable<?> items) {
      List<String> elements = new ArrayList<>();
      items.forEach(item -> elements.add(of(item)));
      return "[" + String.join(",", elements) + "]";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      return string(number.toString());
    }
    if (value instanceof RawJson json) {
      return json.text();
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : string(value.toString());
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < 0x20 ? "\\u%04x".formatted((int) c) : c);
      }
    }
    return json.append('"').toString();
  }
}
