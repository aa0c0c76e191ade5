package org.bienmau.series;

/** What became of a series whose forecasts were to be evaluated. */
public sealed interface Evaluation permits Scored, Refused {}
