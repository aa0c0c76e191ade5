package org.bienmau.series;

import java.util.List;

/**
 * Where the level of a series broke.
 *
 * @param points lasting changes, by period
 * @param passing logarithm of the level that was usual before and after, in the periods of a change
 *     that was undone within half a year; {@code NaN} in all others
 */
public record LevelBreaks(List<ChangePoint> points, double[] passing) {}
