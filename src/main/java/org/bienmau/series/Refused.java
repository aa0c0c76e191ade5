package org.bienmau.series;

/**
 * A series that is neither adjusted nor forecast; the raw values are what there is.
 *
 * @param raw the series as it was handed in
 * @param reason code
 * @param detail one English sentence with the figures behind the reason
 */
public record Refused(TimeSeries raw, Refusal reason, String detail)
    implements Adjustment, Evaluation, Analysis {}
