package org.bienmau.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.Assertions;
import org.bienmau.table.TableColumn;

/**
 * Compares rows with a small text table: all rows, exact values, any order.
 *
 * <p>The text's first line chooses the columns to compare. Values are compared as Spark writes them
 * in UTC: {@code 25.00}, {@code 2024-03-01}, {@code 2024-03-01 07:00:00}, {@code true}; nested ones
 * as JSON.
 */
public final class DatasetAssert {
  private final Dataset<Row> actual;

  private DatasetAssert(Dataset<Row> actual) {
    this.actual = actual;
  }

  /** Begins a comparison of these rows. */
  public static DatasetAssert assertRows(Dataset<Row> actual) {
    return new DatasetAssert(actual);
  }

  /** Keeps only these columns in the comparison; a text that names another one fails. */
  public DatasetAssert in(TableColumn... columns) {
    return new DatasetAssert(
        actual.select(Arrays.stream(columns).map(TableColumn::col).toArray(Column[]::new)));
  }

  /** Fails unless the rows are exactly these, in any order. */
  public void are(String text) {
    TextTable expected = TextTable.of(text);
    compare(expected, sorted(lines(expected)), sorted(actualLines(expected.columns())));
  }

  /** Fails unless the rows are exactly these, in this order. */
  public void areInOrder(String text) {
    TextTable expected = TextTable.of(text);
    compare(expected, lines(expected), actualLines(expected.columns()));
  }

  /** Fails when there is any row. */
  public void areNone() {
    List<String> columns = Arrays.asList(actual.columns());
    compare(new TextTable(columns, List.of()), List.of(), actualLines(columns));
  }

  private static void compare(TextTable table, List<String> expected, List<String> found) {
    if (!expected.equals(found)) {
      Assertions.fail(
          "The rows are not the expected ones (- is missing, + is not expected).\n"
              + "expected:\n"
              + show(table.columns(), expected, found, "-")
              + "actual:\n"
              + show(table.columns(), found, expected, "+"));
    }
  }

  private static String show(
      List<String> columns, List<String> lines, List<String> others, String mark) {
    List<String> unmatched = new ArrayList<>(others);
    StringBuilder text = new StringBuilder("  " + TextTable.line(columns) + "\n");
    for (String line : lines) {
      text.append(unmatched.remove(line) ? "  " : mark + " ").append(line).append("\n");
    }
    return text.toString();
  }

  private static List<String> lines(TextTable table) {
    return table.rows().stream().map(TextTable::line).toList();
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  private List<String> actualLines(List<String> columns) {
    List<String> known = Arrays.asList(actual.columns());
    if (!known.containsAll(columns)) {
      Assertions.fail("The rows have the columns %s, not %s.", known, columns);
    }
    StructType schema = actual.schema();
    Column[] written =
        columns.stream().map(name -> written(schema.apply(name))).toArray(Column[]::new);
    List<String> lines = new ArrayList<>();
    for (Row row : actual.select(written).collectAsList()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.getString(i));
      }
      lines.add(TextTable.line(cells));
    }
    return lines;
  }

  private static Column written(StructField field) {
    Column column = functions.col(field.name());
    return Rows.isNested(field.dataType()) ? functions.to_json(column) : column.cast("string");
  }
}
