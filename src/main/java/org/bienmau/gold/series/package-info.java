/**
 * What time-series mathematics says about the monthly series of the cube: seasonal adjustment,
 * forecasts, breaks, anomalies and the effects of events.
 *
 * <p>{@code series_analysis} runs the mathematics once per series; the other tables take it apart.
 */
package org.bienmau.gold.series;
