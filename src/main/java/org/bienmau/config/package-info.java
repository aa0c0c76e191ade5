/**
 * The settings of a run: where they are read from, what may be set, and what is wrong with them.
 *
 * <p>Only {@code job} knows this package; everything else is handed the one value that it needs.
 */
package org.bienmau.config;
