package org.bienmau.source.record;

import java.math.BigDecimal;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.DecimalType;
import org.bienmau.source.ReasonCode;

/** Decimal numbers of at most 18 digits, kept in units of their last decimal. */
final class DecimalCells extends CellColumn {
  private static final int MOST_DIGITS = 18;
  private static final long[] POWERS_OF_TEN = powersOfTen();

  private final LongVector vector;
  private final NumberLimits limits;
  private final DecimalType type;
  private final long least;
  private final long greatest;

  DecimalCells(ContractColumn contract, int place) {
    super(contract, place);
    this.vector = new LongVector(RecordColumns.type(contract));
    this.type = DecimalType.of(contract).orElseThrow();
    this.limits = NumberLimits.of(contract, type.scale());
    long most = POWERS_OF_TEN[type.precision()] - 1;
    this.least = Math.max(limits.least(), -most);
    this.greatest = Math.min(limits.greatest(), most);
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
    int start = negative ? from + 1 : from;
    if (to - start > MOST_DIGITS || to <= start) {
      return false;
    }
    long value = 0;
    int at = start;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
    }
    int decimals = 0;
    if (at < to) {
      decimals = to - at - 1;
      if (bytes[at] != '.' || at == start || decimals < 1 || decimals > type.scale()) {
        return false;
      }
      for (at++; at < to; at++) {
        int digit = bytes[at] - '0';
        if (digit < 0 || digit > 9) {
          return false;
        }
        value = value * 10 + digit;
      }
    }
    long scaled = value * POWERS_OF_TEN[type.scale() - decimals];
    // With its scale the number may have more digits than 64 bits hold.
    if (value > greatestBefore(decimals)) {
      return false;
    }
    scaled = negative ? -scaled : scaled;
    vector.values[row] = scaled;
    vector.empty[row] = false;
    return scaled >= least && scaled <= greatest;
  }

  /** The greatest number with so many decimals that its scaled value fits. */
  private long greatestBefore(int decimals) {
    return POWERS_OF_TEN[type.precision() - type.scale() + decimals] - 1;
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
          refusals,
          row,
          ReasonCode.NOT_A_NUMBER,
          text,
          "which is no number; write digits, and a point before decimals.");
      return;
    }
    BigDecimal plain = number.stripTrailingZeros();
    boolean precise = plain.scale() <= type.scale();
    boolean large =
        plain.signum() != 0 && plain.precision() - plain.scale() > type.precision() - type.scale();
    if (!precise) {
      refuseValue(
          refusals,
          row,
          ReasonCode.TOO_PRECISE,
          text,
          "which has more than %d decimals; nothing is rounded.".formatted(type.scale()));
    }
    if (large) {
      refuseValue(
          refusals,
          row,
          ReasonCode.TOO_LARGE,
          text,
          "which has more than %d digits before the point."
              .formatted(type.precision() - type.scale()));
    }
    limits.judge(this, number, text, row, refusals);
    if (precise && !large) {
      long scaled = plain.setScale(type.scale()).unscaledValue().longValueExact();
      vector.values[row] = scaled;
      vector.empty[row] = scaled < least || scaled > greatest;
    }
  }

  @Override
  void addTo(long[] hashes, int count) {
    vector.addTo(hashes, count);
  }

  private static long[] powersOfTen() {
    long[] powers = new long[MOST_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }
}
