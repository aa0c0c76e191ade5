package org.bienmau.source.layout;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places for remembered parts, for example {@code {month}/{year}}. */
record TextTemplate(String written) implements Serializable {
  private static final Pattern PART = Pattern.compile("\\{([a-z][a-z0-9_]*)\\}");

  /** The names of the parts that it needs. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    Matcher part = PART.matcher(written);
    while (part.find()) {
      names.add(part.group(1));
    }
    return names;
  }

  /** The text with the parts in their places; empty when one of them is not there. */
  Optional<String> with(Map<String, String> parts) {
    return parts.keySet().containsAll(names())
        ? Optional.of(
            PART.matcher(written)
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1)))))
        : Optional.empty();
  }

  /** The text with what cells read in its places; faulty or empty when one of them is. */
  Cell of(Map<String, Cell> parts) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names()) {
      Cell part = parts.getOrDefault(name, Cell.EMPTY);
      if (part.fault() != null) {
        return part;
      }
      if (!part.isEmpty()) {
        texts.put(name, part.text());
      }
    }
    return with(texts).map(Cell::text).orElse(Cell.EMPTY);
  }
}
