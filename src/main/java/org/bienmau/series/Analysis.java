package org.bienmau.series;

import java.util.List;

/**
 * All that is said of one series of months or quarters: the tables of series are filled with it,
 * and it is what {@code bienmau score} holds to planted truth.
 */
public sealed interface Analysis permits Analysed, Refused {

  /**
   * Adjusts a series, looks for breaks and anomalies in it, and scores its forecasts.
   *
   * @param raw values above zero; {@code NaN} where none is known
   * @param closures known beforehand, other than the rest over the lunar new year
   */
  static Analysis of(TimeSeries raw, List<Closure> closures) {
    Adjustment adjustment = SeasonalAdjustment.standard().adjust(raw, closures);
    if (adjustment instanceof Refused refused) {
      return refused;
    }
    Adjusted adjusted = (Adjusted) adjustment;
    LevelBreaks breaks = ChangePoints.of(adjusted);
    return new Analysed(
        adjusted,
        breaks,
        Anomalies.of(adjusted, breaks),
        RollingOrigin.standard().evaluate(raw, closures));
  }
}
