package org.bienmau.series;

/** What an event did to a series, as far as other series can tell. */
public sealed interface EventEffect {

  /**
   * An estimate.
   *
   * @param effect on the natural logarithm: change of the series less that of its controls
   * @param standardError of the effect
   * @param low lower end of the 95 % interval
   * @param high upper end of the 95 % interval
   * @param pValue of no effect, two-sided
   * @param trendPValue of equal trends before the event
   * @param placeboPValue share of the series, this one and the controls, on which an event of that
   *     date would have had an effect as large beside its usual spread; never below one over their
   *     number
   * @param controls number of control series
   * @param before number of periods compared before the event
   * @param after number of periods compared from the event on
   */
  record Estimated(
      double effect,
      double standardError,
      double low,
      double high,
      double pValue,
      double trendPValue,
      double placeboPValue,
      int controls,
      int before,
      int after)
      implements EventEffect {

    /** The effect in per cent of what would have been. */
    public double effectPct() {
      return percent(effect);
    }

    /** Lower end of the 95 % interval in per cent. */
    public double lowPct() {
      return percent(low);
    }

    /** Upper end of the 95 % interval in per cent. */
    public double highPct() {
      return percent(high);
    }

    private static double percent(double log) {
      return 100 * Math.expm1(log);
    }
  }

  /**
   * No estimate that could be believed.
   *
   * @param reason code
   * @param detail one English sentence with the figures behind the reason
   */
  record NotIdentified(Reason reason, String detail) implements EventEffect {}

  /** Why an effect cannot be told. */
  enum Reason {
    /** Fewer than two control series are known over the whole time. */
    TOO_FEW_CONTROLS,
    /** Fewer than a year of periods is known before the event. */
    TOO_SHORT_BEFORE,
    /** No period is known from the event on. */
    NOTHING_AFTER,
    /** The series did not move like its controls before the event. */
    TRENDS_DIFFER
  }
}
