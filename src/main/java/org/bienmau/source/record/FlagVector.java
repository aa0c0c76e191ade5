package org.bienmau.source.record;

import org.apache.spark.sql.types.DataTypes;

/** True or false. */
final class FlagVector extends BatchVector {
  final boolean[] values = new boolean[Rows.CAPACITY];

  FlagVector() {
    super(DataTypes.BooleanType);
  }

  @Override
  public boolean getBoolean(int row) {
    return values[row];
  }
}
