package org.bienmau.series;

import java.util.List;

/**
 * A seasonally adjusted series.
 *
 * @param raw the series as it was handed in
 * @param components its parts, by TRAMO-SEATS
 * @param effects of festivals and closures
 * @param outliers found by the model, by period
 * @param forecasts of the twelve months or four quarters after the last known value
 * @param diagnostics what speaks for and against it
 * @param verdict how far it can be trusted
 * @param doubts the reasons for a verdict other than good, gravest first
 */
public record Adjusted(
    TimeSeries raw,
    Components components,
    List<Effect> effects,
    List<Outlier> outliers,
    List<Forecast> forecasts,
    Diagnostics diagnostics,
    Verdict verdict,
    List<Doubt> doubts)
    implements Adjustment {}
