package org.bienmau.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single cells are, and why they are not. */
class CellReasonsTest {

  @Test
  void a_good_row_is_typed_and_has_no_reasons() {
    Map<String, Object> row = TestRecords.read(TestRecords.file(TestRecords.declaration())).get(0);

    assertThat(row)
        .containsEntry("source_id", "Vietnam Customs")
        .containsEntry("declaration_no", "301234567890")
        .containsEntry("item_no", 1)
        .containsEntry("revised_at", "2024-03-05T01:12:00Z")
        .containsEntry("gate_id", "huu_nghi")
        .containsEntry("net_kg", "18250.500")
        .containsEntry("gross_kg", "19120.000")
        .containsEntry("value", "75400.25")
        .containsEntry("event_on", "2024-03-05")
        .containsEntry("month", "2024-03")
        .containsEntry("row_outcome", "accepted")
        .containsEntry("reasons", null)
        .containsEntry("remarks", null)
        .containsEntry("raw", null)
        .containsEntry("file_id", "file1")
        .containsEntry("line_no", 2L);
  }

  @ParameterizedTest(name = "{0} \"{1}\" is {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        // whole numbers
        "item_no        | 007                        | 7",
        "item_no        | ' 12 '                     | 12",
        "item_no        | 2147483647                 | 2147483647",
        // decimals
        "net_kg         | 1                          | 1.000",
        "net_kg         | 0.001                      | 0.001",
        "net_kg         | 00012.50                   | 12.500",
        "net_kg         | 1.50000                    | 1.500",
        "value          | 0                          | 0.00",
        "value          | 9999999999999999.99        | 9999999999999999.99",
        // instants
        "cleared_at     | 2024-03-05T08:12:00Z       | 2024-03-05T08:12:00Z",
        "cleared_at     | 2024-03-05T16:12:00+08:00  | 2024-03-05T08:12:00Z",
        "cleared_at     | 2024-03-05T01:42:00-06:30  | 2024-03-05T08:12:00Z",
        "cleared_at     | 2024-12-31T23:59:59+07:00  | 2024-12-31T16:59:59Z",
        "cleared_at     | ''                         | -",
        // words and registers
        "gate_id        | Hữu Nghị                   | huu_nghi",
        "gate_id        | cửa khẩu Tân Thanh         | tan_thanh",
        "gate_id        | Huu Nghi                   | huu_nghi",
        "source_id      | vietnam customs            | Vietnam Customs",
        "partner_country| HK                         | HK",
        "channel        | ''                         | -",
        // texts
        "declaration_no | 10/A-b                     | 10/A-b",
        "declaration_no | '\t10'                     | 10",
      })
  void a_cell_is_a_value(String column, String cell, String value) {
    Map<String, Object> row =
        TestRecords.read(TestRecords.file(TestRecords.declaration(column, cell))).get(0);

    assertThat(TestRecords.codes(row)).isEmpty();
    assertThat(String.valueOf(row.get(column))).isEqualTo(String.valueOf(value));
  }

  @ParameterizedTest(name = "{0} \"{1}\" is refused for {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // whole numbers
        "item_no        | ''                         | REQUIRED_EMPTY",
        "item_no        | '   '                      | REQUIRED_EMPTY",
        "item_no        | one                        | NOT_A_NUMBER",
        "item_no        | 1e3                        | NOT_A_NUMBER",
        "item_no        | +1                         | NOT_A_NUMBER",
        "item_no        | -                          | NOT_A_NUMBER",
        "item_no        | 1.5                        | NOT_A_WHOLE_NUMBER",
        "item_no        | -2.5                       | NOT_A_WHOLE_NUMBER BELOW_MINIMUM",
        "item_no        | 0                          | BELOW_MINIMUM",
        "item_no        | -1                         | BELOW_MINIMUM",
        "item_no        | 2147483648                 | TOO_LARGE",
        "item_no        | 99999999999999999999       | TOO_LARGE",
        // decimals
        "net_kg         | ''                         | REQUIRED_EMPTY",
        "net_kg         | 18.250.5                   | NOT_A_NUMBER",
        "net_kg         | 5.                         | NOT_A_NUMBER",
        "net_kg         | .5                         | NOT_A_NUMBER",
        "net_kg         | NaN                        | NOT_A_NUMBER",
        "net_kg         | 0                          | BELOW_MINIMUM",
        "net_kg         | -3                         | BELOW_MINIMUM",
        "net_kg         | 1.0005                     | TOO_PRECISE",
        "net_kg         | -1.0005                    | TOO_PRECISE BELOW_MINIMUM",
        "gross_kg       | 1234567890123456           | TOO_LARGE",
        "gross_kg       | 1234567890123456789012.12345 | TOO_PRECISE TOO_LARGE",
        "value          | -0.01                      | BELOW_MINIMUM",
        "value          | 1 000                      | NOT_A_NUMBER",
        // instants
        "registered_at  | ''                         | REQUIRED_EMPTY",
        "registered_at  | 2024-03-05                 | NOT_A_TIMESTAMP",
        "registered_at  | 2024-03-05T08:12:00        | NOT_A_TIMESTAMP",
        "registered_at  | 2024-03-05 08:12:00+07:00  | NOT_A_TIMESTAMP",
        "registered_at  | 2024-02-30T08:12:00+07:00  | NOT_A_TIMESTAMP",
        "registered_at  | 2023-02-29T08:12:00+07:00  | NOT_A_TIMESTAMP",
        "registered_at  | 2024-13-01T08:12:00+07:00  | NOT_A_TIMESTAMP",
        "registered_at  | 2024-03-00T08:12:00+07:00  | NOT_A_TIMESTAMP",
        "registered_at  | 2024-03-05T24:00:00+07:00  | NOT_A_TIMESTAMP",
        "registered_at  | 2024-03-05T08:60:00+07:00  | NOT_A_TIMESTAMP",
        "registered_at  | 2024-03-05T08:12:00+19:00  | NOT_A_TIMESTAMP",
        "registered_at  | 2024-03-05T08:12:00+0700   | NOT_A_TIMESTAMP",
        "registered_at  | 2024-03-05T08:12:00X       | NOT_A_TIMESTAMP",
        "registered_at  | 1989-12-31T23:59:59+07:00  | BELOW_MINIMUM",
        "registered_at  | 2100-01-01T00:00:00+07:00  | ABOVE_MAXIMUM",
        // words and registers
        "status         | Active                     | NOT_IN_LIST",
        "channel        | blue                       | NOT_IN_LIST",
        "gate_id        | Cổng Trời                  | GATE_UNKNOWN",
        "gate_id        | Lạng Sơn                   | GATE_UNKNOWN",
        "source_id      | Customs of Nowhere         | PUBLISHER_UNKNOWN",
        "source_id      | simulated_x                | PUBLISHER_UNKNOWN",
        "partner_country| XX                         | COUNTRY_UNKNOWN",
        "partner_country| cn                         | COUNTRY_UNKNOWN",
        "hs_code        | 0810600                    | PATTERN_MISMATCH",
        "hs_code        | 0810.6000                  | PATTERN_MISMATCH",
        "hs_code        | 77010000                   | HS_CODE_UNKNOWN",
        // texts
        "declaration_no | 30123456789O!              | PATTERN_MISMATCH",
        "declaration_no | 1234567890123456789012345678901 | PATTERN_MISMATCH",
        "declaration_no | tờ khai                    | PATTERN_MISMATCH",
        "trader_id      | ''                         | REQUIRED_EMPTY",
      })
  void a_cell_is_refused(String column, String cell, String codes) {
    Map<String, Object> row =
        TestRecords.read(TestRecords.file(TestRecords.declaration(column, cell))).get(0);

    assertThat(TestRecords.codes(row))
        .isEqualTo(List.of(codes.split(" ")).stream().map(code -> code + " " + column).toList());
    assertThat(row).containsEntry("row_outcome", "quarantined").containsEntry(column, null);
  }

  @ParameterizedTest(name = "{0} \"{1}\" is refused for {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "declared_online | yes  | NOT_TRUE_OR_FALSE",
        "declared_online | TRUE | NOT_TRUE_OR_FALSE",
        "net_tonnes      | 10000000 | TOO_LARGE",
        "plate           | ''   | REQUIRED_EMPTY",
      })
  void a_cell_of_a_visit_is_refused(String column, String cell, String code) {
    Map<String, Object> row =
        TestRecords.read(TestRecords.file(TestRecords.crossing(column, cell))).get(0);

    assertThat(TestRecords.codes(row)).containsExactly(code + " " + column);
  }

  @Test
  void a_day_is_refused_that_does_not_exist_or_lies_outside() {
    String header = "source_id,currency,day_from,day_to,per_usd,basis\n";
    List<Map<String, Object>> rows =
        TestRecords.read(
            header
                + "Vietnam Customs,CNY,2024-02-29,2024-03-31,7.196400,customs\n"
                + "Vietnam Customs,CNY,2023-02-29,2024-03-31,7.1964,customs\n"
                + "Vietnam Customs,CNY,2024-2-9,2024-03-31,7.1964,customs\n"
                + "Vietnam Customs,CNY,1989-12-31,2100-01-01,7.1964,customs\n"
                + "Vietnam Customs,CNY,2024-04-01,2024-03-31,7.1964,customs\n");

    assertThat(rows.get(0))
        .containsEntry("day_from", "2024-02-29")
        .containsEntry("per_usd", "7.196400")
        .containsEntry("event_on", "2024-02-29");
    assertThat(rows)
        .extracting(TestRecords::codes)
        .containsExactly(
            List.of(),
            List.of("NOT_A_DATE day_from"),
            List.of("NOT_A_DATE day_from"),
            List.of("BELOW_MINIMUM day_from", "ABOVE_MAXIMUM day_to"),
            List.of("DAYS_REVERSED day_from"));
  }
}
