package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelimitedFileTest {
  private static final Contract CONTRACT = contract("place", "value", "note");

  @Test
  void rows_come_with_their_physical_line_and_their_text_as_received() throws IOException {
    List<SourceRow> rows =
        read(
            "place,value,note\r\nLạng Sơn,1,\r\n\r\nLào Cai, 2 ,\"two\nlines, \"\"quoted\"\"\"\r\nHà Giang,3,x");

    assertThat(rows)
        .containsExactly(
            new SourceRow(2, "Lạng Sơn,1,", cells("Lạng Sơn", "1", ""), List.of()),
            new SourceRow(
                4,
                "Lào Cai, 2 ,\"two\nlines, \"\"quoted\"\"\"",
                cells("Lào Cai", " 2 ", "two\nlines, \"quoted\""),
                List.of()),
            new SourceRow(6, "Hà Giang,3,x", cells("Hà Giang", "3", "x"), List.of()));
    assertThat(rows.get(1).cell("value")).isEqualTo("2");
  }

  @Test
  void columns_may_stand_in_any_order_and_behind_a_byte_order_mark() throws IOException {
    assertThat(read("\uFEFFvalue,note,place\n1,n,p\n"))
        .extracting(row -> row.cell("place") + row.cell("value") + row.cell("note"))
        .containsExactly("p1n");
  }

  @Test
  void a_row_with_too_few_or_too_many_cells_is_handed_out_with_its_fault() throws IOException {
    assertThat(read("place,value,note\na,1\nb,2,n,x\nc,3,n\n"))
        .extracting(SourceRow::line, SourceRow::raw, row -> messages(row))
        .containsExactly(
            tuple(
                2L,
                "a,1",
                List.of(
                    "CELL_COUNT: Line 2 has 2 cells, the header has 3; look for a missing or an unquoted delimiter.")),
            tuple(
                3L,
                "b,2,n,x",
                List.of(
                    "CELL_COUNT: Line 3 has 4 cells, the header has 3; look for a missing or an unquoted delimiter.")),
            tuple(4L, "c,3,n", List.of()));
  }

  @Test
  void an_unclosed_quotation_mark_costs_its_own_line_and_no_other() throws IOException {
    List<SourceRow> rows =
        read("place,value,note\na,1,\"open\nb,2,\"closed, well\"\nc,3,\"x\ny\"\nd,4,\n");

    assertThat(rows).extracting(SourceRow::line).containsExactly(2L, 3L, 4L, 6L);
    assertThat(rows)
        .extracting(SourceRow::raw)
        .containsExactly("a,1,\"open", "b,2,\"closed, well\"", "c,3,\"x\ny\"", "d,4,");
    assertThat(messages(rows.get(0)))
        .containsExactly(
            "QUOTING: Line 2 cannot be split into cells: a quotation mark is not closed, or text follows a closing one; double the quotation marks inside a quoted cell.");
    assertThat(rows.subList(1, 4)).allSatisfy(row -> assertThat(row.faults()).isEmpty());
  }

  @Test
  void a_quotation_mark_that_nothing_closes_does_not_eat_the_file() throws IOException {
    StringBuilder text = new StringBuilder("place,value,note\na,1,\"open\n");
    for (int i = 0; i < 500; i++) {
      text.append("b,").append(i).append(",n\n");
    }

    List<SourceRow> rows = read(text.toString());

    assertThat(rows).hasSize(501);
    assertThat(rows.subList(1, 501)).allSatisfy(row -> assertThat(row.faults()).isEmpty());
  }

  @Test
  void a_quotation_mark_inside_an_unquoted_cell_is_text() throws IOException {
    assertThat(read("place,value,note\na,1,5\" pipe\nb,\"2\"x,n\n"))
        .extracting(row -> row.faults().isEmpty() ? row.cell("note") : messages(row).get(0))
        .containsExactly(
            "5\" pipe",
            "QUOTING: Line 3 cannot be split into cells: a quotation mark is not closed, or text follows a closing one; double the quotation marks inside a quoted cell.");
  }

  @Test
  void bytes_that_are_not_utf_8_are_named_and_never_replaced() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("place,value,note\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("Lạng Sơn,1,caf".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE9);
    bytes.write(",\n".getBytes(StandardCharsets.UTF_8), 1, 1);
    bytes.write("Hà Giang,2,ok \uD83D\uDE9A\n".getBytes(StandardCharsets.UTF_8));

    List<SourceRow> rows = read(bytes.toByteArray());

    assertThat(rows.get(0).raw()).isEqualTo("Lạng Sơn,1,caf\\xE9");
    assertThat(rows.get(0).faults())
        .containsExactly(
            new Reason(
                ReasonCode.ENCODING,
                "note",
                "caf\\xE9",
                "Line 2 holds bytes in column note that are not UTF-8: E9; save the file as UTF-8."));
    assertThat(rows.get(1).faults()).isEmpty();
    assertThat(rows.get(1).cell("note")).isEqualTo("ok \uD83D\uDE9A");
  }

  @Test
  void a_header_names_all_that_is_wrong_with_it() {
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> read("place,Value,place,extra\n"))
        .withMessage(
            "Cannot ingest a.csv: its header lacks the columns \"value\", \"note\", and has the unknown columns \"Value\", \"extra\", and repeats the columns \"place\". Name the columns as in test.odcs.yaml, delimited by ','.");
  }

  @Test
  void a_file_that_is_empty_or_no_text_is_refused() {
    assertRefused(
        new byte[0],
        "Cannot ingest a.csv: the file is empty. Deliver it again with its header and rows.");
    assertRefused(
        "place,value,note".getBytes(StandardCharsets.UTF_16),
        "Cannot ingest a.csv: it is UTF-16. Save the file as UTF-8.");
    assertRefused(
        new byte[] {'P', 'K', 3, 4, 0},
        "Cannot ingest a.csv: it is a workbook or another archive, not text. Export the sheet as CSV UTF-8.");
    assertRefused(
        new byte[] {0x1F, (byte) 0x8B, 8},
        "Cannot ingest a.csv: it is compressed. Unpack it first.");
    assertRefused(
        "giá tr,x".getBytes(Charset.forName("windows-1258")),
        "Cannot ingest a.csv: line 1 holds bytes that are not UTF-8: E1. Save the file as UTF-8.");
  }

  @Test
  void a_file_with_nothing_but_a_header_has_no_rows() throws IOException {
    assertThat(read("place,value,note\n")).isEmpty();
    assertThat(read("place,value,note")).isEmpty();
  }

  @Test
  void rows_are_equal_when_their_filled_cells_are_whatever_their_order() throws IOException {
    SourceRow row = read("place,value,note\na,1,\n").get(0);

    assertThat(read("note,value,place\r\n,1,a").get(0).contentHash()).isEqualTo(row.contentHash());
    assertThat(read("place,value,note\n1,a,\n").get(0).contentHash())
        .isNotEqualTo(row.contentHash());
  }

  @Test
  void a_checksum_tells_contents_apart() throws IOException {
    assertThat(ContentHash.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(
            new ContentHash("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> read(bytes))
        .withMessage(message);
  }

  private static List<String> messages(SourceRow row) {
    return row.faults().stream().map(fault -> fault.code() + ": " + fault.message()).toList();
  }

  private static Map<String, String> cells(String place, String value, String note) {
    return Map.of("place", place, "value", value, "note", note);
  }

  private static List<SourceRow> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<SourceRow> read(byte[] bytes) throws IOException {
    List<SourceRow> rows = new ArrayList<>();
    try (DelimitedFile file =
        DelimitedFile.open("a.csv", new ByteArrayInputStream(bytes), CONTRACT)) {
      file.forEach(rows::add);
    }
    return rows;
  }

  private static Contract contract(String... columns) {
    return new Contract(
        "test.odcs.yaml",
        "test",
        "1.0.0",
        "draft",
        "test",
        "",
        "",
        NumberLocale.EN,
        ',',
        new Shape.Statements(List.of("place")),
        Arrays.stream(columns)
            .map(
                name ->
                    new ContractColumn(
                        name,
                        "string",
                        "text",
                        false,
                        0,
                        List.of(),
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        ValueLimits.NONE,
                        List.of()))
            .toList(),
        List.of());
  }
}
