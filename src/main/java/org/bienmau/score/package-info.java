/**
 * How good the methods are: series with planted effects, and what the methods make of them.
 *
 * <p>Series are made day by day, with a calendar and shapes of their own, and never with the
 * regressors of the methods; the page methods/score.md tells how. What is scored is the code that
 * fills the tables of series, with the same options.
 */
package org.bienmau.score;
