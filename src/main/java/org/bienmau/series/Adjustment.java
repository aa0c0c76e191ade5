package org.bienmau.series;

/** What became of a series that was to be seasonally adjusted. */
public sealed interface Adjustment permits Adjusted, Refused {

  /** The series as it was handed in. */
  TimeSeries raw();
}
