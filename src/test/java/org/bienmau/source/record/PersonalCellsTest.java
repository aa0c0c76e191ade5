package org.bienmau.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cells that say who somebody is, and what the lake gets to see of them. */
class PersonalCellsTest {

  @Test
  void a_cell_becomes_half_of_its_hmac() {
    // RFC 4231, test case 1: twenty bytes 0x0b are the key, "Hi There" is the text.
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);

    Map<String, Object> row =
        read(TestRecords.file(TestRecords.crossing("plate", "Hi There")), PersonalKey.of(key));

    assertThat(row).containsEntry("plate", "b0344c61d8db38535ca8afceaf0bf12b");
  }

  @Test
  void a_key_longer_than_a_block_is_hashed_first() {
    // RFC 4231, test case 6.
    byte[] key = HexFormat.of().parseHex("aa".repeat(131));

    Map<String, Object> row =
        read(
            TestRecords.file(
                TestRecords.crossing(
                    "plate", "Test Using Larger Than Block-Size Key - Hash Key First")),
            PersonalKey.of(key));

    assertThat(row).containsEntry("plate", "60e431591ee0b67f0d8a26aacbf5b77f");
  }

  @Test
  void equal_cells_have_equal_hashes_however_they_are_written() {
    List<Map<String, Object>> rows =
        TestRecords.read(
            TestRecords.file(
                TestRecords.crossing("driver_name", "Nguyễn Văn A"),
                TestRecords.crossing("driver_name", " Nguye\u0302\u0303n Va\u0306n A"),
                TestRecords.crossing("driver_name", "\"Nguyễn Văn A\""),
                TestRecords.crossing("driver_name", "Nguyễn Văn B"),
                TestRecords.crossing("driver_name", "A".repeat(200)),
                TestRecords.crossing("driver_name", "")));

    assertThat(rows.get(1).get("driver_name")).isEqualTo(rows.get(0).get("driver_name"));
    assertThat(rows.get(2).get("driver_name")).isEqualTo(rows.get(0).get("driver_name"));
    assertThat(rows.get(3).get("driver_name")).isNotEqualTo(rows.get(0).get("driver_name"));
    assertThat(rows.get(4).get("driver_name")).asString().matches("[0-9a-f]{32}");
    assertThat(rows.get(5)).containsEntry("driver_name", null);
  }

  @Test
  void nobody_can_be_recognised_in_a_refused_row() {
    List<Map<String, Object>> rows =
        TestRecords.read(
            TestRecords.file(
                TestRecords.crossing(
                    "plate",
                    "12C-045.67",
                    "driver_name",
                    "\"Trần \"\"Tư\"\" Bảy\"",
                    "visit_id",
                    "?"),
                TestRecords.crossing("driver_name", "Trần Bảy,12C")));
    Map<String, Object> good = TestRecords.read(TestRecords.file(TestRecords.crossing())).get(0);

    assertThat(rows.toString()).doesNotContain("045.67", "Trần", "Bảy");
    assertThat(rows.get(0).get("raw")).asString().contains("," + good.get("plate") + ",\"");
    assertThat(rows.get(1))
        .containsEntry(
            "raw",
            "xxxxxxx xxxxxx-xxxx xxxxxxxx,xx-00000000-000000,0,0000-00-00x00:00:00+00:00,xxx_xxxx,xxxxxx,xxxxx,xxxxxxx,0000-00-00x00:00:00+00:00,0000-00-00x00:00:00+00:00,0000-00-00x00:00:00+00:00,0000-00-00x00:00:00+00:00,0000-00-00x00:00:00+00:00,xxxx,00.0,00x-000.00,xxxx xxx,00x");
    assertThat(TestRecords.codes(rows.get(1))).containsExactly("CELL_COUNT");
  }

  @Test
  void dropped_cells_are_empty_everywhere_and_change_no_hash() {
    String file =
        TestRecords.file(
            TestRecords.crossing(), TestRecords.crossing("visit_id", "?", "plate", "12C-045.67"));

    List<Map<String, Object>> dropped =
        TestRecords.read(bytes(file), 1 << 20, PersonalKey.dropping());
    List<Map<String, Object>> keyed = TestRecords.read(file);

    assertThat(dropped.get(0))
        .containsEntry("plate", null)
        .containsEntry("driver_name", null)
        .containsEntry("content_hash", keyed.get(0).get("content_hash"));
    assertThat(dropped.get(1).get("raw")).asString().endsWith(",true,21.4,,");
  }

  @Test
  void without_a_key_nothing_personal_is_read() {
    assertThatExceptionOfType(MissingPersonalKeyException.class)
        .isThrownBy(
            () ->
                RecordReading.of(
                    TestRecords.contract("vehicle_crossings"),
                    TestRecords.REGISTERS,
                    PersonalKey.none()))
        .withMessage(
            "Cannot read vehicle_crossings: plate, driver_name are personal, and there is no key to hash them with. Set BIENMAU_PERSONAL_KEY or personal.key-file, or leave them out with personal.columns = drop.");
    assertThat(
            RecordReading.of(
                    TestRecords.contract("fx_rates"), TestRecords.REGISTERS, PersonalKey.none())
                .schema()
                .fieldNames())
        .contains("per_usd");
  }

  private static Map<String, Object> read(String file, PersonalKey key) {
    return TestRecords.read(bytes(file), 1 << 20, key).get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
