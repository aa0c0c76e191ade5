package org.bienmau.source.record;

import java.util.Arrays;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Texts that lie in the window of the file, or beside it where they had to be rewritten. */
final class TextVector extends BatchVector {
  private final int[] from = new int[Rows.CAPACITY];
  private final int[] length = new int[Rows.CAPACITY];
  private byte[] window;
  private byte[] beside = new byte[1024];
  private int besideEnd;

  TextVector() {
    super(DataTypes.StringType);
  }

  void clear(byte[] bytes) {
    window = bytes;
    besideEnd = 0;
  }

  /** The row's text stands in the window. */
  void inWindow(int row, int start, int end) {
    from[row] = start;
    length[row] = end - start;
    empty[row] = false;
  }

  /** The row's text is copied from here. */
  void copied(int row, byte[] bytes, int start, int end) {
    int size = end - start;
    if (besideEnd + size > beside.length) {
      beside = Arrays.copyOf(beside, Math.max(2 * beside.length, besideEnd + size));
    }
    System.arraycopy(bytes, start, beside, besideEnd, size);
    from[row] = ~besideEnd;
    length[row] = size;
    empty[row] = false;
    besideEnd += size;
  }

  @Override
  public UTF8String getUTF8String(int row) {
    if (empty[row]) {
      return null;
    }
    int start = from[row];
    return start >= 0
        ? UTF8String.fromBytes(window, start, length[row])
        : UTF8String.fromBytes(beside, ~start, length[row]);
  }
}
