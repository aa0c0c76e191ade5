package org.bienmau.series;

import java.util.List;

/**
 * The scores of the forecasts of one series.
 *
 * @param origins number of origins from which forecasts were made
 * @param scores by method and horizon; horizon 0 first
 */
public record Scored(int origins, List<ForecastScore> scores) implements Evaluation {}
