package org.bienmau.simulate;

import java.time.LocalDate;

/**
 * Writes days and moments: moments are seconds since 1970 of the clock on the wall in Vietnam, so
 * that the local day is a division and the text needs no calendar.
 */
final class Stamps {
  static final int DAY = 86_400;
  private static final int HOURS_AHEAD_OF_UTC = 7 * 3_600;
  private static final byte[] OFFSET = CsvBytes.utf8("+07:00");
  private static final byte[] ZULU = CsvBytes.utf8("Z");

  private final long firstDay;
  private final byte[][] texts;

  /**
   * @param firstDay first day that will be written, counted from 1970
   * @param days how many days from there
   */
  Stamps(long firstDay, int days) {
    this.firstDay = firstDay;
    this.texts = new byte[days][];
    for (int i = 0; i < days; i++) {
      texts[i] = CsvBytes.utf8(LocalDate.ofEpochDay(firstDay + i).toString());
    }
  }

  /** A day as 2024-03-05. */
  CsvBytes day(CsvBytes out, long epochDay) {
    return out.raw(texts[(int) (epochDay - firstDay)]);
  }

  /** A moment as 2024-03-05T08:12:00+07:00. */
  CsvBytes local(CsvBytes out, long wallSecond) {
    return moment(out, wallSecond).raw(OFFSET);
  }

  /** The same moment as 2024-03-05T01:12:00Z. */
  CsvBytes utc(CsvBytes out, long wallSecond) {
    return moment(out, wallSecond - HOURS_AHEAD_OF_UTC).raw(ZULU);
  }

  private CsvBytes moment(CsvBytes out, long second) {
    long day = Math.floorDiv(second, DAY);
    int ofDay = (int) (second - day * DAY);
    day(out, day);
    return out.two('T', ofDay / 3600).two(':', ofDay / 60 % 60).two(':', ofDay % 60);
  }
}
