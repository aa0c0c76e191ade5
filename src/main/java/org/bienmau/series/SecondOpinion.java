package org.bienmau.series;

/** What X-13 makes of a series that TRAMO-SEATS has adjusted. */
public sealed interface SecondOpinion {

  /**
   * An adjustment of its own.
   *
   * @param model orders of its ARIMA model
   * @param adjusted its adjusted series, one value per period of the raw one
   * @param quality M and Q statistics
   * @param season tests of the season before and after
   * @param gap root mean square of the difference of the logarithms of both adjusted series
   */
  record Given(
      String model, double[] adjusted, QualityStatistics quality, SeasonTests season, double gap)
      implements SecondOpinion {}

  /**
   * None.
   *
   * @param reason code
   * @param detail one English sentence
   */
  record Withheld(Refusal reason, String detail) implements SecondOpinion {}
}
