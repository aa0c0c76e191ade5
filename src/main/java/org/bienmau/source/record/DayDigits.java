package org.bienmau.source.record;

import java.time.LocalDate;

/**
 * Reads days written 2024-03-05; the month of the last one is remembered, as the next shares it.
 */
final class DayDigits {
  /** What stands for no day. */
  static final int NONE = Integer.MIN_VALUE;

  /** How many bytes a day takes. */
  static final int LENGTH = 10;

  private static final int MONTH_LENGTH = 8;

  private long month;
  private int dayBefore;
  private int daysInMonth;

  /** Days since 1970-01-01 of the ten bytes that stand here, or {@link #NONE}. */
  int day(byte[] bytes, int at) {
    long written = Delimiters.word(bytes, at);
    if (written != month && !learn(written, bytes, at)) {
      return NONE;
    }
    int day = twoDigits(bytes, at + MONTH_LENGTH);
    return day >= 1 && day <= daysInMonth ? dayBefore + day : NONE;
  }

  /** The number of two digits, or less than zero when they are none. */
  static int twoDigits(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return digits ? 10 * tens + ones : -1;
  }

  private boolean learn(long written, byte[] bytes, int at) {
    int century = twoDigits(bytes, at);
    int year = twoDigits(bytes, at + 2);
    int number = twoDigits(bytes, at + 5);
    boolean isMonth = century >= 0 && year >= 0 && number >= 1 && number <= 12;
    if (!isMonth || bytes[at + 4] != '-' || bytes[at + 7] != '-') {
      return false;
    }
    LocalDate first = LocalDate.of(100 * century + year, number, 1);
    month = written;
    dayBefore = Math.toIntExact(first.toEpochDay()) - 1;
    daysInMonth = first.lengthOfMonth();
    return true;
  }
}
