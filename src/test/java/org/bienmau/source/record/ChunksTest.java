package org.bienmau.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bienmau.source.ContentHash;
import org.bienmau.source.SourceDataException;
import org.junit.jupiter.api.Test;

/** How files are told, cut and put together again. */
class ChunksTest {

  @Test
  void a_file_is_hashed_counted_and_cut_where_rows_begin() {
    String file =
        TestRecords.file(
            TestRecords.declaration(),
            TestRecords.declaration("item_no", "2"),
            TestRecords.declaration("item_no", "3"));
    int rowBytes = (file.length() - header(file).length()) / 3;

    Inspection inspection = TestRecords.inspect(bytes(file), rowBytes + 1);

    assertThat(inspection.dataset()).isEqualTo("trade_declarations");
    assertThat(inspection.rows()).isEqualTo(3);
    assertThat(inspection.content().bytes()).isEqualTo(file.length());
    assertThat(inspection.chunks())
        .containsExactly(
            new Chunk(header(file).length(), 2L * rowBytes, 2, 2),
            new Chunk(header(file).length() + 2L * rowBytes, rowBytes, 4, 1));
  }

  @Test
  void the_checksum_is_that_of_all_bytes() throws IOException {
    String file = TestRecords.file(TestRecords.declaration());

    assertThat(TestRecords.inspect(bytes(file), 100).content())
        .isEqualTo(ContentHash.of(new ByteArrayInputStream(bytes(file))));
  }

  @Test
  void the_order_of_columns_the_line_ends_and_a_byte_order_mark_change_nothing() {
    String plain = TestRecords.file(TestRecords.declaration());
    Map<String, String> row = TestRecords.declaration();
    List<String> columns = new ArrayList<>(row.keySet());
    Collections.reverse(columns);
    Map<String, String> reversed = new LinkedHashMap<>();
    columns.forEach(column -> reversed.put(column, row.get(column)));
    String other = "\uFEFF" + TestRecords.file(reversed).replace("\n", "\r\n");

    assertThat(TestRecords.read(other)).isEqualTo(TestRecords.read(plain));
  }

  @Test
  void the_last_line_needs_no_end_and_blank_lines_are_no_rows() {
    String file = TestRecords.file(TestRecords.declaration(), TestRecords.declaration());
    String[] lines = file.split("\n");
    String sparse = lines[0] + "\n\n \t\n" + lines[1] + "\r\r\n" + lines[2];

    List<Map<String, Object>> rows = TestRecords.read(sparse);

    assertThat(rows).extracting(row -> row.get("line_no")).containsExactly(4L, 6L);
    assertThat(rows).extracting(row -> row.get("row_outcome")).containsOnly("accepted");
    assertThat(TestRecords.inspect(bytes(sparse), 1).rows()).isEqualTo(2);
  }

  @Test
  void a_file_of_a_header_alone_has_no_rows() {
    String header = header(TestRecords.file(TestRecords.declaration()));

    assertThat(TestRecords.inspect(bytes(header), 100).chunks()).isEmpty();
    assertThat(TestRecords.read(header)).isEmpty();
    assertThat(TestRecords.read(header.strip())).isEmpty();
  }

  @Test
  void files_that_are_no_records_are_refused_whole() {
    refused("", "the file is empty. Deliver it again with its header and rows.");
    refused(
        "source_id,currency,day_from,day_to,per_usd\nx",
        "its header fits no contract; the nearest is fx_rates, of which it lacks the columns \"basis\". Name the columns as in fx_rates.odcs.yaml, delimited by ',', or describe the file by a layout.");
    refused(
        "\"source_id,currency\n",
        "the quotation marks of its header do not close. Write the column names as its contract in conf/contracts does.");
    refused(
        "source_id,currency,day_from,day_to,per_usd,basis\n" + "x".repeat(3 << 20) + "\n",
        "the row that begins on line 2 is longer than 1,048,576 bytes. Deliver a text file with one row a line.");
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> TestRecords.inspect("x".getBytes(StandardCharsets.UTF_16), 100))
        .withMessage("Cannot ingest a.csv: it is UTF-16. Save the file as UTF-8.");
  }

  private static void refused(String file, String why) {
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> TestRecords.inspect(bytes(file), 100))
        .withMessage("Cannot ingest a.csv: " + why);
  }

  private static String header(String file) {
    return file.substring(0, file.indexOf('\n') + 1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
