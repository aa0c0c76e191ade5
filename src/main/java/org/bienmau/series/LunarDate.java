package org.bienmau.series;

import java.io.Serializable;

/**
 * A day of the lunisolar calendar.
 *
 * @param year Gregorian year in which the lunar year begins
 * @param month 1 to 12
 * @param leap true for the second month of that number
 * @param day 1 to 30
 */
public record LunarDate(int year, int month, boolean leap, int day) implements Serializable {}
