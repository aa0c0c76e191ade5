package org.bienmau.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Holds computed rows to the columns that their table declares. */
public final class Schemas {
  private Schemas() {}

  /**
   * Returns the rows with exactly the table's columns, in its order and with its comments.
   *
   * @throws SchemaMismatchException naming every difference at once
   */
  public static Dataset<Row> conform(Dataset<Row> rows, Table table) {
    List<String> differences = differences(rows.schema(), table);
    if (!differences.isEmpty()) {
      throw new SchemaMismatchException(table, differences);
    }
    return rows.select(
        table.columns().stream()
            .map(c -> c.col().as(c.name(), c.field().metadata()))
            .toArray(Column[]::new));
  }

  static List<String> differences(StructType actual, Table table) {
    List<String> found = new ArrayList<>();
    List<String> names = Arrays.asList(actual.fieldNames());
    for (TableColumn column : table.columns()) {
      if (!names.contains(column.name())) {
        found.add("missing column " + column.name());
      } else if (!actual.apply(column.name()).dataType().equals(column.type())) {
        found.add(
            "column %s is %s, declared %s"
                .formatted(
                    column.name(),
                    actual.apply(column.name()).dataType().simpleString(),
                    column.type().simpleString()));
      }
    }
    List<String> declared = table.columns().stream().map(TableColumn::name).toList();
    names.stream()
        .filter(n -> !declared.contains(n))
        .forEach(n -> found.add("undeclared column " + n));
    return found;
  }

  /** An empty cell of the given type: null, never a placeholder string. */
  public static Column empty(TableColumn column) {
    return functions.lit(null).cast(column.type());
  }
}
