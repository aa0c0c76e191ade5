package org.bienmau.source.record;

import java.time.LocalDate;
import org.apache.spark.sql.types.DataTypes;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ReasonCode;

/** Days, kept as days since 1970-01-01. */
final class DateCells extends CellColumn {
  private final LongVector vector = new LongVector(DataTypes.DateType);
  private final DayDigits digits = new DayDigits();
  private final int least;
  private final int greatest;

  DateCells(ContractColumn contract, int place) {
    super(contract, place);
    this.least = bound(contract.limits().minimum(), Integer.MIN_VALUE);
    this.greatest = bound(contract.limits().maximum(), Integer.MAX_VALUE);
  }

  private static int bound(String day, int none) {
    return day.isEmpty() ? none : Math.toIntExact(LocalDate.parse(day).toEpochDay());
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
      } else if (to - from != DayDigits.LENGTH || !isDay(rows.bytes, from, row)) {
        byHand(rows, column, row, refusals);
      }
    }
  }

  private boolean isDay(byte[] bytes, int from, int row) {
    int day = digits.day(bytes, from);
    vector.values[row] = day;
    vector.empty[row] = false;
    return day >= least && day <= greatest && day != DayDigits.NONE;
  }

  @Override
  boolean take(byte[] bytes, int length, int row) {
    return length == DayDigits.LENGTH && isDay(bytes, 0, row);
  }

  @Override
  void judge(String text, int row, Refusals refusals) {
    boolean isDay = vector.values[row] != DayDigits.NONE && !vector.empty[row];
    vector.empty[row] = true;
    if (!isDay) {
      refuseValue(
          refusals,
          row,
          ReasonCode.NOT_A_DATE,
          text,
          "which is no day that exists; write it as 2024-03-31.");
    } else if (vector.values[row] < least) {
      refuseValue(
          refusals,
          row,
          ReasonCode.BELOW_MINIMUM,
          text,
          "which is before %s, the first day there is.".formatted(contract.limits().minimum()));
    } else {
      refuseValue(
          refusals,
          row,
          ReasonCode.ABOVE_MAXIMUM,
          text,
          "which is after %s, the last day there is.".formatted(contract.limits().maximum()));
    }
  }

  @Override
  void addTo(long[] hashes, int count) {
    vector.addTo(hashes, count);
  }
}
