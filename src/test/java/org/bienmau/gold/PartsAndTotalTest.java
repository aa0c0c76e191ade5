package org.bienmau.gold;

import static org.bienmau.testing.DatasetAssert.assertRows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class PartsAndTotalTest {
  private final Rows rows;

  PartsAndTotalTest(SparkSession spark) {
    rows = new Rows(spark);
  }

  @Test
  void a_total_is_set_against_export_and_import_of_its_own_regime() {
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id       | scope_type | scope_id   | period_id | direction | goods_id | regime           | value      | qualifier | origin  | publisher
            ls22t          | trade_value      | section    | lang_son   | 2022      | total     | all      | customs_declared | 3100000000 | exact     | printed | a
            ls22e          | trade_value      | section    | lang_son   | 2022      | export    | all      | customs_declared | 940000000  | exact     | printed | a
            ls22i          | trade_value      | section    | lang_son   | 2022      | import    | all      | customs_declared | 2160000000 | exact     | printed | b
            lc24t          | trade_value      | section    | lao_cai    | 2024-01   | total     | all      | unknown          | 183000000  | approx    | printed | tbtc
            lc24e          | trade_value      | section    | lao_cai    | 2024-01   | export    | all      | unknown          | 62540000   | exact     | printed | tbtc
            lc24i          | trade_value      | section    | lao_cai    | 2024-01   | import    | all      | unknown          | 38180000   | exact     | printed | tbtc
            lc21t          | trade_value      | section    | lao_cai    | 2021      | total     | all      | unknown          | 579000000  | over      | printed | vov
            lc21e          | trade_value      | section    | lao_cai    | 2021      | export    | all      | unknown          | 400000000  | under     | printed | vov
            lc21i          | trade_value      | section    | lao_cai    | 2021      | import    | all      | unknown          | 100000000  | exact     | printed | tbtc
            lc23t          | trade_value      | section    | lao_cai    | 2023-Q1   | total     | all      | customs_declared | 186000000  | approx    | printed | vns
            lc23e          | trade_value      | section    | lao_cai    | 2023-Q1   | export    | all      | customs_declared | 92400000   | exact     | printed | vns
            lc23i          | trade_value      | section    | lao_cai    | 2023-Q1   | import    | all      | customs_declared | 93200000   | exact     | printed | vns
            w0t            | vehicles_waiting | section    | lao_cai    | 2023-Q1   | total     | all      | not_applicable   | 0          | exact     | printed | vns
            w0e            | vehicles_waiting | section    | lao_cai    | 2023-Q1   | export    | all      | not_applicable   | 7          | exact     | printed | vns
            w0i            | vehicles_waiting | section    | lao_cai    | 2023-Q1   | import    | all      | not_applicable   | 3          | exact     | printed | vns
            only           | trade_value      | section    | ha_giang   | 2023      | total     | all      | customs_declared | 5          | exact     | printed | vns
            peak           | vehicles_per_day | section    | ha_giang   | 2023      | total     | all      | not_applicable   | 5          | exact     | printed | vns
            """);

    assertRows(
            PartsAndTotal.compute(observations, measures(), rows.of(DimGate.TABLE, "gate_id\nx")))
        .in(
            PartsAndTotal.OBSERVATION_ID,
            PartsAndTotal.PARTS_VALUE,
            PartsAndTotal.RESIDUAL,
            PartsAndTotal.RESIDUAL_PCT,
            PartsAndTotal.CLASS)
        .are(
            """
            observation_id | parts_value     | residual      | residual_pct | class
            ls22t          | 3100000000.0000 | 0.0000        | 0.0000       | closes
            lc24t          | 100720000.0000  | 82280000.0000 | 44.9617      | total_exceeds_parts
            lc21t          | 500000000.0000  |               |              | not_comparable
            lc23t          | 185600000.0000  | 400000.0000   | 0.2151       | rounding
            w0t            | 10.0000         | -10.0000      |              | parts_exceed_total
            """);
  }

  @Test
  void a_gate_is_set_against_the_lanes_that_worked_throughout_the_period() {
    Dataset<Row> gates =
        rows.of(
            DimGate.TABLE,
            """
            gate_id   | parent_gate_id | status      | valid_from | valid_to
            huu_nghi  |                | open        |            |
            tan_thanh |                | open        |            | 2024-05-26
            tan_thanh | huu_nghi       | open        | 2024-05-27 |
            coc_nam   | huu_nghi       | open        | 2024-05-27 |
            old_lane  | huu_nghi       | people_only |            |
            """);
    Dataset<Row> observations =
        rows.of(
            Observation.TABLE,
            """
            observation_id | measure_id       | scope_type | scope_id  | period_id  | period_start | period_end | direction | goods_id | regime         | value | qualifier | origin  | publisher
            after          | vehicles_cleared | gate       | huu_nghi  | 2024-08-22 | 2024-08-22   | 2024-08-22 | total     | all      | not_applicable | 1140  | exact     | printed | a
            after_tt       | vehicles_cleared | gate       | tan_thanh | 2024-08-22 | 2024-08-22   | 2024-08-22 | total     | all      | not_applicable | 347   | exact     | printed | a
            after_cn       | vehicles_cleared | gate       | coc_nam   | 2024-08-22 | 2024-08-22   | 2024-08-22 | total     | all      | not_applicable | 9     | exact     | printed | a
            one            | vehicles_cleared | gate       | huu_nghi  | 2024-08-23 | 2024-08-23   | 2024-08-23 | total     | all      | not_applicable | 784   | exact     | printed | a
            one_tt         | vehicles_cleared | gate       | tan_thanh | 2024-08-23 | 2024-08-23   | 2024-08-23 | total     | all      | not_applicable | 347   | exact     | printed | a
            across         | vehicles_cleared | gate       | huu_nghi  | 2024-05    | 2024-05-01   | 2024-05-31 | total     | all      | not_applicable | 900   | exact     | printed | a
            across_tt      | vehicles_cleared | gate       | tan_thanh | 2024-05    | 2024-05-01   | 2024-05-31 | total     | all      | not_applicable | 400   | exact     | printed | a
            """);

    assertRows(PartsAndTotal.compute(observations, measures(), gates))
        .in(
            PartsAndTotal.OBSERVATION_ID,
            PartsAndTotal.PARTS_KNOWN,
            PartsAndTotal.PARTS_EXPECTED,
            PartsAndTotal.RESIDUAL,
            PartsAndTotal.CLASS)
        .are(
            """
            observation_id | parts_known | parts_expected | residual | class
            after          | 2           | 2              | 784.0000 | total_exceeds_parts
            one            | 1           | 2              | 437.0000 | parts_missing
            """);
  }

  private Dataset<Row> measures() {
    return rows.of(
        DimMeasure.TABLE,
        """
        measure_id       | adds_over_directions | adds_over_places
        trade_value      | true                 | true
        vehicles_waiting | true                 | true
        vehicles_cleared | true                 | true
        vehicles_per_day | false                | false
        """);
  }
}
