/**
 * What the cube says when its cells are set beside each other: who drives growth, how concentrated
 * and how unequal trade is, what is price and what is volume. Reads the cube, never silver.
 */
package org.bienmau.gold.compare;
