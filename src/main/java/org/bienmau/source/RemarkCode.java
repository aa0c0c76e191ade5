package org.bienmau.source;

/** What is odd about an accepted row; it is kept with the figure. */
public enum RemarkCode {
  /** The reader of the page, not the page, placed the day or the year. */
  DATE_INFERRED,
  /** A running total whose first day the source did not print. */
  CUMULATIVE_START_UNKNOWN,
  /** A month of the customs' own calendar; it is kept as a range. */
  REPORTING_MONTH,
  /** Published before the period was over: an estimate, not a result. */
  EARLY_ESTIMATE,
  /** Printed in another currency and converted with a dated rate. */
  CONVERTED_CURRENCY,
  /** The regime was not printed; the reader of the page took it from the size of the figure. */
  REGIME_READ_FROM_SCALE,
  /** Read from a machine translation. */
  MACHINE_TRANSLATION,
  /** Read from a mirror, a copy or a reprint of the page. */
  MIRROR,
  /** The figure's id is not the hash of the row: the row was changed after it got its id. */
  FIGURE_ID_STALE
}
