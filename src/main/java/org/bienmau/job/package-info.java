/**
 * The commands, and all that only the outermost layer may do: start Spark, read the clock, know the
 * settings, write to the console and end the process. Nothing imports this package.
 */
package org.bienmau.job;
