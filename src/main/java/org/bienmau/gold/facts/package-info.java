/**
 * What records add up to: trade by month, trucks by day and what they carry, time at the gate,
 * queues and capacity, and the cells that all of it gives the cube.
 */
package org.bienmau.gold.facts;
