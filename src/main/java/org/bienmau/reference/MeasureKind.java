package org.bienmau.reference;

import java.util.Locale;

/** How a measure behaves in time. */
public enum MeasureKind {
  /** Counted over a period. */
  FLOW,
  /** Counted at a moment; never added over time. */
  STOCK,
  /** Something per something, for example vehicles a day; never added. */
  RATE,
  /** What is possible at most. */
  LIMIT,
  /** What somebody set out to reach. */
  PLAN;

  /** The code that tables and files use, for example {@code flow}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
