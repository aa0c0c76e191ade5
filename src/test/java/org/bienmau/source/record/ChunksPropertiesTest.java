package org.bienmau.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bienmau.source.Contract;
import org.bienmau.source.DelimitedFile;
import org.bienmau.source.Reason;
import org.bienmau.source.SourceRow;
import org.junit.jupiter.api.Test;

/** What holds for any file, tried on many: the rows are those of the reader for small files. */
class ChunksPropertiesTest {
  private static final Contract CONTRACT = TestRecords.contract("fx_rates");
  private static final String HEADER = String.join(",", CONTRACT.columnNames()) + "\n";
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"",
          "\"\"",
          ",",
          ",",
          "\n",
          "\n",
          "\r\n",
          "\r",
          " ",
          "\t",
          "a",
          "Hữu Nghị",
          "đ",
          "7.19",
          "2024-03-01",
          "Vietnam Customs,CNY,2024-03-01,2024-03-31,7.1964,customs\n",
          "\"Vietnam Customs\",\"CNY\",\"2024-03-01\",2024-03-31,\"7.1964\",\"cus\"\"toms\"\r\n",
          "\u0000",
          "\u000B",
          "\uFEFF",
          "a,b,c,d,e,f\n",
          "\"a\nb\",b,\"c\r\nd\",d,e,f\n",
          ",,,,,\n");

  @Test
  void any_file_in_chunks_of_any_size_has_the_rows_of_the_reader_for_small_files()
      throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 400; round++) {
      byte[] file = anyFile(random);
      List<SourceRow> expected = read(file);
      for (long chunkBytes : new long[] {1, 1 + random.nextInt(200), 1 << 20}) {
        List<Map<String, Object>> rows = TestRecords.read(file, chunkBytes, TestRecords.KEY);

        String text = "file of round %d in chunks of %d".formatted(round, chunkBytes);
        assertThat(rows).as(text).hasSameSizeAs(expected);
        assertThat(TestRecords.inspect(file, chunkBytes).rows()).isEqualTo(expected.size());
        for (int i = 0; i < rows.size(); i++) {
          compare(text, rows.get(i), expected.get(i));
        }
      }
    }
  }

  @Test
  void a_quoted_cell_may_spread_over_a_hundred_more_lines_and_no_further() throws IOException {
    for (int lines = 98; lines <= 103; lines++) {
      byte[] file =
          (HEADER + "\"a" + "\n".repeat(lines) + "\",b,c,d,e,f\nlast\n")
              .getBytes(StandardCharsets.UTF_8);

      List<SourceRow> expected = read(file);
      List<Map<String, Object>> rows = TestRecords.read(file, 1, TestRecords.KEY);

      assertThat(rows).hasSameSizeAs(expected);
      for (int i = 0; i < rows.size(); i++) {
        compare(lines + " lines", rows.get(i), expected.get(i));
      }
    }
  }

  private static void compare(String text, Map<String, Object> row, SourceRow expected) {
    assertThat(row).as(text).containsEntry("line_no", expected.line());
    boolean accepted = row.get("row_outcome").equals("accepted");
    if (accepted) {
      assertThat(expected.faults()).as(text).isEmpty();
      for (String column : List.of("source_id", "currency", "day_from", "day_to", "basis")) {
        assertThat(row).as(text).containsEntry(column, expected.cell(column));
      }
    } else {
      assertThat(row).as(text).containsEntry("raw", expected.raw());
      // Of a row that cannot be cut nothing else can be said.
      List<String> faults =
          expected.faults().stream()
              .filter(fault -> fault.code().isOfReading())
              .map(ChunksPropertiesTest::code)
              .toList();
      List<String> uncut = faults.stream().filter(fault -> !fault.startsWith("ENCODING")).toList();
      assertThat(TestRecords.codes(row)).as(text).containsAll(uncut.isEmpty() ? faults : uncut);
    }
  }

  private static String code(Reason reason) {
    return (reason.code() + " " + reason.column()).strip();
  }

  private static byte[] anyFile(Random random) {
    StringBuilder text = new StringBuilder(HEADER);
    int pieces = random.nextInt(60);
    // Some files are long enough that one quotation mark must not eat the rest of them.
    String filler = random.nextInt(20) == 0 ? "x\n".repeat(150) : "";
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(i == pieces / 2 ? filler : "");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0 && bytes.length > HEADER.length()) {
      bytes[random.nextInt(HEADER.length(), bytes.length)] = (byte) 0xE9;
    }
    return bytes;
  }

  private static List<SourceRow> read(byte[] bytes) throws IOException {
    List<SourceRow> rows = new ArrayList<>();
    try (DelimitedFile file =
        DelimitedFile.open("a.csv", new ByteArrayInputStream(bytes), CONTRACT)) {
      file.forEach(rows::add);
    }
    return rows;
  }
}
