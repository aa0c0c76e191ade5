package org.bienmau.series;

import java.util.List;

/**
 * What is said of a series that can be adjusted.
 *
 * @param adjusted its parts, effects and forecasts
 * @param breaks of its level
 * @param anomalies by period
 * @param evaluation of its forecasts from earlier periods
 */
public record Analysed(
    Adjusted adjusted, LevelBreaks breaks, List<Anomaly> anomalies, Evaluation evaluation)
    implements Analysis {}
