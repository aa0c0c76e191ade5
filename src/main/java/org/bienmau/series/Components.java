package org.bienmau.series;

/**
 * The parts of a series, one value per period of the raw series; all but the first two are factors
 * around 1.
 *
 * <p>Where a value is known, {@code raw = adjusted × seasonal × tet × springFestival} and {@code
 * adjusted = trend × irregular}. The effect of closures stays in the adjusted series and in the
 * irregular factor, because trade really was lower.
 *
 * @param adjusted the series without season and festivals; {@code NaN} where the raw value is
 *     unknown
 * @param trend the smooth course; also where the raw value inside the series is unknown
 * @param seasonal factor of the month or quarter, festivals of an average year included
 * @param tet factor of Tết in this year against an average one
 * @param springFestival factor of the Spring Festival's days that are not counted as Tết
 * @param closures factor of the known closures, contained in the irregular
 * @param irregular what is left, outliers and closures included; {@code NaN} where the raw value is
 *     unknown
 */
public record Components(
    double[] adjusted,
    double[] trend,
    double[] seasonal,
    double[] tet,
    double[] springFestival,
    double[] closures,
    double[] irregular) {}
