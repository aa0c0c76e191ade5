package org.bienmau.source.record;

import java.util.Arrays;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** What became of each row. */
final class OutcomeVector extends BatchVector {
  private static final UTF8String ACCEPTED = UTF8String.fromString(RecordColumns.ACCEPTED);
  private static final UTF8String QUARANTINED = UTF8String.fromString(RecordColumns.QUARANTINED);

  private boolean[] refused;

  OutcomeVector() {
    super(DataTypes.StringType);
    Arrays.fill(empty, false);
  }

  void set(boolean[] refusedRows) {
    refused = refusedRows;
  }

  @Override
  public UTF8String getUTF8String(int row) {
    return refused[row] ? QUARANTINED : ACCEPTED;
  }
}
