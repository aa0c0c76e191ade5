package org.bienmau.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two rows have one hash. */
class HashesTest {

  @ParameterizedTest(name = "{0} \"{1}\"")
  @CsvSource({
    "net_kg, 18250.5",
    "net_kg, 018250.500",
    "item_no, 01",
    "revised_at, 2024-03-05T01:12:00Z",
    "gate_id, Hữu Nghị",
    "source_id, VIETNAM CUSTOMS",
    "declaration_no, ' 301234567890 '",
    "trader_id, 0100000000",
  })
  void the_content_is_the_same(String column, String cell) {
    assertThat(hash("content_hash", column, cell)).isEqualTo(hash("content_hash"));
    assertThat(hash("key_hash", column, cell)).isEqualTo(hash("key_hash"));
  }

  @ParameterizedTest(name = "{0} \"{1}\"")
  @CsvSource({
    "net_kg, 18250.501",
    "status, cancelled",
    "cleared_at, ''",
    "origin_form, ''",
    "channel, ''",
    "revision_no, 1",
  })
  void the_content_is_another_and_the_key_the_same(String column, String cell) {
    assertThat(hash("content_hash", column, cell)).isNotEqualTo(hash("content_hash"));
    assertThat(hash("key_hash", column, cell)).isEqualTo(hash("key_hash"));
  }

  @ParameterizedTest(name = "{0} \"{1}\"")
  @CsvSource({
    "source_id, simulated",
    "declaration_no, 301234567891",
    "declaration_no, 30123456789",
    "item_no, 2",
  })
  void the_key_is_another(String column, String cell) {
    assertThat(hash("key_hash", column, cell)).isNotEqualTo(hash("key_hash"));
  }

  @Test
  void close_texts_do_not_meet() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      byte[] text = ("30" + i + "\0\0\0\0\0\0\0\0").getBytes(StandardCharsets.UTF_8);
      hashes.add(Hash64.of(text, 0, text.length - 8));
    }

    assertThat(hashes).hasSize(200_000);
  }

  private static Object hash(String which, String... columnsAndCells) {
    Map<String, Object> row =
        TestRecords.read(TestRecords.file(TestRecords.declaration(columnsAndCells))).get(0);
    assertThat(row).containsEntry("row_outcome", "accepted");
    return row.get(which);
  }
}
