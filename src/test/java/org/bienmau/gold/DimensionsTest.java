package org.bienmau.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.junit.jupiter.api.Test;

final class DimensionsTest {
  private static final Registers REGISTERS =
      Registers.load(
          RegisterFiles.in(
              Path.of(System.getProperty("bienmau.basedir")).resolve("conf/reference")));

  @Test
  void every_row_fills_exactly_the_declared_columns() {
    Map<Table, List<Row>> dimensions =
        Map.of(
            DimSection.TABLE, DimSection.rows(REGISTERS),
            DimProvince.TABLE, DimProvince.rows(REGISTERS),
            DimGate.TABLE, DimGate.rows(REGISTERS),
            DimArea.TABLE, DimArea.rows(REGISTERS),
            DimMeasure.TABLE, DimMeasure.rows(REGISTERS),
            DimGoods.TABLE, DimGoods.rows(REGISTERS),
            DimEvent.TABLE, DimEvent.rows(REGISTERS),
            DimHoliday.TABLE, DimHoliday.rows(REGISTERS),
            DimPlan.TABLE, DimPlan.rows(REGISTERS));

    dimensions.forEach(
        (table, rows) -> {
          assertThat(rows).as(table.id()).isNotEmpty();
          assertThat(rows).as(table.id()).allMatch(row -> row.size() == table.columns().size());
          for (TableColumn column : table.columns()) {
            int at = table.columns().indexOf(column);
            assertThat(rows)
                .as("%s of %s", column.name(), table.id())
                .allMatch(row -> column.nullable() || !row.isNullAt(at));
          }
        });
  }

  @Test
  void sections_run_from_west_to_east() {
    assertThat(DimSection.rows(REGISTERS))
        .extracting(row -> row.getString(0))
        .containsExactly(
            "dien_bien", "lai_chau", "lao_cai", "ha_giang", "cao_bang", "lang_son", "quang_ninh");
  }

  @Test
  void a_province_that_grew_has_a_row_for_each_state_and_one_of_them_is_current() {
    assertThat(DimProvince.rows(REGISTERS))
        .filteredOn(row -> row.getString(0).equals("lao_cai"))
        .extracting(row -> row.get(1), row -> row.get(2), row -> row.get(3), row -> row.get(4))
        .containsExactly(
            tuple(1, LocalDate.of(1991, 10, 1), LocalDate.of(2025, 6, 30), false),
            tuple(2, LocalDate.of(2025, 7, 1), null, true));
  }

  @Test
  void a_lane_names_its_parent_from_the_day_it_became_one() {
    int parent = DimGate.TABLE.columns().indexOf(DimGate.PARENT_GATE_ID);

    assertThat(DimGate.rows(REGISTERS))
        .filteredOn(row -> row.getString(0).equals("tan_thanh"))
        .extracting(row -> row.get(1), row -> row.get(2), row -> row.get(parent))
        .contains(tuple(1, null, null), tuple(2, LocalDate.of(2024, 5, 27), "huu_nghi"));
  }

  @Test
  void a_blank_text_of_a_register_is_an_empty_cell() {
    assertThat(RegisterText.orEmpty(" ")).isNull();
    assertThat(RegisterText.list(List.of())).isNull();
    assertThat(RegisterText.list(List.of("a", "b"))).isEqualTo("a b");
  }
}
