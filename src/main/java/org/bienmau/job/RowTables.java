package org.bienmau.job;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Turns Spark's rows into an answer. */
final class RowTables {
  private RowTables() {}

  /** Collects at most so many rows. */
  static ResultTable of(Dataset<Row> rows, int limit) {
    StructField[] fields = rows.schema().fields();
    List<String> names = Arrays.stream(fields).map(StructField::name).toList();
    // Two columns of a query may have one name, so columns are taken by place.
    Dataset<Row> numbered =
        rows.toDF(
            Arrays.stream(range(fields.length)).mapToObj(i -> "c" + i).toArray(String[]::new));
    Column[] columns =
        Arrays.stream(range(fields.length))
            .mapToObj(i -> readable("c" + i, fields[i].dataType()))
            .toArray(Column[]::new);
    List<List<Object>> table = new ArrayList<>();
    for (Row row : numbered.select(columns).takeAsList(limit)) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < fields.length; i++) {
        cells.add(cell(row.get(i), fields[i].dataType()));
      }
      table.add(Collections.unmodifiableList(cells));
    }
    return new ResultTable(names, table);
  }

  private static int[] range(int end) {
    return IntStream.range(0, end).toArray();
  }

  private static Column readable(String name, DataType type) {
    Column column = functions.col(name);
    if (isNested(type)) {
      return functions.to_json(column);
    }
    return type instanceof BinaryType ? functions.hex(column) : column;
  }

  private static Object cell(Object value, DataType type) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value != null && isNested(type) ? new RawJson((String) value) : value;
  }

  private static boolean isNested(DataType type) {
    return type instanceof ArrayType || type instanceof MapType || type instanceof StructType;
  }
}
