package org.bienmau.source.record;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Texts of which many are the same. */
final class WordVector extends BatchVector {
  final Word[] words = new Word[Rows.CAPACITY];

  WordVector() {
    super(DataTypes.StringType);
  }

  @Override
  public UTF8String getUTF8String(int row) {
    return empty[row] ? null : words[row].value();
  }
}
