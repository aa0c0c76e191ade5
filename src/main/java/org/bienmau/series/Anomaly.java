package org.bienmau.series;

import java.time.YearMonth;

/**
 * A value far from what trend, season, festivals and known closures make of its period.
 *
 * @param period first month of the period
 * @param value as handed in
 * @param expected what the parts other than the irregular make up
 * @param low lower end of the values that raise no alarm
 * @param high upper end of the values that raise no alarm
 * @param score distance of the logarithms in robust standard deviations, negative below
 */
public record Anomaly(
    YearMonth period, double value, double expected, double low, double high, double score) {}
