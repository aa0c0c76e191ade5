package org.bienmau.gold.facts;

import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.DimGate;
import org.bienmau.silver.DeclarationLine;
import org.bienmau.silver.FxRate;
import org.bienmau.silver.Publisher;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class TradeMonthTest {
  private final Rows rows;

  TradeMonthTest(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  /** The worked example of methods/trade-month.md. */
  @Test
  void amounts_are_added_in_their_currency_and_converted_once_for_each_rate() {
    Dataset<Row> lines =
        rows.of(
            DeclarationLine.TABLE,
            """
            source_id | declaration_no | item_no | status    | gate_id | direction | regime           | hs_code  | net_kg | value   | currency | event_on   | month   | known_from
            customs   | d1             | 1       | active    | north   | export    | customs_declared | 08106000 | 1000   | 2000.00 | USD      | 2024-03-01 | 2024-03 | 2024-04-01 01:00:00
            customs   | d1             | 2       | active    | north   | export    | customs_declared | 08106000 | 500    | 7000.00 | CNY      | 2024-03-01 | 2024-03 | 2024-04-01 01:00:00
            customs   | d2             | 1       | active    | north   | export    | customs_declared | 08106000 | 100    | 100.00  | CNY      | 2024-03-02 | 2024-03 | 2024-04-01 01:00:00
            customs   | d3             | 1       | active    | north   | export    | customs_declared | 08106000 | 100    | 100.01  | CNY      | 2024-03-20 | 2024-03 | 2024-05-01 01:00:00
            customs   | d4             | 1       | active    | north   | export    | customs_declared | 08106000 | 200    | 9000.50 | VND      | 2024-03-21 | 2024-03 | 2024-04-01 01:00:00
            customs   | d5             | 1       | cancelled | north   | export    | customs_declared | 08106000 | 900    | 9000.00 | USD      | 2024-03-22 | 2024-03 | 2024-04-01 01:00:00
            """);

    assertRows(tradeOf(lines))
        .are(
            """
            source_id | is_simulated | month   | section_id | gate_id | direction | regime           | goods_id | hs_chapter | value_usd | net_kg    | lines | declarations | cancelled_lines | lines_unconverted | net_kg_unconverted | unconverted_value | last_day   | known_from
            customs   | false        | 2024-03 | east       | north   | export    | customs_declared | durian   | 08         | 3026.7870 | 1900.0000 | 5     | 4            | 1               | 1                 | 200.0000           | VND 9000.50       | 2024-03-22 | 2024-05-01 01:00:00
            """);
  }

  @Test
  void what_a_code_cannot_tell_apart_goes_to_its_group_and_what_nobody_claims_to_the_rest() {
    Dataset<Row> lines =
        rows.of(
            DeclarationLine.TABLE,
            """
            source_id | declaration_no | item_no | status | gate_id | direction | regime           | hs_code  | net_kg | value | currency | event_on   | month
            customs   | d1             | 1       | active | north   | import    | customs_declared | 08109092 | 1      | 10.00 | USD      | 2024-03-01 | 2024-03
            customs   | d1             | 2       | active | north   | import    | customs_declared | 08061000 | 1      | 20.00 | USD      | 2024-03-01 | 2024-03
            customs   | d1             | 3       | active | north   | import    | customs_declared | 72083700 | 1      | 40.00 | USD      | 2024-03-01 | 2024-03
            """);

    assertRows(tradeOf(lines))
        .in(
            TradeMonth.GOODS_ID,
            TradeMonth.HS_CHAPTER,
            TradeMonth.VALUE_USD,
            TradeMonth.LINES,
            TradeMonth.DECLARATIONS)
        .are(
            """
            goods_id | hs_chapter | value_usd | lines | declarations
            fruit    | 08         | 30.0000   | 2     | 1
            other    | 72         | 40.0000   | 1     | 0
            """);
  }

  @Test
  void regimes_sources_months_and_worlds_stay_apart() {
    Dataset<Row> lines =
        rows.of(
            DeclarationLine.TABLE,
            """
            source_id | is_simulated | declaration_no | item_no | status | gate_id | direction | regime           | hs_code  | net_kg | value | currency | event_on   | month
            customs   | false        | d1             | 1       | active | north   | import    | customs_declared | 08061000 | 1      | 1.00  | USD      | 2024-03-31 | 2024-03
            customs   | false        | d2             | 1       | active | north   | import    | customs_declared | 08061000 | 1      | 2.00  | USD      | 2024-04-01 | 2024-04
            customs   | false        | d3             | 1       | active | north   | import    | border_resident  | 08061000 | 1      | 4.00  | USD      | 2024-03-31 | 2024-03
            board     | false        | d4             | 1       | active | north   | import    | customs_declared | 08061000 | 1      | 8.00  | USD      | 2024-03-31 | 2024-03
            made_up   | true         | d5             | 1       | active | north   | import    | customs_declared | 08061000 | 1      | 16.00 | USD      | 2024-03-31 | 2024-03
            """);

    assertRows(tradeOf(lines))
        .in(
            TradeMonth.SOURCE_ID,
            TradeMonth.IS_SIMULATED,
            TradeMonth.MONTH,
            TradeMonth.REGIME,
            TradeMonth.VALUE_USD)
        .are(
            """
            source_id | is_simulated | month   | regime           | value_usd
            customs   | false        | 2024-03 | customs_declared | 1.0000
            customs   | false        | 2024-04 | customs_declared | 2.0000
            customs   | false        | 2024-03 | border_resident  | 4.0000
            board     | false        | 2024-03 | customs_declared | 8.0000
            made_up   | true         | 2024-03 | customs_declared | 16.0000
            """);
  }

  @Test
  void of_several_rates_of_a_day_the_delivered_then_the_shortest_then_the_better_source_holds() {
    Dataset<Row> delivered =
        rows.of(
            FxRate.TABLE,
            """
            source_id | is_simulated | currency | day_from   | day_to     | per_usd | basis
            bank      | false        | CNY      | 2024-03-01 | 2024-03-03 | 7.1     | mean
            press     | false        | CNY      | 2024-03-02 | 2024-03-02 | 7.2     | mean
            bank      | false        | CNY      | 2024-03-02 | 2024-03-02 | 7.3     | mean
            made_up   | true         | CNY      | 2024-03-03 | 2024-03-03 | 9.9     | mean
            """);

    assertRows(DayRates.of(delivered, publishers(), registered()))
        .are(
            """
            is_simulated | currency | event_on   | per_usd
            false        | CNY      | 2024-03-01 | 7.100000
            false        | CNY      | 2024-03-02 | 7.300000
            false        | CNY      | 2024-03-03 | 7.100000
            false        | CNY      | 2024-03-04 | 7.000000
            true         | CNY      | 2024-03-01 | 7.100000
            true         | CNY      | 2024-03-02 | 7.300000
            true         | CNY      | 2024-03-03 | 9.900000
            true         | CNY      | 2024-03-04 | 7.000000
            """);
  }

  private Dataset<Row> tradeOf(Dataset<Row> lines) {
    Dataset<Row> delivered =
        rows.of(
            FxRate.TABLE,
            """
            source_id | currency | day_from   | day_to     | per_usd | basis
            bank      | CNY      | 2024-03-01 | 2024-03-15 | 7       | mean
            bank      | CNY      | 2024-03-16 | 2024-03-31 | 8       | mean
            """);
    return TradeMonth.compute(
        lines, DayRates.of(delivered, publishers(), registered()), goodsCodes(), gates());
  }

  private Dataset<Row> publishers() {
    return rows.of(
        Publisher.TABLE,
        """
        source_id | tier
        bank      | 1
        press     | 3
        """);
  }

  private Dataset<Row> registered() {
    return rows.of(
        DayRates.REGISTERED,
        """
        currency | day_from   | day_to     | per_usd
        CNY      | 2024-03-01 | 2024-03-04 | 7
        """);
  }

  private Dataset<Row> goodsCodes() {
    return rows.of(
        DimGoodsCode.TABLE,
        """
        code_beginning | goods_id
        08             | fruit
        081060         | durian
        *              | other
        """);
  }

  private Dataset<Row> gates() {
    return rows.of(
        DimGate.TABLE,
        """
        gate_id | state_no | section_id
        north   | 1        | east
        north   | 2        | east
        """);
  }
}
