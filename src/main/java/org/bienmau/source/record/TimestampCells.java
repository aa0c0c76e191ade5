package org.bienmau.source.record;

import java.time.OffsetDateTime;
import org.apache.spark.sql.types.DataTypes;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ReasonCode;

/** Instants written with their offset from UTC, kept as microseconds since 1970-01-01T00:00Z. */
final class TimestampCells extends CellColumn {
  private static final long MICROS = 1_000_000;
  private static final int DAY_SECONDS = 24 * 60 * 60;
  private static final int IN_UTC = "2024-03-05T01:12:00Z".length();
  private static final int WITH_OFFSET = "2024-03-05T08:12:00+07:00".length();

  /** No place on earth is further from UTC. */
  private static final int MOST_OFFSET_HOURS = 18;

  private final LongVector vector = new LongVector(DataTypes.TimestampType);
  private final DayDigits digits = new DayDigits();
  private final long least;
  private final long greatest;

  TimestampCells(ContractColumn contract, int place) {
    super(contract, place);
    this.least = bound(contract.limits().minimum(), Long.MIN_VALUE);
    this.greatest = bound(contract.limits().maximum(), Long.MAX_VALUE);
  }

  private static long bound(String instant, long none) {
    return instant.isEmpty() ? none : OffsetDateTime.parse(instant).toEpochSecond() * MICROS;
  }

  @Override
  LongVector vector() {
    return vector;
  }

  @Override
  void read(Rows rows, int column, Refusals refusals) {
    boolean optional = !contract.required();
    int first = Rows.first(column);
    for (int row = 0; row < rows.count; row++) {
      int from = rows.from()[first + row];
      int to = rows.to()[first + row];
      if (optional && from == to) {
        vector.empty[row] = true;
      } else if (!isInstant(rows.bytes, from, to - from, row)) {
        byHand(rows, column, row, refusals);
      }
    }
  }

  private boolean isInstant(byte[] bytes, int from, int length, int row) {
    vector.empty[row] = true;
    if (length != WITH_OFFSET && length != IN_UTC) {
      return false;
    }
    int day = digits.day(bytes, from);
    int seconds = secondsOfDay(bytes, from + DayDigits.LENGTH);
    int offset = length == IN_UTC ? utc(bytes[from + 19]) : offsetSeconds(bytes, from + 19);
    if (day == DayDigits.NONE || seconds < 0 || offset == Integer.MIN_VALUE) {
      return false;
    }
    long micros = ((long) day * DAY_SECONDS + seconds - offset) * MICROS;
    vector.values[row] = micros;
    vector.empty[row] = false;
    return micros >= least && micros <= greatest;
  }

  /** The seconds of T08:12:00, or -1. */
  private static int secondsOfDay(byte[] bytes, int at) {
    int hours = DayDigits.twoDigits(bytes, at + 1);
    int minutes = DayDigits.twoDigits(bytes, at + 4);
    int seconds = DayDigits.twoDigits(bytes, at + 7);
    boolean separated = bytes[at] == 'T' && bytes[at + 3] == ':' && bytes[at + 6] == ':';
    boolean isTime = (hours | minutes | seconds) >= 0 && hours < 24 && minutes < 60 && seconds < 60;
    return separated && isTime ? hours * 3600 + minutes * 60 + seconds : -1;
  }

  private static int utc(byte letter) {
    return letter == 'Z' ? 0 : Integer.MIN_VALUE;
  }

  /** The seconds of +07:00, or the least number there is. */
  private static int offsetSeconds(byte[] bytes, int at) {
    int hours = DayDigits.twoDigits(bytes, at + 1);
    int minutes = DayDigits.twoDigits(bytes, at + 4);
    boolean signed = bytes[at] == '+' || bytes[at] == '-';
    if (!signed || bytes[at + 3] != ':' || (hours | minutes) < 0 || minutes >= 60) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return seconds > MOST_OFFSET_HOURS * 3600
        ? Integer.MIN_VALUE
        : bytes[at] == '-' ? -seconds : seconds;
  }

  @Override
  boolean take(byte[] bytes, int length, int row) {
    return isInstant(bytes, 0, length, row);
  }

  @Override
  void judge(String text, int row, Refusals refusals) {
    boolean isInstant = !vector.empty[row];
    vector.empty[row] = true;
    if (!isInstant) {
      refuseValue(
          refusals,
          row,
          ReasonCode.NOT_A_TIMESTAMP,
          text,
          "which is no instant; write it as 2024-03-05T08:12:00+07:00 or 2024-03-05T01:12:00Z.");
    } else if (vector.values[row] < least) {
      refuseValue(
          refusals,
          row,
          ReasonCode.BELOW_MINIMUM,
          text,
          "which is before %s, the first instant there is.".formatted(contract.limits().minimum()));
    } else {
      refuseValue(
          refusals,
          row,
          ReasonCode.ABOVE_MAXIMUM,
          text,
          "which is after %s, the last instant there is.".formatted(contract.limits().maximum()));
    }
  }

  @Override
  void addTo(long[] hashes, int count) {
    vector.addTo(hashes, count);
  }
}
