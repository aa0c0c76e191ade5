package org.bienmau.source.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.unsafe.types.UTF8String;

/** The reasons of the refused rows; other rows have none. */
final class ReasonsVector extends BatchVector {
  private final int[] first = new int[Rows.CAPACITY];
  private final int[] count = new int[Rows.CAPACITY];
  private final Structs structs;

  ReasonsVector(ArrayType type) {
    super(type);
    this.structs = new Structs((StructType) type.elementType());
  }

  /** No row has reasons. */
  void clear() {
    structs.clear();
    Arrays.fill(empty, true);
  }

  /** Adds a reason to a row; the reasons of a row are added one after the other. */
  void add(int row, RowReason reason) {
    if (empty[row]) {
      empty[row] = false;
      first[row] = structs.size();
      count[row] = 0;
    }
    structs.add(reason);
    count[row]++;
  }

  @Override
  public ColumnarArray getArray(int row) {
    return empty[row] ? null : new ColumnarArray(structs, first[row], count[row]);
  }

  private static final class Structs extends Vector {
    private final List<Texts> parts = List.of(new Texts(), new Texts(), new Texts(), new Texts());

    Structs(StructType type) {
      super(type);
    }

    void clear() {
      parts.forEach(part -> part.values.clear());
    }

    int size() {
      return parts.get(0).values.size();
    }

    void add(RowReason reason) {
      List<String> texts =
          List.of(reason.code(), reason.column(), reason.value(), reason.message());
      for (int i = 0; i < texts.size(); i++) {
        parts.get(i).values.add(UTF8String.fromString(texts.get(i)));
      }
    }

    @Override
    public boolean isNullAt(int row) {
      return false;
    }

    @Override
    public int numNulls() {
      return 0;
    }

    @Override
    public ColumnVector getChild(int ordinal) {
      return parts.get(ordinal);
    }
  }

  private static final class Texts extends Vector {
    private final List<UTF8String> values = new ArrayList<>();

    Texts() {
      super(DataTypes.StringType);
    }

    @Override
    public boolean isNullAt(int row) {
      return false;
    }

    @Override
    public int numNulls() {
      return 0;
    }

    @Override
    public UTF8String getUTF8String(int row) {
      return values.get(row);
    }
  }
}
