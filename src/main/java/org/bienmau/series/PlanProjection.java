package org.bienmau.series;

/** Where a year will end that has got so far. */
public sealed interface PlanProjection {

  /**
   * A projection.
   *
   * @param expectedShare part of the whole year that past years had reached by this month, 0 to 1
   * @param year value of the whole year, as likely too high as too low
   * @param low80 lower end of its 80 % interval
   * @param high80 upper end of its 80 % interval
   * @param low95 lower end of its 95 % interval
   * @param high95 upper end of its 95 % interval
   * @param probability of reaching the plan, 0 to 1
   * @param pastYears number of past years behind it
   */
  record Projected(
      double expectedShare,
      double year,
      double low80,
      double high80,
      double low95,
      double high95,
      double probability,
      int pastYears)
      implements PlanProjection {}

  /**
   * No projection.
   *
   * @param reason code
   * @param detail one English sentence
   */
  record NotProjected(Reason reason, String detail) implements PlanProjection {}

  /** Why a year cannot be projected. */
  enum Reason {
    /** Fewer than three past years have all their months. */
    TOO_FEW_YEARS,
    /** Nothing has been reached yet. */
    NOTHING_REACHED
  }
}
