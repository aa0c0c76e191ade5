package org.bienmau.reference;

import java.util.Locale;

/** The kinds of place that a figure can speak of. */
public enum ScopeType {
  /** One of the constant border sections. */
  SECTION,
  /** A border gate or a lane of one. */
  GATE,
  /** A group of sections, a region or the whole border. */
  AREA;

  /** The kind with a code. */
  public static ScopeType of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The code that tables and files use, for example {@code section}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
