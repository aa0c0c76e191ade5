package org.bienmau.testing;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.bienmau.table.Table;

/**
 * Rows of a declared table, written as a small text table.
 *
 * <p>The first line names columns, each later line is a row; a blank cell is an empty value.
 * Columns that the text leaves out are empty, so a test shows only the columns that it is about.
 */
public final class Rows {
  private final SparkSession spark;

  public Rows(SparkSession spark) {
    this.spark = spark;
  }

  public Dataset<Row> of(Table table, String text) {
    List<String[]> lines = text.strip().lines().map(Rows::cells).toList();
    List<String> given = List.of(lines.get(0));
    given.stream()
        .filter(n -> table.columns().stream().noneMatch(c -> c.name().equals(n)))
        .findFirst()
        .ifPresent(
            n -> {
              throw new IllegalArgumentException(
                  "Cannot write rows of %s: it has no column '%s'.".formatted(table.id(), n));
            });
    StructType strings = new StructType();
    for (String name : given) {
      strings = strings.add(name, DataTypes.StringType);
    }
    List<Row> rows = lines.stream().skip(1).map(c -> RowFactory.create((Object[]) c)).toList();
    return spark
        .createDataFrame(rows, strings)
        .select(
            table.columns().stream()
                .map(
                    c ->
                        (given.contains(c.name()) ? c.col() : functions.lit(null))
                            .cast(c.type())
                            .as(c.name()))
                .toArray(Column[]::new));
  }

  static String[] cells(String line) {
    return Arrays.stream(line.split("\\|", -1))
        .map(String::strip)
        .map(c -> c.isEmpty() ? null : c)
        .toArray(String[]::new);
  }
}
