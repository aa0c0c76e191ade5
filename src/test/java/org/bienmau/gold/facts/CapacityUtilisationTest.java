package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class CapacityUtilisationTest {
  private final Rows rows;

  CapacityUtilisationTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  /** The worked example of methods/capacity.md: 270 trucks against 400 to 1,500. */
  @Test
  void a_range_of_capacities_makes_a_range_of_utilisations_of_both_directions_together() {
    Dataset<Row> days =
        rows.of(
                GateDay.TABLE,
                """
                day        | direction | cleared | is_operating
                2024-03-05 | export    | 110     | true
                2024-03-05 | import    | 160     | true
                2024-03-06 | export    | 1000    | true
                2024-03-06 | import    | 400     | true
                2024-03-07 | export    | 0       | false
                2024-03-08 | export    | 100     | true
                2024-02-29 | export    | 900     | true
                2024-02-29 | import    | 900     | true
                """)
            .withColumn("source_id", lit("office"))
            .withColumn("origin", lit("counts"))
            .withColumn("gate_id", lit("north"))
            .withColumn("cargo_kind", lit("all"));

    assertRows(CapacityUtilisation.compute(days, places(), capacities()))
        .in(
            CapacityUtilisation.DIRECTION,
            CapacityUtilisation.PERIOD_KIND,
            CapacityUtilisation.PERIOD_START,
            CapacityUtilisation.CLEARED,
            CapacityUtilisation.OPERATING_DAYS,
            CapacityUtilisation.LEAST_PCT,
            CapacityUtilisation.MOST_PCT,
            CapacityUtilisation.SURELY_FULL,
            CapacityUtilisation.PERHAPS_FULL)
        .are(
            """
            direction | period_kind | period_start | cleared | operating_days | utilisation_low_pct | utilisation_high_pct | days_surely_over_90 | days_perhaps_over_90
            total     | day         | 2024-03-05   | 270     | 1              | 18.0000             | 67.5000              | 0                   | 0
            total     | day         | 2024-03-06   | 1400    | 1              | 93.3333             | 350.0000             | 1                   | 1
            total     | month       | 2024-03-01   | 1670    | 2              | 55.6667             | 208.7500             | 1                   | 1
            """);
  }

  private Dataset<Row> capacities() {
    return rows.of(
        Capacities.SCHEMA,
        """
        gate_id | direction | capacity_from | capacity_to | capacity_low | capacity_high
        north   | total     | 2024-03-01    | 2024-10-31  | 400          | 1500
        """);
  }

  private Places places() {
    return new Places(
        rows.of(
            Places.OF_GATES,
            """
            gate_id | scope_type | scope_id | section_id
            north   | gate       | north    | east
            north   | section    | east     | east
            """),
        rows.of(Places.OF_GOODS, "goods_id"));
  }
}
