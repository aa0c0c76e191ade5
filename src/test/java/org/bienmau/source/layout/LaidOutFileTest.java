package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bienmau.source.layout.Trial.CONSTANTS;
import static org.bienmau.source.layout.Trial.STATISTICS;
import static org.bienmau.source.layout.Trial.rows;
import static org.bienmau.source.layout.Trial.table;

import java.io.IOException;
import java.util.Map;
import org.bienmau.source.SourceDataException;
import org.junit.jupiter.api.Test;

/** A small sheet in, a small table out. */
class LaidOutFileTest {
  private static final String LONG =
      STATISTICS
          + """
          format: csv
          delimiter: ";"
          numbers: VI
          missing: ["…"]
          zero: ["-"]
          footnotes: ["(#)", "*"]
          columns:
          """
          + CONSTANTS
          + """
            scope_name: {column: [Cửa khẩu, Gate]}
            period: {column: Tháng, format: M/yyyy, kind: month}
            direction: {column: Chiều, words: {xuất: export, nhập: import}}
            unit: triệu USD
          rows:
            - value: {column: Trị giá}
              yoy_pct: {column: So cùng kỳ, ratioOf: 100, optional: true}
          """;

  private static final String WIDE =
      STATISTICS
          + """
          format: csv
          numbers: EN
          title: "*năm {year#}"
          header: {from: Cửa khẩu, rows: 2, fill: right}
          columns:
          """
          + CONSTANTS
          + """
            scope_name: {column: Cửa khẩu}
            period: {text: "{month}/{year}", format: M/yyyy, kind: month}
            direction: {text: "{way}", words: {XK: export, NK: import}}
            unit: triệu USD
            value: {column: "Tháng {month#} > {way}"}
          ignore: STT
          when:
            - {column: Cửa khẩu, reads: Tổng*, set: {scope_type: province, scope_name: Lạng Sơn}}
            - {column: Cửa khẩu, reads: "Trong đó*", leaveOut: true}
            - {reads: "Ghi chú*", stop: true}
          """;

  @Test
  void a_long_file_becomes_one_row_for_each_of_its_own() {
    assertThat(
            table(
                rows(
                    LONG,
                    """
                    Cửa khẩu;Tháng;Chiều;Trị giá;So cùng kỳ
                    Hữu Nghị;3/2024;Xuất;1.449,5 (1);105,2
                    Tân Thanh*;03/2024;nhập;gần 1,2 nghìn;98
                    Chi Ma;3/2024;xuất;…;
                    Cốc Nam;3/2024;xuất;-;
                    """),
                "line",
                "scope_name",
                "period_start",
                "period_end",
                "period_kind",
                "direction",
                "value",
                "yoy_pct",
                "source_url",
                "qualifier",
                "origin",
                "faults"))
        .isEqualTo(
            """
            2 | Hữu Nghị | 2024-03-01 | 2024-03-31 | month | export | 1449.5 | 5.2 | file:trial.csv | exact | line 2 |
            3 | Tân Thanh | 2024-03-01 | 2024-03-31 | month | import | gần 1.2 nghìn | -2 | file:trial.csv | exact | line 3 |
            4 | Cốc Nam | 2024-03-01 | 2024-03-31 | month | export | 0 |  | file:trial.csv | exact | line 5 |
            """);
  }

  @Test
  void months_and_directions_of_a_wide_sheet_become_rows_and_empty_places_none() {
    assertThat(
            table(
                rows(
                    WIDE,
                    """
                    "Kim ngạch qua cửa khẩu năm 2024"
                    STT,Cửa khẩu,Tháng 1,,Tháng 2,
                    ,,XK,NK,XK,NK
                    1,Hữu Nghị,1.5,2,3,
                    2,Tân Thanh,,,0,
                    ,Trong đó: container,1,1,1,1
                    ,Tổng cộng,1.5,2,3,
                    Ghi chú: số sơ bộ,,,,,
                    9,Chi Ma,1,1,1,1
                    """),
                "line",
                "scope_type",
                "scope_name",
                "period_start",
                "direction",
                "value",
                "origin",
                "faults"))
        .isEqualTo(
            """
            2 | gate | Hữu Nghị | 2024-01-01 | export | 1.5 | line 4, column 3 |
            3 | gate | Hữu Nghị | 2024-01-01 | import | 2 | line 4, column 4 |
            4 | gate | Hữu Nghị | 2024-02-01 | export | 3 | line 4, column 5 |
            5 | gate | Tân Thanh | 2024-02-01 | export | 0 | line 5, column 5 |
            6 | province | Lạng Sơn | 2024-01-01 | export | 1.5 | line 7, column 3 |
            7 | province | Lạng Sơn | 2024-01-01 | import | 2 | line 7, column 4 |
            8 | province | Lạng Sơn | 2024-02-01 | export | 3 | line 7, column 5 |
            """);
  }

  @Test
  void a_heading_row_inside_the_sheet_holds_for_the_rows_below_it() {
    assertThat(
            table(
                rows(
                    STATISTICS
                        + """
                        format: csv
                        columns:
                        """
                        + CONSTANTS
                        + """
                          scope_name: {column: Cửa khẩu}
                          period: {text: "2024", format: yyyy, kind: year}
                          unit: USD
                        rows:
                          - value: {column: USD}
                        when:
                          - {column: Cửa khẩu, reads: Xuất khẩu, setBelow: {direction: export}}
                          - {column: Cửa khẩu, reads: Nhập khẩu, setBelow: {direction: import}}
                        """,
                    """
                    Cửa khẩu,USD
                    Xuất khẩu,
                    Hữu Nghị,1
                    Nhập khẩu,
                    Hữu Nghị,2
                    Chi Ma,3
                    """),
                "scope_name",
                "direction",
                "value"))
        .isEqualTo(
            """
            Hữu Nghị | export | 1
            Hữu Nghị | import | 2
            Chi Ma | import | 3
            """);
  }

  @Test
  void what_cannot_be_read_refuses_its_row_with_the_place_and_the_cell() {
    assertThat(
            table(
                rows(
                    LONG,
                    """
                    Cửa khẩu;Tháng;Chiều;Trị giá;So cùng kỳ
                    Hữu Nghị;13/2024;xuất;1.23;105,2
                    Hữu Nghị;3/2024;xuất;1;2;3
                    Hữu Nghị;3/2024;xuất;"1;105,2
                    """),
                "line",
                "value",
                "faults"))
        .isEqualTo(
            """
            2 | 1.23 | NOT_A_DATE Line 2, column 2 holds "13/2024", which is no date written M/yyyy. NOT_A_DATE Line 2, column 2 holds "13/2024", which is no date written M/yyyy. NOT_A_NUMBER Line 2, column 4 holds "1.23", which is no number written the way that the layout declares, VI.
            3 | - | CELL_COUNT Line 3 has 6 cells, the header has 5; look for a missing or an unquoted delimiter.
            4 | - | QUOTING Line 4 cannot be split into cells: a quotation mark is not closed, or text follows a closing one; double the quotation marks inside a quoted cell.
            """);
  }

  @Test
  void a_number_with_two_readings_is_refused_where_no_way_is_declared() {
    assertThat(
            table(
                rows(
                    LONG.replace("numbers: VI\n", ""),
                    "Gate;Tháng;Chiều;Trị giá\nHữu Nghị;3/2024;xuất;1.234\nHữu Nghị;3/2024;xuất;12,5\n"),
                "value",
                "faults"))
        .isEqualTo(
            """
            1.234 | NUMBER_AMBIGUOUS Line 2, column 4 holds "1.234", which the Vietnamese and the English way of writing numbers read differently; declare numbers: VI or numbers: EN in the layout.
            12.5 |
            """);
  }

  @Test
  void a_heading_that_is_missing_and_one_that_nobody_speaks_of_refuse_the_file() {
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> rows(LONG, "Cửa khẩu;Tháng;Hướng;Trị giá\nHữu Nghị;3/2024;xuất;1\n"))
        .withMessage(
            "Cannot ingest trial.csv: it has no column whose heading reads \"Chiều\", and has the column C with the heading \"Hướng\", of which the layout says nothing. Its headings are \"Cửa khẩu\", \"Tháng\", \"Hướng\", \"Trị giá\". Correct the file, or the layout trial (trial.yaml).");
  }

  @Test
  void a_file_without_the_header_or_the_title_is_refused() {
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> rows(WIDE, "năm 2024\nGate,Tháng 1\n"))
        .withMessage(
            "Cannot ingest trial.csv: it has no header that begins with \"Cửa khẩu\". Correct the file, or the layout trial (trial.yaml).");
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> rows(WIDE, "năm nay\nCửa khẩu,Tháng 1\n,XK\n"))
        .withMessage(
            "Cannot ingest trial.csv: it has no cell above its header that reads \"*năm {year#}\". Correct the file, or the layout trial (trial.yaml).");
  }

  @Test
  void cells_of_a_row_may_make_one_value_together() {
    String layout =
        STATISTICS
            + """
            format: csv
            remember:
              year: {column: Năm, fill: down}
              month: {column: Tháng, words: {Giêng: 1}}
            columns:
            """
            + CONSTANTS
            + """
              scope_name: {column: Cửa khẩu}
              direction: export
              unit: triệu USD
              period: {text: "{month}/{year}", format: M/yyyy, kind: month}
            rows:
              - value: {column: Trị giá}
            """;
    assertThat(
            table(
                rows(
                    layout,
                    """
                    Cửa khẩu,Năm,Tháng,Trị giá
                    Hữu Nghị,2024,giêng,1
                    Hữu Nghị,,XII,2
                    Hữu Nghị,,,3
                    Hữu Nghị,2025,13,4
                    """),
                "period_start",
                "value",
                "faults"))
        .isEqualTo(
            """
            2024-01-01 | 1 |
            2024-12-01 | 2 |
             | 3 |
            13/2025 | 4 | NOT_A_DATE Line 5 holds "13/2025", which is no date written M/yyyy. NOT_A_DATE Line 5 holds "13/2025", which is no date written M/yyyy.
            """);
  }

  @Test
  void rows_in_between_may_tell_what_the_rows_below_are_of() {
    String layout =
        STATISTICS
            + """
            format: csv
            columns:
            """
            + CONSTANTS
            + """
              scope_name: {column: Cửa khẩu}
              direction: {text: "{way}", words: {xuất khẩu: export, nhập khẩu: import}}
              unit: triệu USD
              period: {text: "{month}/2024", format: M/yyyy, kind: month}
              note: {text: "{mark}"}
            rows:
              - value: {column: Trị giá}
            when:
              - {column: Cửa khẩu, reads: "Tháng {month}", remember: below}
              - {column: Cửa khẩu, reads: "{number}. {way}", remember: below}
              - {column: Cửa khẩu, reads: "* ({mark})", remember: row}
              - {column: Cửa khẩu, reads: "Tổng {what}", set: {scope_type: region, scope_name: "{what}"}}
            """;
    assertThat(
            table(
                rows(
                    layout,
                    """
                    Cửa khẩu,Trị giá
                    Tân Thanh,9
                    Tháng III,
                    I. Xuất khẩu,
                    Hữu Nghị (ước),1
                    II. Nhập khẩu,
                    Hữu Nghị,2
                    Tháng 4,
                    Tổng biên giới,3
                    """),
                "scope_name",
                "period_start",
                "direction",
                "note",
                "value"))
        .isEqualTo(
            """
            Tân Thanh |  |  |  | 9
            Hữu Nghị (ước) | 2024-03-01 | export | ước | 1
            Hữu Nghị | 2024-03-01 | import |  | 2
            biên giới | 2024-04-01 | import |  | 3
            """);
  }

  @Test
  void figures_under_no_heading_are_counted() throws IOException {
    byte[] bytes =
        new TestWorkbook()
            .sheet(
                "Sheet1",
                """
                Cửa khẩu | Tháng | Chiều | Trị giá |    | So cùng kỳ
                Hữu Nghị | 3/2024 | xuất | =5 | =105.2 | =1 | ghi chú
                Tân Thanh | 3/2024 | xuất | =6 | | | =7
                """)
            .bytes();
    Layout layout = Trial.layout(LONG.replace("format: csv\ndelimiter: \";\"", "format: xlsx"));
    try (LaidOutFile file =
        LaidOutFile.open(
            "trial.xlsx",
            FileContent.of(bytes),
            layout,
            Trial.CONTRACTS.ofDataset(layout.dataset()),
            Map.of())) {
      assertThat(file).hasSize(2);
      assertThat(file.tally())
          .isEqualTo(
              "2 rows became 2; 0 rows left out, 0 empty places; 3 filled cells stand under no heading and are not read, the first is Sheet1!E2");
    }
  }
}
