package org.bienmau.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** The few number types that tables use, so that the same quantity has the same type everywhere. */
public final class Types {
  private Types() {}

  /** Money, tonnes, counts and rates: exact, four places, up to twenty digits before the point. */
  public static final DecimalType QUANTITY = DataTypes.createDecimalType(24, 4);

  /** Percentages and percentage points: 49.44 means 49.44 %. */
  public static final DecimalType PERCENT = DataTypes.createDecimalType(14, 4);

  /** Indices, ratios, probabilities and coefficients, whose size is near 1. */
  public static final DecimalType INDEX = DataTypes.createDecimalType(18, 8);
}
