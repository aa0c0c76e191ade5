package org.bienmau.source.record;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;

/** Whole numbers, days, instants and decimals without their point, all as 64 bits. */
final class LongVector extends BatchVector {
  final long[] values = new long[Rows.CAPACITY];

  LongVector(DataType type) {
    super(type);
  }

  @Override
  public int getInt(int row) {
    return (int) values[row];
  }

  @Override
  public long getLong(int row) {
    return values[row];
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    return empty[row] ? null : Decimal.createUnsafe(values[row], precision, scale);
  }

  /** Adds the values to the hashes of their rows. */
  void addTo(long[] hashes, int count) {
    for (int row = 0; row < count; row++) {
      hashes[row] = Hash64.with(hashes[row], empty[row] ? Hash64.EMPTY : values[row]);
    }
  }
}
