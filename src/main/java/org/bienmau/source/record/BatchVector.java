package org.bienmau.source.record;

import org.apache.spark.sql.types.DataType;

/** A column of a batch: a value or none for each of its rows. */
abstract class BatchVector extends Vector {
  /** Which rows have no value. */
  final boolean[] empty = new boolean[Rows.CAPACITY];

  BatchVector(DataType type) {
    super(type);
  }

  @Override
  public final boolean isNullAt(int row) {
    return empty[row];
  }

  @Override
  public final int numNulls() {
    int count = 0;
    for (boolean one : empty) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
