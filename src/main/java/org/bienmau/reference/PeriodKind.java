package org.bienmau.reference;

import java.util.Locale;

/** What kind of stretch of time a figure speaks of. */
public enum PeriodKind {
  DAY,
  MONTH,
  /**
   * January and February together: Tết falls into either, so that only both can be compared with
   * those of another year.
   */
  JAN_FEB,
  QUARTER,
  HALF,
  YEAR,
  /** From 1 January to a day that need not end a month. */
  YTD,
  /** Any other stretch; when its two dates are equal, the source did not print where it begins. */
  RANGE,
  /** A stock at one moment, for example vehicles waiting. */
  POINT;

  /** The code that tables and files use, for example {@code ytd}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
