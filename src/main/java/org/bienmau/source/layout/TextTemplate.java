package org.bienmau.source.layout;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Map;
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

  /**
   * The text with the parts in their places.
   *
   * @throws IllegalStateException if one of them is not there
   */
  String with(Map<String, String> parts) {
    return PART.matcher(written)
        .replaceAll(
            place -> {
              String part = parts.get(place.group(1));
              if (part == null) {
                throw new IllegalStateException(
                    "Cannot fill in \"%s\": nothing is remembered as %s."
                        .formatted(written, place.group(1)));
              }
              return Matcher.quoteReplacement(part);
            });
  }
}
