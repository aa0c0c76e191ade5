/**
 * Time-series mathematics on arrays: the lunar calendar, seasonal adjustment, forecasts and their
 * scores, change points, anomalies, effects of events, projections of plans.
 *
 * <p>Values go in as arrays, small records come out; nothing here knows a table, a place or Spark.
 * Everything is a function of its arguments: the same series gives the same bits in any thread.
 */
package org.bienmau.series;
