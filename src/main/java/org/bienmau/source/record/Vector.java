package org.bienmau.source.record;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Values on the heap, filled anew for every batch; each kind answers for the types that it holds
 * and for no others.
 */
abstract class Vector extends ColumnVector {
  Vector(DataType type) {
    super(type);
  }

  @Override
  public final boolean hasNull() {
    return true;
  }

  /** The arrays serve the next batch. */
  @Override
  public final void close() {}

  @Override
  public boolean getBoolean(int row) {
    throw other("boolean");
  }

  @Override
  public byte getByte(int row) {
    throw other("byte");
  }

  @Override
  public short getShort(int row) {
    throw other("short");
  }

  @Override
  public int getInt(int row) {
    throw other("int");
  }

  @Override
  public long getLong(int row) {
    throw other("long");
  }

  @Override
  public float getFloat(int row) {
    throw other("float");
  }

  @Override
  public double getDouble(int row) {
    throw other("double");
  }

  @Override
  public ColumnarArray getArray(int row) {
    throw other("array");
  }

  @Override
  public ColumnarMap getMap(int row) {
    throw other("map");
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    throw other("decimal");
  }

  @Override
  public UTF8String getUTF8String(int row) {
    throw other("string");
  }

  @Override
  public byte[] getBinary(int row) {
    throw other("binary");
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    throw other("struct");
  }

  private IllegalStateException other(String asked) {
    return new IllegalStateException(
        "Cannot read a %s from a column of the type %s.".formatted(asked, type.sql()));
  }
}
