package org.bienmau.reference;

import java.util.Locale;

/** Which way goods or vehicles go, seen from Vietnam. */
public enum Direction {
  EXPORT,
  IMPORT,
  /** Both ways together, and whatever else a source counts in its total. */
  TOTAL;

  /** The code that tables and files use, for example {@code export}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
