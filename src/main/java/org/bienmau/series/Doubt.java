package org.bienmau.series;

/**
 * A reason not to trust an adjustment fully.
 *
 * <p>M7 and Q above 1 and season left in the adjusted series are the Census Bureau's grounds
 * (Ladiray and Quenneville 2001, Seasonal Adjustment with the X-11 Method); tests reject at 1 %,
 * because the distribution of QS is only approximate and thousands of series are tested. The other
 * limits are this project's own.
 */
public enum Doubt {
  /** M7 is above 1: no season can be told from noise. Only from 60 months on. */
  NO_IDENTIFIABLE_SEASON(Verdict.BAD),
  /** The adjusted series still has a season, by the QS test or the F test. */
  SEASON_LEFT(Verdict.BAD),
  /** January to March of the irregular still move with the date of the festival. */
  FESTIVAL_LEFT(Verdict.BAD),
  /** Q is 1.2 or more. Only from 60 months on. */
  QUALITY_POOR(Verdict.BAD),
  /** Q, or Q without M2, is 1 or more. Only from 60 months on. */
  QUALITY_WEAK(Verdict.UNCERTAIN),
  /** Less than 60 months, or 20 quarters: the simplest model, without a search. */
  SHORT(Verdict.UNCERTAIN),
  /** More than 5 % of the periods are outliers. */
  MANY_OUTLIERS(Verdict.UNCERTAIN),
  /** An outlier lies in the last three periods, where a break cannot be told from a blip. */
  RECENT_OUTLIER(Verdict.UNCERTAIN),
  /** A festival's coefficient is beyond 1.5, a change by more than a factor of four. */
  IMPLAUSIBLE_FESTIVAL(Verdict.UNCERTAIN),
  /** The residuals are correlated in time, by the Ljung-Box test. */
  RESIDUALS_CORRELATED(Verdict.UNCERTAIN),
  /** The residuals are not normal, by the Doornik-Hansen test: intervals are off. */
  RESIDUALS_NOT_NORMAL(Verdict.UNCERTAIN),
  /** X-13 gives adjusted values that differ by more than 5 % in the root mean square. */
  METHODS_DISAGREE(Verdict.UNCERTAIN),
  /** X-13 gave no result, so there is neither Q nor M7. */
  NO_SECOND_OPINION(Verdict.UNCERTAIN);

  private final Verdict verdict;

  Doubt(Verdict verdict) {
    this.verdict = verdict;
  }

  /** What an adjustment with this doubt is at best. */
  public Verdict verdict() {
    return verdict;
  }
}
