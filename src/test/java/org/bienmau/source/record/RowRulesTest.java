package org.bienmau.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contracts ask of several cells of a row. */
class RowRulesTest {

  @ParameterizedTest(name = "{0}={1}, {2}={3}: {4}")
  @CsvSource({
    "net_kg, 100, gross_kg, 100, ''",
    "net_kg, 100.001, gross_kg, 100, NET_ABOVE_GROSS net_kg",
    "net_kg, 100, gross_kg, '', ''",
    "registered_at, 2024-03-05T15:40:00+07:00, cleared_at, 2024-03-05T08:40:00Z, ''",
    "registered_at, 2024-03-05T15:40:01+07:00, cleared_at, 2024-03-05T08:40:00Z,"
        + " CLEARED_BEFORE_REGISTERED registered_at",
    "registered_at, 2024-03-05T15:40:01+07:00, cleared_at, '', ''",
    // Parts of aircraft are 8803 until 2022-11-30 in Vietnam, and 8807 from the day after.
    "hs_code, 88033000, registered_at, 2022-11-30T23:59:59+07:00, ''",
    "hs_code, 88033000, registered_at, 2022-12-01T00:00:00+07:00,"
        + " HS_CODE_NOT_IN_FORCE hs_code",
    "hs_code, 88073000, registered_at, 2022-11-30T17:00:00Z, ''",
    "hs_code, 88073000, registered_at, 2022-11-30T16:59:59Z, HS_CODE_NOT_IN_FORCE hs_code",
    "hs_code, 88073000, registered_at, 2011-12-31T12:00:00+07:00, ''",
  })
  void a_row_is_held_to_rules_of_severity_error(
      String one, String cell, String other, String otherCell, String code) {
    Map<String, Object> row =
        TestRecords.read(
                TestRecords.file(
                    TestRecords.declaration("cleared_at", "", one, cell, other, otherCell)))
            .get(0);

    assertThat(TestRecords.codes(row)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest(name = "{0}={1}, {2}={3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "direction, export, value_basis, FOB, -",
        "direction, export, value_basis, CIF, EXPORT_NOT_FOB",
        "direction, import, value_basis, FOB, IMPORT_NOT_CIF",
        "direction, import, value_basis, CIF, -",
        // Planned from 2023-10-14 on, open as a lane from 2023-12-28 on.
        "gate_id, na_doong, registered_at, 2023-12-27T12:00:00+07:00, GATE_NOT_OPEN",
        "gate_id, na_doong, registered_at, 2023-12-27T18:00:00Z, -",
        "gate_id, y_ty, registered_at, 2024-03-05T12:00:00+07:00, GATE_NOT_OPEN",
      })
  void a_row_that_breaks_a_rule_of_severity_warning_stays_with_a_remark(
      String one, String cell, String other, String otherCell, String remarks) {
    Map<String, Object> row =
        TestRecords.read(
                TestRecords.file(
                    TestRecords.declaration("cleared_at", "", one, cell, other, otherCell)))
            .get(0);

    assertThat(row)
        .containsEntry("row_outcome", "accepted")
        .containsEntry("remarks", remarks)
        .containsEntry("gate_id", one.equals("gate_id") ? cell : "huu_nghi");
  }

  @Test
  void several_remarks_stand_in_the_order_of_the_rules() {
    Map<String, Object> row =
        TestRecords.read(
                TestRecords.file(TestRecords.declaration("gate_id", "y_ty", "value_basis", "CIF")))
            .get(0);

    assertThat(row).containsEntry("remarks", "GATE_NOT_OPEN EXPORT_NOT_FOB");
  }

  @ParameterizedTest(
      name = "declared {0}, arrived {1}, inspected {2}, cleared {3}, departed {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "06, 08, 10, 11, 12, -",
        "06, 06, 06, 06, 06, -",
        "06, '', '', 11, '', -",
        "06, 08, '', 07, 12, STAGES_OUT_OF_ORDER",
        "06, 05, 10, 11, 12, STAGES_OUT_OF_ORDER",
        "06, '', '', '', 05, STAGES_OUT_OF_ORDER",
      })
  void stages_out_of_order_are_remarked(
      String declared,
      String arrived,
      String inspected,
      String cleared,
      String departed,
      String remarks) {
    Map<String, Object> row =
        TestRecords.read(
                TestRecords.file(
                    TestRecords.crossing(
                        "declared_at", at(declared),
                        "arrived_at", at(arrived),
                        "inspected_at", at(inspected),
                        "cleared_at", at(cleared),
                        "departed_at", at(departed))))
            .get(0);

    assertThat(row).containsEntry("row_outcome", "accepted").containsEntry("remarks", remarks);
  }

  private static String at(String hour) {
    return hour.isEmpty() ? "" : "2024-03-05T%s:00:00+07:00".formatted(hour);
  }

  @Test
  void a_row_hears_all_that_is_wrong_with_it_in_the_order_of_the_contract() {
    Map<String, Object> row =
        TestRecords.read(
                TestRecords.file(
                    TestRecords.declaration(
                        "item_no", "-2.5",
                        "gate_id", "Nowhere",
                        "direction", "",
                        "net_kg", "20000",
                        "value_basis", "CIF",
                        "currency", "EUR")))
            .get(0);

    assertThat(TestRecords.codes(row))
        .containsExactly(
            "NOT_A_WHOLE_NUMBER item_no",
            "BELOW_MINIMUM item_no",
            "GATE_UNKNOWN gate_id",
            "REQUIRED_EMPTY direction",
            "NOT_IN_LIST currency",
            "NET_ABOVE_GROSS net_kg");
    assertThat((List<?>) row.get("reasons"))
        .last()
        .asString()
        .isEqualTo(
            "NET_ABOVE_GROSS|net_kg|20000|Goods do not weigh more without their packing than with it. Here net_kg is \"20000\", gross_kg is \"19120\".");
    assertThat(row).containsEntry("remarks", null).containsEntry("currency", null);
  }

  @Test
  void a_row_that_cannot_be_cut_has_that_reason_alone_and_no_rule_is_asked() {
    String good = TestRecords.file(TestRecords.declaration());
    String row = good.substring(good.indexOf('\n') + 1).strip();
    List<Map<String, Object>> rows =
        TestRecords.read(
            good
                + row
                + ",x\n"
                + row.replace(",green", ",\"gre\"en")
                + "\n"
                + good.substring(good.indexOf('\n') + 1));

    assertThat(rows)
        .extracting(TestRecords::codes)
        .containsExactly(List.of(), List.of("CELL_COUNT"), List.of("QUOTING"), List.of());
    assertThat(rows.get(1).get("reasons"))
        .asString()
        .isEqualTo(
            "[CELL_COUNT|||Line 3 has 22 cells, the header has 21; look for a missing or an unquoted delimiter.]");
  }

  @Test
  void bytes_that_are_not_utf8_are_the_only_thing_wrong_with_their_cell() {
    byte[] file =
        TestRecords.file(TestRecords.declaration("gate_id", "H?u", "net_kg", "x"))
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < file.length; i++) {
      file[i] = file[i] == '?' ? (byte) 0xE9 : file[i];
    }

    Map<String, Object> row = TestRecords.read(file, 1 << 20, TestRecords.KEY).get(0);

    assertThat(TestRecords.codes(row)).containsExactly("ENCODING gate_id", "NOT_A_NUMBER net_kg");
    assertThat(String.valueOf(row.get("raw"))).contains(",H\\xE9u,");
  }
}
