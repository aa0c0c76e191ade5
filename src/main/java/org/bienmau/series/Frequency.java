package org.bienmau.series;

/** How many periods a year has. */
public enum Frequency {
  MONTHLY(12),
  QUARTERLY(4);

  private final int periodsPerYear;

  Frequency(int periodsPerYear) {
    this.periodsPerYear = periodsPerYear;
  }

  /** 12 or 4. */
  public int periodsPerYear() {
    return periodsPerYear;
  }

  /** 1 or 3. */
  public int monthsPerPeriod() {
    return 12 / periodsPerYear;
  }
}
