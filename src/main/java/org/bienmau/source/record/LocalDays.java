package org.bienmau.source.record;

import org.apache.spark.sql.types.DataTypes;

/** The local days (UTC+7, without summer time) of a column of days or instants. */
final class LocalDays {
  private static final long MICROS_OF_HOUR = 3_600_000_000L;
  private static final long OFFSET = 7 * MICROS_OF_HOUR;
  private static final long MICROS_OF_DAY = 24 * MICROS_OF_HOUR;

  private final LongVector column;
  private final boolean isDay;

  LocalDays(LongVector column) {
    this.column = column;
    this.isDay = column.dataType().equals(DataTypes.DateType);
  }

  boolean isEmpty(int row) {
    return column.empty[row];
  }

  /** Days since 1970-01-01. */
  long of(int row) {
    long value = column.values[row];
    return isDay ? value : Math.floorDiv(value + OFFSET, MICROS_OF_DAY);
  }
}
