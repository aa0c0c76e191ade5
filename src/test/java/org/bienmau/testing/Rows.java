package org.bienmau.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.table.Table;

/**
 * Rows of a declared table, written as a small text table.
 *
 * <p>The first line names columns, each later line is a row; a blank cell is an empty value, an
 * array, map or struct is written as JSON. Columns that the text leaves out are empty, flags that
 * are never empty are false, so a test shows only the columns that it is about.
 */
public final class Rows {
  private final SparkSession spark;

  public Rows(SparkSession spark) {
    this.spark = spark;
  }

  /** Rows with the columns of the table, in its order. */
  public Dataset<Row> of(Table table, String text) {
    return of(table.id(), table.schema(), text);
  }

  /** Rows with these columns, for input that no table declares. */
  public Dataset<Row> of(StructType schema, String text) {
    return of("the given schema", schema, text);
  }

  private Dataset<Row> of(String owner, StructType schema, String text) {
    TextTable given = TextTable.of(text);
    List<String> known = Arrays.asList(schema.fieldNames());
    for (String name : given.columns()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "Cannot write rows of %s: it has no column '%s'.".formatted(owner, name));
      }
    }
    List<Row> rows = new ArrayList<>();
    given.rows().forEach(cells -> rows.add(RowFactory.create(cells.toArray())));
    StructType strings = new StructType();
    for (String name : given.columns()) {
      strings = strings.add(name, DataTypes.StringType);
    }
    return spark
        .createDataFrame(rows, strings)
        .select(
            Arrays.stream(schema.fields())
                .map(field -> typed(field, given.columns().contains(field.name())))
                .toArray(Column[]::new));
  }

  private static Column typed(StructField field, boolean given) {
    if (!given) {
      boolean flag = field.dataType() == DataTypes.BooleanType && !field.nullable();
      return functions.lit(flag ? false : null).cast(field.dataType()).as(field.name());
    }
    Column written = functions.col(field.name());
    Column value =
        isNested(field.dataType())
            ? functions.from_json(written, field.dataType())
            : written.cast(field.dataType());
    return value.as(field.name());
  }

  static boolean isNested(DataType type) {
    return type instanceof ArrayType || type instanceof MapType || type instanceof StructType;
  }
}
