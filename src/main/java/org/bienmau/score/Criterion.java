package org.bienmau.score;

/** What the methods are scored on, in the order of the answer, each with its aim if it has one. */
public enum Criterion {
  TET_STOP("seasonal_effect", "rest over Tết within two standard errors", true, Aim.atLeast(90)),
  TET_BUILD_UP(
      "seasonal_effect", "build-up before Tết within two standard errors", true, Aim.atLeast(90)),
  RESTART(
      "seasonal_effect",
      "return after the Spring Festival within two standard errors",
      true,
      Aim.NONE),
  TET_LEFT("seasonal_adjustment", "Tết left in January to March, of 100", false, Aim.NONE),
  ANOMALY_FOUND("anomaly", "planted ones found in their month", true, Aim.atLeast(90)),
  ANOMALY_RIGHT("anomaly", "alarms that were planted", true, Aim.atLeast(80)),
  CLOSURE_QUIET("anomaly", "closed months without an alarm", true, Aim.atLeast(95)),
  SHIFT_FOUND("change_point", "planted ones found within a month", true, Aim.atLeast(90)),
  SHIFT_RIGHT("change_point", "found ones that were planted", true, Aim.atLeast(80)),
  MASE("forecast", "MASE of a year held back", false, Aim.below(1)),
  MASE_NAIVE("forecast", "MASE of last year's values", false, Aim.NONE),
  COVERED("forecast", "months held back within 95 % intervals", true, Aim.between(90, 99)),
  ROLLED_MASE("forecast_score", "MASE of regarima", false, Aim.below(1)),
  ROLLED_NAIVE("forecast_score", "MASE of seasonal_naive", false, Aim.NONE),
  ROLLED_COVERED(
      "forecast_score", "months within 95 % intervals of regarima", true, Aim.between(90, 99)),
  PLAN_ERROR("plan_pace", "error of the year in %", false, Aim.NONE),
  PLAN_NAIVE("plan_pace", "error in % of twelve months alike", false, Aim.NONE),
  PLAN_COVERED("plan_pace", "years within 95 % intervals", true, Aim.between(90, 99)),
  EVENT_COVERED("event_effect", "planted effects within 95 % intervals", true, Aim.between(90, 99)),
  EVENT_TOLD("event_effect", "planted effects identified", true, Aim.NONE),
  TRENDS_DIFFER("event_effect", "not identified where trends differ", true, Aim.atLeast(90));

  private final String table;
  private final String text;
  private final boolean isShare;
  private final Aim aim;

  Criterion(String table, String text, boolean isShare, Aim aim) {
    this.table = table;
    this.text = text;
    this.isShare = isShare;
    this.aim = aim;
  }

  /** The gold table that is scored. */
  public String table() {
    return table;
  }

  /** What is counted or measured. */
  public String text() {
    return text;
  }

  /** True for a share in per cent, false for a median. */
  boolean isShare() {
    return isShare;
  }

  public Aim aim() {
    return aim;
  }
}
