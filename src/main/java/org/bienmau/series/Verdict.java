package org.bienmau.series;

/** How far an adjustment can be trusted. */
public enum Verdict {
  GOOD,
  /** To be read with the doubts beside it. */
  UNCERTAIN,
  /** The raw series says more. */
  BAD
}
