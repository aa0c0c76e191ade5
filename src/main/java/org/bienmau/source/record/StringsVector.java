package org.bienmau.source.record;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Texts that were made for their rows. */
final class StringsVector extends BatchVector {
  final UTF8String[] values = new UTF8String[Rows.CAPACITY];

  StringsVector() {
    super(DataTypes.StringType);
  }

  void set(int row, UTF8String value) {
    values[row] = value;
    empty[row] = value == null;
  }

  @Override
  public UTF8String getUTF8String(int row) {
    return empty[row] ? null : values[row];
  }
}
