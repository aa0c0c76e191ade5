package org.bienmau.source.record;

import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.spark.unsafe.types.UTF8String;

/** The names of months, the last one remembered. */
final class LocalMonths {
  private long first = 1;
  private long last = 0;
  private UTF8String name;

  /** The month of a day, for example 2024-03. */
  UTF8String of(long epochDay) {
    if (epochDay < first || epochDay > last) {
      YearMonth month = YearMonth.from(LocalDate.ofEpochDay(epochDay));
      first = month.atDay(1).toEpochDay();
      last = month.atEndOfMonth().toEpochDay();
      name = UTF8String.fromString(month.toString());
    }
    return name;
  }
}
