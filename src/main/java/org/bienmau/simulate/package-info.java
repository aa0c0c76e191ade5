/**
 * Histories that nobody lived through: files that keep the contracts, made from a seed, and beside
 * them the truth that was planted in them.
 *
 * <p>What the border looks like is data (conf/simulation): totals by year, shares of gates and
 * goods, seasons, what Tết and closures do. Everything written names a simulated source, and file
 * names, declaration numbers, visit ids, plates and traders say so as well. The same arguments and
 * data give the same bytes, on any number of threads.
 */
package org.bienmau.simulate;
