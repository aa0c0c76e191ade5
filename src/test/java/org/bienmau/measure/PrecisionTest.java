package org.bienmau.measure;

import static org.apache.spark.sql.functions.col;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class PrecisionTest {
  private final Rows rows;

  PrecisionTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void a_number_is_meant_to_its_last_digit_and_as_its_word_says() {
    var printed =
        rows.of(
            StructType.fromDDL("value decimal(24,4), top decimal(24,4), word string"),
            """
            value      | top  | word
            4780000000 |      | over
            4780000000 |      | exact
            100000000  |      | exact
            711        |      | exact
            7          |      | exact
            0          |      | exact
            10         |      | under
            900        | 1000 | approx
            270        |      | approx
            1200       |      | upto
            17.4       |      | exact
            0.0425     |      | over
                       |      | exact
            """);
    Column value = col("value");
    Column unit = Precision.unit(value);

    assertRows(
            printed.select(
                value,
                col("word"),
                unit.as("unit"),
                Precision.low(value, col("word"), unit).as("low"),
                Precision.high(value, col("top"), col("word"), unit).as("high")))
        .are(
            """
            value           | word   | unit          | low             | high
            4780000000.0000 | over   | 10000000.0000 | 4780000000.0000 | 4790000000.0000
            4780000000.0000 | exact  | 10000000.0000 | 4775000000.0000 | 4785000000.0000
            100000000.0000  | exact  | 10000000.0000 | 95000000.0000   | 105000000.0000
            711.0000        | exact  | 1.0000        | 710.5000        | 711.5000
            7.0000          | exact  | 1.0000        | 6.5000          | 7.5000
            0.0000          | exact  | 1.0000        | -0.5000         | 0.5000
            10.0000         | under  | 1.0000        | 9.0000          | 10.0000
            900.0000        | approx | 10.0000       | 890.0000        | 1000.0000
            270.0000        | approx | 10.0000       | 260.0000        | 280.0000
            1200.0000       | upto   | 100.0000      | 1100.0000       | 1200.0000
            17.4000         | exact  | 0.1000        | 17.3500         | 17.4500
            0.0425          | over   | 0.0001        | 0.0425          | 0.0426
                            | exact  |               |                 |
            """);
  }

  @Test
  void a_printed_percentage_is_meant_to_half_its_last_digit() {
    var printed =
        rows.of(StructType.fromDDL("pct decimal(14,4)"), "pct\n6.6\n6\n150\n49.44\n-0.5\n");

    assertRows(
            printed.select(
                Precision.digits(col("pct")).as("digits"),
                Precision.percentHalfUnit(col("pct")).as("half")))
        .are(
            """
            digits | half
            6.6    | 0.0500
            6      | 0.5000
            150    | 0.5000
            49.44  | 0.0050
            -0.5   | 0.0500
            """);
  }
}
