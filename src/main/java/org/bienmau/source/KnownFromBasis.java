package org.bienmau.source;

import java.util.Locale;

/** What the day rests on since which a figure is proven to have been public. */
public enum KnownFromBasis {
  PUBLISHED_DAY,
  /** The last day of the printed month. */
  PUBLISHED_MONTH,
  /** The last day of the printed year. */
  PUBLISHED_YEAR,
  /** The day on which the page was read, because it prints no date. */
  ACCESSED;

  /** The code that tables and files use, for example {@code published_day}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
