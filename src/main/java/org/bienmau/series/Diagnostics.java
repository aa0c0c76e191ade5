package org.bienmau.series;

/**
 * What speaks for and against an adjustment. Probabilities are those of a statistic as extreme as
 * the one found if all is well, so small ones speak against; but {@code season.qsBefore()} is small
 * when there is a season to take out.
 *
 * @param periods known and unknown, between the first and the last value
 * @param missing of them without a value
 * @param model orders of the ARIMA model
 * @param residualDeviation standard error of the residuals of the logarithm
 * @param ljungBox probability of residuals as correlated in time
 * @param normality probability of residuals as far from normal (Doornik and Hansen)
 * @param season tests of the season before and after
 * @param festivalLeft probability of an irregular of January to March that follows Tết as closely
 * @param festivalGain by how much the festivals lower the corrected Akaike criterion, with orders
 *     and outliers held; below 0 they cost more than they tell. {@code NaN} when it has none
 * @param secondOpinion X-13's word
 */
public record Diagnostics(
    int periods,
    int missing,
    String model,
    double residualDeviation,
    double ljungBox,
    double normality,
    SeasonTests season,
    double festivalLeft,
    double festivalGain,
    SecondOpinion secondOpinion) {}
