package org.bienmau.source.record;

import java.math.BigDecimal;
import org.apache.spark.sql.types.DataTypes;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ReasonCode;

/** Whole numbers of 32 bits. */
final class IntegerCells extends CellColumn {
  private static final int MOST_DIGITS = 10;

  private final LongVector vector = new LongVector(DataTypes.IntegerType);
  private final NumberLimits limits;
  private final long least;
  private final long greatest;

  IntegerCells(ContractColumn contract, int place) {
    super(contract, place);
    this.limits = NumberLimits.of(contract, 0);
    this.least = Math.max(limits.least(), Integer.MIN_VALUE);
    this.greatest = Math.min(limits.greatest(), Integer.MAX_VALUE);
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
      } else if (!isNumber(rows.bytes, from, to, row)) {
        byHand(rows, column, row, refusals);
      }
    }
  }

  private boolean isNumber(byte[] bytes, int from, int to, int row) {
    boolean negative = from < to && bytes[from] == '-';
    int at = negative ? from + 1 : from;
    int digits = to - at;
    if (digits < 1 || digits > MOST_DIGITS) {
      return false;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    value = negative ? -value : value;
    vector.values[row] = value;
    vector.empty[row] = false;
    return value >= least && value <= greatest;
  }

  @Override
  boolean take(byte[] bytes, int length, int row) {
    return isNumber(bytes, 0, length, row);
  }

  @Override
  void judge(String text, int row, Refusals refusals) {
    vector.empty[row] = true;
    BigDecimal number = NumberLimits.number(text);
    if (number == null) {
      refuseValue(
          refusals, row, ReasonCode.NOT_A_NUMBER, text, "which is no number; write digits only.");
      return;
    }
    if (text.indexOf('.') >= 0) {
      refuseValue(
          refusals,
          row,
          ReasonCode.NOT_A_WHOLE_NUMBER,
          text,
          "which is written with decimals; write digits only.");
    }
    limits.judge(this, number, text, row, refusals);
    if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      refuseValue(
          refusals,
          row,
          ReasonCode.TOO_LARGE,
          text,
          "which is above %d, the greatest number that fits.".formatted(Integer.MAX_VALUE));
    }
  }

  @Override
  void addTo(long[] hashes, int count) {
    vector.addTo(hashes, count);
  }
}
