package org.bienmau.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class DatasetAssertTest {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "name string, value decimal(9,2), day date, at timestamp, reasons array<string>");

  private final Rows rows;

  DatasetAssertTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void rows_come_back_as_they_were_written() {
    String text =
        """
        name     | value | day        | at                  | reasons
        Lạng Sơn | 25.00 | 2024-03-01 | 2024-03-01 07:00:00 | ["a","b"]
        ''       |       |            |                     |
        """;

    assertRows(rows.of(SCHEMA, text)).are(text);
  }

  @Test
  void the_order_of_rows_counts_only_where_asked() {
    Dataset<Row> found = rows.of(SCHEMA, "name\na\nb").orderBy("name");

    assertRows(found).are("name\nb\na");
    assertThatThrownBy(() -> assertRows(found).areInOrder("name\nb\na"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_difference_is_shown_in_both_tables() {
    Dataset<Row> found = rows.of(SCHEMA, "name | value\na | 1\na | 1\nb | 2");

    assertThatThrownBy(() -> assertRows(found).are("name | value\na | 1.00\nb | 2.00\nb | 3.00"))
        .hasMessage(
            """
            The rows are not the expected ones (- is missing, + is not expected).
            expected:
              name | value
              a | 1.00
              b | 2.00
            - b | 3.00
            actual:
              name | value
              a | 1.00
            + a | 1.00
              b | 2.00
            """);
  }

  @Test
  void an_unknown_column_is_refused() {
    assertThatThrownBy(() -> rows.of(SCHEMA, "nme\na"))
        .hasMessage("Cannot write rows of the given schema: it has no column 'nme'.");
  }
}
