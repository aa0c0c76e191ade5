package org.bienmau.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.Published;
import org.bienmau.pipeline.Release;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class RecordTrailTest {
  private final Rows rows;
  private final Lake lake;

  RecordTrailTest(SparkSession spark, @TempDir Path folder) {
    this.rows = new Rows(spark);
    this.lake = new Lake(spark, folder.toString());
  }

  @Test
  void a_value_leads_to_its_files_and_to_the_lines_that_were_added_up() {
    lake.append(
        Delivery.TABLE,
        rows.of(
            Delivery.TABLE,
            """
            file_name | file_id | arrival_no | dataset            | received_at
            feb.csv   | before  | 1          | trade_declarations | 2024-03-01 00:00:00
            feb.csv   | feb     | 2          | trade_declarations | 2024-03-02 00:00:00
            mar.csv   | mar     | 3          | trade_declarations | 2024-04-01 00:00:00
            late.csv  | late    | 4          | trade_declarations | 2024-04-02 00:00:00
            """));
    lake.append(
        DeliveryMonth.TABLE,
        rows.of(
            DeliveryMonth.TABLE,
            """
            file_id | dataset            | month   | rows_accepted | first_month | last_month
            before  | trade_declarations | 2024-02 | 40            | 2024-02     | 2024-02
            feb     | trade_declarations | 2024-02 | 41            | 2024-02     | 2024-02
            feb     | trade_declarations | 2024-03 | 1             | 2024-03     | 2024-03
            mar     | trade_declarations | 2024-03 | 52            | 2024-03     | 2024-03
            late    | trade_declarations | 2024-02 | 7             | 2024-02     | 2024-02
            """));

    assertThat(
            new RecordTrail(published())
                .of(cell("section | lang_son", "all"), "customs", "lines_added", 41))
        .containsExactly(
            "The lines of customs declarations were added up: 41 records of customs.",
            "Files of trade_declarations with rows of these months: feb.csv (41).",
            "Ask for them with jobs/bienmau query \"SELECT file_id, line_no, declaration_no, item_no, net_kg, value, currency"
                + " FROM silver.declaration_line WHERE source_id = 'customs' AND direction = 'export'"
                + " AND gate_id IN (SELECT gate_id FROM gold.dim_gate WHERE 'lang_son' IN (section_id))"
                + " AND month BETWEEN '2024-02' AND '2024-02' AND regime = 'customs_declared' AND status = 'active'\"");
  }

  @Test
  void goods_and_trucks_lead_to_the_tables_that_sort_them() {
    assertThat(RecordTrail.query(cell("gate | huu_nghi", "durian"), "customs", "lines_added"))
        .isEqualTo(
            "SELECT * FROM gold.trade_month WHERE source_id = 'customs' AND direction = 'export'"
                + " AND gate_id IN (SELECT gate_id FROM gold.dim_gate WHERE 'huu_nghi' IN (gate_id, parent_gate_id))"
                + " AND month BETWEEN '2024-02' AND '2024-02' AND regime = 'customs_declared'"
                + " AND goods_id IN (SELECT goods_id FROM gold.dim_goods WHERE 'durian' IN (goods_id, parent_goods_id))");
    assertThat(RecordTrail.query(cell("area | border", "all"), "platform", "visits_counted"))
        .isEqualTo(
            "SELECT * FROM gold.vehicle_day WHERE source_id = 'platform' AND direction = 'export'"
                + " AND day BETWEEN '2024-02-01' AND '2024-02-29'");
    assertThat(RecordTrail.query(cell("area | border", "all"), "board", "stock_counted"))
        .isEqualTo(
            "SELECT * FROM gold.gate_day WHERE source_id = 'board' AND direction = 'export'"
                + " AND day BETWEEN '2024-02-01' AND '2024-02-29' AND origin = 'counts'");
  }

  private Row cell(String place, String goods) {
    return rows.of(
            RecordCell.TABLE,
            """
            scope_type | scope_id | period_start | period_end | direction | goods_id | regime
            %s         | 2024-02-01   | 2024-02-29 | export    | %s       | customs_declared
            """
                .formatted(place, goods))
        .head();
  }

  /** A release that does not know the last entry of the ledger yet. */
  private Published published() {
    lake.append(
        Release.TABLE,
        rows.of(
            Release.TABLE,
            """
            release_no | released_at         | run_id | inputs | ledger_no | table_id  | delta_version | row_count | content_hash | is_changed | made_of
            1          | 2024-04-01 12:00:00 | run    | inputs | 3         | gold.none | 0             | 0         | 0            | true       | rules
            """));
    return Published.latest(lake);
  }
}
