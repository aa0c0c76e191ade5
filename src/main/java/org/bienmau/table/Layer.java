package org.bienmau.table;

import java.util.Locale;

/** How far a table's rows have come from the file they started in. */
public enum Layer {
  /** As the source wrote it: every cell a string, plus where it came from. */
  BRONZE,
  /** Parsed, harmonised and flagged: one meaning per column, no row dropped in silence. */
  SILVER,
  /** Answers a question for a reader; the only layer that BI tools may query. */
  GOLD,
  /** What the system did: files, runs, checks, releases. */
  OPS;

  /** The database and folder of the layer's tables, for example {@code gold}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
