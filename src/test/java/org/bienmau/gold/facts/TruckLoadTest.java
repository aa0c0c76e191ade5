package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.lit;
import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.testing.MethodPage;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class TruckLoadTest {
  private final Rows rows;

  TruckLoadTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  @Test
  void the_worked_example_comes_out_as_its_page_says() {
    MethodPage page = MethodPage.named("truck-load");
    Dataset<Row> trade = trade(page.table(1)).withColumn("regime", lit("customs_declared"));

    assertRows(loads(trade, trucks(page.table(2)))).are(page.table(3));
  }

  @Test
  void each_regime_is_divided_by_the_same_trucks_where_whole_months_and_gates_are_the_same() {
    Dataset<Row> trade =
        trade(
            """
            month   | section_id | gate_id | direction | regime           | value_usd | net_kg | lines | lines_unconverted | last_day
            2024-03 | east       | north   | export    | customs_declared | 90        | 9000   | 3     | 1                 | 2024-03-31
            2024-03 | east       | north   | export    | border_resident  | 60        | 600    | 2     | 0                 | 2024-03-31
            2024-03 | east       | south   | export    | customs_declared | 10        | 1000   | 1     | 0                 | 2024-03-31
            2024-04 | east       | north   | export    | customs_declared | 30        | 3000   | 1     | 0                 | 2024-04-17
            """);
    Dataset<Row> trucks =
        trucks(
            """
            month   | day        | section_id | gate_id | direction | cargo_kind | declared | arrived | cleared | loaded | empty | weighed | net_tonnes
            2024-03 | 2024-03-09 | east       | north   | export    | fruit      | 3        | 3       | 3       | 3      | 0     | 0       | 0
            2024-04 | 2024-04-30 | east       | north   | export    | fruit      | 3        | 3       | 3       | 3      | 0     | 0       | 0
            """);

    Dataset<Row> exported =
        loads(trade, trucks).filter(TruckLoad.DIRECTION.col().equalTo("export"));
    assertRows(exported)
        .are(
            """
            month   | scope_id | regime           | loaded | value_usd | gates_apart | usd_per_truck | tonnes_per_truck | value_qualifier | load_reason
            2024-03 | north    | customs_declared | 3      | 90.0000   | 0           | 30.0000       | 3.0000           | over            |
            2024-03 | north    | border_resident  | 3      | 60.0000   | 0           | 20.0000       | 0.2000           | exact           |
            2024-03 | south    | customs_declared |        | 10.0000   | 0           |               |                  | exact           | no_trucks
            2024-03 | east     | customs_declared | 3      | 100.0000  | 1           |               |                  | over            | gates_apart
            2024-03 | east     | border_resident  | 3      | 60.0000   | 1           |               |                  | exact           | gates_apart
            2024-04 | north    | customs_declared | 3      | 30.0000   | 0           |               |                  | exact           | month_not_whole
            2024-04 | east     | customs_declared | 3      | 30.0000   | 0           |               |                  | exact           | month_not_whole
            """);
  }

  private Dataset<Row> loads(Dataset<Row> trade, Dataset<Row> trucks) {
    return TruckLoads.of(trade, trucks, places());
  }

  private Dataset<Row> trade(String text) {
    return rows.of(TradeMonth.TABLE, text).withColumn("source_id", lit("customs"));
  }

  private Dataset<Row> trucks(String text) {
    return rows.of(VehicleDay.TABLE, text).withColumn("source_id", lit("platform"));
  }

  private Places places() {
    return new Places(
        rows.of(
            Places.OF_GATES,
            """
            gate_id | scope_type | scope_id | section_id | gates_held
            north   | gate       | north    | east       | 2
            lane    | gate       | lane     | east       | 1
            lane    | gate       | north    | east       | 2
            south   | gate       | south    | east       | 1
            far     | gate       | far      | west       | 1
            north   | section    | east     | east       | 0
            lane    | section    | east     | east       | 0
            south   | section    | east     | east       | 0
            far     | section    | west     | west       | 0
            far     | area       | border   |            | 0
            """),
        rows.of(Places.OF_GOODS, "goods_id"));
  }
}
