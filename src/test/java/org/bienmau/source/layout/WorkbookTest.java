package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bienmau.source.layout.Trial.CONSTANTS;
import static org.bienmau.source.layout.Trial.STATISTICS;
import static org.bienmau.source.layout.Trial.rows;
import static org.bienmau.source.layout.Trial.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bienmau.source.SourceDataException;
import org.junit.jupiter.api.Test;

class WorkbookTest {
  private static final String PLAIN =
      STATISTICS
          + """
          format: xlsx
          columns:
          """
          + CONSTANTS
          + """
            scope_name: {column: Gate}
            period: {text: "2024", format: yyyy, kind: year}
            direction: total
            unit: USD
            note: {column: Note, optional: true}
            value: {column: Value}
          """;

  @Test
  void numbers_read_as_a_person_sees_and_typed_them() {
    assertThat(
            values(
                """
                Gate | Value | Note
                a    | =105.2 | ^8109020
                b    | =105.19999999999999
                c    | ~0.30000000000000004
                d    | =9007199254740991
                e    | =1E-3
                f    | %0.052
                g    | ,1234567
                h    | @45352 | @45352.3344907407
                """))
        .isEqualTo(
            """
            105.2 | 08109020 |
            105.2 |  |
            0.3 |  |
            9007199254740991 |  |
            0.001 |  |
            5.2% |  |
            1234.567 |  |
            2024-03-01 | 2024-03-01 08:01:40 | NOT_A_NUMBER Cell T!B9 holds "2024-03-01", which is no number.
            """);
  }

  @Test
  void what_a_workbook_does_not_tell_is_refused_with_its_cell() {
    assertThat(
            values(
                """
                Gate | Value
                a    | =9007199254740993
                b    | !#DIV/0!
                c    | ?SUM(B2:B3)
                """))
        .isEqualTo(
            """
            9007199254740993 |  | DIGITS_LOST Cell T!B2 holds a whole number beyond 9,007,199,254,740,991, of which a workbook does not keep every digit; type it as text.
            #DIV/0! |  | CELL_ERROR Cell T!B3 shows the error #DIV/0!.
            =SUM(B2:B3) |  | CELL_ERROR Cell T!B4 holds a formula without its value; open the workbook in a spreadsheet program and save it.
            """);
  }

  private static String values(String rows) {
    byte[] book = new TestWorkbook().sheet("T", rows).bytes();
    return table(rows(PLAIN, "trial.xlsx", book), "value", "note", "faults");
  }

  @Test
  void merged_headings_hold_for_all_their_columns_and_merged_labels_for_all_their_rows() {
    byte[] book =
        new TestWorkbook()
            .sheet(
                "Năm 2024",
                """
                Kim ngạch
                Cửa khẩu | Mặt hàng | Xuất khẩu |           | Ghi chú
                         |          | @45292    | @45323    |
                Hữu Nghị | durian   | =1        | =2        | x
                         | lychee   | =3        |           |
                Chi Ma   | durian   | =4        | =5        |
                         | lychee   |           | =6        |
                """,
                "A1:E1",
                "A2:A3",
                "B2:B3",
                "C2:D2",
                "E2:E3",
                "A4:A5",
                "A6:A7",
                "D6:D7")
            .bytes();

    assertThat(
            table(
                rows(
                    STATISTICS
                        + """
                        format: xlsx
                        sheets: "Năm {year#}"
                        header: {from: Cửa khẩu, rows: 2}
                        columns:
                        """
                        + CONSTANTS.replace("  commodity: all\n", "")
                        + """
                          scope_name: {column: Cửa khẩu, fill: merged}
                          commodity: {column: Mặt hàng}
                          direction: export
                          period: {text: "{day}", format: M/yyyy, kind: month}
                          unit: triệu USD
                          value: {column: "Xuất khẩu > {day}"}
                        ignore: Ghi chú
                        """,
                    "trial.xlsx",
                    book),
                "scope_name",
                "commodity",
                "period_end",
                "value",
                "origin",
                "faults"))
        .isEqualTo(
            """
            Hữu Nghị | durian | 2024-01-31 | 1 | 'Năm 2024'!C4 |
            Hữu Nghị | durian | 2024-02-29 | 2 | 'Năm 2024'!D4 |
            Hữu Nghị | lychee | 2024-01-31 | 3 | 'Năm 2024'!C5 |
            Chi Ma | durian | 2024-01-31 | 4 | 'Năm 2024'!C6 |
            Chi Ma | durian | 2024-02-29 | 5 | 'Năm 2024'!D6 | MERGED_CELL Cell 'Năm 2024'!D6 is merged over several rows or columns; nobody can tell which of them its figure is of, unless the layout says fill: merged.
            Chi Ma | lychee | 2024-02-29 | 6 | 'Năm 2024'!D7 | MERGED_CELL Cell 'Năm 2024'!D7 is merged over several rows or columns; nobody can tell which of them its figure is of, unless the layout says fill: merged.
            """);
  }

  @Test
  void a_heading_and_its_cells_merged_for_their_width_are_one_column() {
    byte[] book =
        new TestWorkbook()
            .sheet(
                "T",
                """
                Gate |  | Value |
                a    |  | =1    |
                """,
                "A1:B1",
                "C1:D1",
                "A2:B2",
                "C2:D2")
            .bytes();

    assertThat(table(rows(PLAIN, "trial.xlsx", book), "scope_name", "value", "faults"))
        .isEqualTo("a | 1 |\n");
  }

  @Test
  void sheets_are_chosen_by_name_number_or_all_that_a_person_sees() {
    TestWorkbook book =
        new TestWorkbook()
            .sheet("Tháng 1", "Gate | Value\na | =1")
            .sheet("Nháp", "Gate | Value\nb | =2")
            .sheet("Tháng 2", "Gate | Value\nc | =3")
            .hide("Nháp");

    assertThat(chosen("sheets: \"Tháng {month#}\"", book)).isEqualTo("'Tháng 1'!A2 'Tháng 2'!A2");
    assertThat(chosen("sheets: all", book)).isEqualTo("'Tháng 1'!A2 'Tháng 2'!A2");
    assertThat(chosen("sheets: [2, 3]", book)).isEqualTo("Nháp!A2 'Tháng 2'!A2");
    assertThat(chosen("", book)).isEqualTo("'Tháng 1'!A2");
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> chosen("sheets: [Tháng 9]", book))
        .withMessage(
            "Cannot ingest trial.xlsx: it has none of the sheets that its layout reads; its sheets are \"Tháng 1\", \"Nháp\" (hidden), \"Tháng 2\". Correct the file, or sheets in the layout trial (trial.yaml).");
  }

  private static String chosen(String sheets, TestWorkbook book) {
    return table(rows(PLAIN + sheets + "\n", "trial.xlsx", book.bytes()), "origin")
        .strip()
        .replace("\n", " ");
  }

  @Test
  void days_may_be_counted_from_1904() {
    byte[] book =
        new TestWorkbook()
            .sheet("T", "Gate | Value | Note\na | =1 | @43890.5")
            .countingFrom1904()
            .bytes();

    assertThat(table(rows(PLAIN, "trial.xlsx", book), "note")).isEqualTo("2024-03-01 12:00:00\n");
  }

  @Test
  void something_else_under_the_name_of_a_workbook_is_refused() throws IOException {
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> rows(PLAIN, "trial.xlsx", "no archive".getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("Cannot ingest trial.xlsx: it cannot be read as a workbook: ")
        .withMessageEndingWith(
            " Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).");

    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write('x');
    }
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> rows(PLAIN, "trial.xlsx", archive.toByteArray()))
        .withMessageStartingWith("Cannot ingest trial.xlsx: it cannot be read as a workbook: ");
  }
}
