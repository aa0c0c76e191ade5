package org.bienmau.source.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bienmau.source.SourceDataException;

/** What the name of a file tells. */
final class FileNames {
  private FileNames() {}

  /** Whether a layout is for files of this name, as far as names tell. */
  static boolean fits(Layout layout, String name) {
    return layout.names().isEmpty() || match(layout, name).isPresent();
  }

  /**
   * The name, and what the layout remembers of it.
   *
   * @throws SourceDataException if the name does not tell what the layout wants to remember
   */
  static Map<String, String> parts(Layout layout, String name) {
    Map<String, String> parts = new LinkedHashMap<>();
    Optional<Map<String, String>> told = match(layout, name);
    if (told.isEmpty() && !TextPattern.names(layout.names()).isEmpty()) {
      throw new SourceDataException(
          name,
          "the layout %s remembers %s of the names of its files, and this one does not read \"%s\""
              .formatted(layout.name(), TextPattern.names(layout.names()), layout.names().get(0)),
          "Name the file so, or read it through another layout.");
    }
    told.ifPresent(parts::putAll);
    parts.put("file", name);
    return parts;
  }

  private static Optional<Map<String, String>> match(Layout layout, String name) {
    return layout.names().stream()
        .map(way -> way.match(name))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
