package org.bienmau.table;

import static java.util.Objects.requireNonNull;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table: what it is called, what it holds and what it means.
 *
 * <p>Declared once, by the table that owns it. Other tables refer to the constant, never to the
 * name, so "find usages" answers the question "who depends on this column?".
 */
public record TableColumn(
    String name, DataType type, boolean nullable, String unit, String description) {

  public TableColumn {
    requireNonNull(type, "type");
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "Cannot name a column '%s': use snake_case, for example 'value_usd'.".formatted(name));
    }
    if (!description.endsWith(".")) {
      throw new IllegalArgumentException(
          "Cannot describe column '%s' with '%s': write a full sentence that ends in a period."
              .formatted(name, description));
    }
  }

  /** A column that holds a value in every row. */
  public static TableColumn required(String name, DataType type, String unit, String description) {
    return new TableColumn(name, type, false, unit, description);
  }

  /** A column that may be empty; the description must say what an empty value means. */
  public static TableColumn optional(String name, DataType type, String unit, String description) {
    return new TableColumn(name, type, true, unit, description);
  }

  /** A reference to this column, for use in an expression. */
  public Column col() {
    return functions.col(name);
  }

  /** What a BI tool shows beside the column: its meaning and its unit. */
  public String comment() {
    return unit.isEmpty() ? description : description + " Unit: " + unit + ".";
  }

  /** The Spark field; its comment reaches BI tools through the table's own metadata. */
  public StructField field() {
    return new StructField(
        name, type, nullable, new MetadataBuilder().putString("comment", comment()).build());
  }
}
