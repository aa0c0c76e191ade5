package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.table.TableColumn;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class PlaceDaysTest {
  private final Rows rows;

  PlaceDaysTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void visits_are_added_over_lanes_and_kinds_up_to_the_last_day_on_which_any_truck_moved() {
    Dataset<Row> visits =
        rows.of(
                VehicleDay.TABLE,
                """
                month   | day        | section_id | gate_id | direction | cargo_kind | declared | arrived | cleared | waiting
                2024-02 | 2024-02-01 | east       | lane    | export    | fruit      | 2        | 2       | 2       | 0
                2024-02 | 2024-02-01 | east       | north   | export    | fruit      | 0        | 0       | 3       | 0
                2024-02 | 2024-02-01 | east       | north   | export    | other      | 0        | 0       | 4       | 0
                2024-02 | 2024-02-02 | east       | north   | import    | other      | 1        | 0       | 0       | 1
                2024-02 | 2024-02-03 | east       | north   | import    | other      | 0        | 0       | 0       | 1
                """)
            .withColumn("source_id", lit("platform"));

    assertRows(PlaceDays.of(visits, counts("source_id"), places()).filter("scope_type = 'section'"))
        .are(
            """
            scope_id | direction | day        | cleared | gates | reported_to
            east     | export    | 2024-02-01 | 9       | 1     | 2024-02-02
            east     | total     | 2024-02-01 | 9       | 1     | 2024-02-02
            east     | import    | 2024-02-02 | 0       | 1     | 2024-02-02
            east     | total     | 2024-02-02 | 0       | 1     | 2024-02-02
            """);
    assertRows(
            PlaceDays.of(visits, counts("source_id"), places())
                .filter("scope_type = 'gate' and direction = 'export'"))
        .are(
            """
            scope_id | day        | cleared
            lane     | 2024-02-01 | 2
            north    | 2024-02-01 | 9
            """);
  }

  @Test
  void counts_of_a_section_are_known_on_days_on_which_every_gate_tells() {
    Dataset<Row> counts =
        counts(
            """
            source_id | section_id | gate_id | month   | day        | direction | cleared
            office    | east       | north   | 2024-02 | 2024-02-01 | export    | 5
            office    | east       | lane    | 2024-02 | 2024-02-01 | export    | 1
            office    | east       | north   | 2024-02 | 2024-02-02 | export    | 5
            office    | east       | lane    | 2024-02 | 2024-02-02 | export    |
            """);

    assertRows(
            PlaceDays.of(rows.of(VehicleDay.TABLE, "source_id"), counts, places())
                .filter("scope_type = 'section'"))
        .are(
            """
            scope_id | day        | cleared | gates | reported_to
            east     | 2024-02-01 | 6       | 2     |
            east     | 2024-02-02 |         | 2     |
            """);
  }

  /** In the columns of {@link CountDays}. */
  private Dataset<Row> counts(String text) {
    StructType columns =
        new StructType(
            Stream.of(
                    GateDay.SOURCE_ID,
                    GateDay.IS_SIMULATED,
                    GateDay.SECTION_ID,
                    GateDay.GATE_ID,
                    GateDay.MONTH,
                    GateDay.DAY,
                    GateDay.KNOWN_FROM,
                    GateDay.DIRECTION,
                    GateDay.CLEARED,
                    GateDay.WAITING)
                .map(TableColumn::field)
                .toArray(StructField[]::new));
    return rows.of(columns, text);
  }

  private Places places() {
    return new Places(
        rows.of(
            Places.OF_GATES,
            """
            gate_id | scope_type | scope_id | section_id | sections_needed | gates_held
            north   | gate       | north    | east       | 0               | 2
            lane    | gate       | north    | east       | 0               | 2
            lane    | gate       | lane     | east       | 0               | 1
            north   | section    | east     | east       | 0               | 0
            lane    | section    | east     | east       | 0               | 0
            """),
        rows.of(Places.OF_GOODS, "goods_id"));
  }
}
