package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.source.layout.Trial.rows;
import static org.bienmau.source.layout.Trial.table;

import java.io.IOException;
import java.util.List;
import org.bienmau.source.SourceRow;
import org.junit.jupiter.api.Test;

/**
 * A workbook with everything that makes people say that theirs cannot be read: a cover, a hidden
 * sheet, headings in three rows over merged cells, months in roman numerals, names merged over
 * their rows, section rows, figures as texts, formulas, marks of footnotes, notes and signatures
 * below.
 */
class StrangeWorkbookTest {
  private static final String LAYOUT =
      """
      layout: strange
      version: 1.0.0
      description: Gates and goods by month, a sheet for each direction.
      descriptionVi: Cửa khẩu và mặt hàng theo tháng, mỗi chiều một trang tính.
      contract: trade_statistics
      format: xlsx
      files: {names: "*.xlsx"}
      sheets: "Biểu {way} (5?)"
      title: "*năm {year#}*"
      header: {from: TT, rows: 3}
      numbers: VI
      missing: ["…", x]
      zero: ["-"]
      footnotes: ["(#)", "(*)", "*"]
      columns:
        publisher: simulated
        published_on: 2025-01-10
        scope_type: gate
        scope_name: {column: Cửa khẩu, fill: merged}
        metric: trade_value
        direction: {text: "{way}", words: {XK: export, NK: import}}
        commodity: {column: Mặt hàng, words: {hoa quả tươi: fruit, cộng: all}}
        regime: {text: "{regime}", words: {chính ngạch: customs_declared, cư dân: border_resident}}
        unit: nghìn USD
      rows:
        - period: {text: "{month}/{year}", format: M/yyyy, kind: month}
          value: {column: "Quý {quarter} > {month} > Trị giá"}
          yoy_pct: {column: "Quý {quarter} > {month} > So cùng kỳ (%)"}
        - period: {text: "31/12/{year}", format: d/M/yyyy, kind: year}
          value: {column: Cả năm}
      ignore: TT
      when:
        - {column: TT, reads: "{number}. Hàng {regime}", remember: below}
        - {reads: [Ghi chú*, "(*) *", Người lập*], stop: true}
      """;

  private static final String EXPORTS =
      """
      Đơn vị: Ban quản lý (số liệu mô phỏng)
      BIỂU TỔNG HỢP TRỊ GIÁ HÀNG HÓA NĂM 2024
      | | | | | | (nghìn USD)
      TT | Cửa khẩu | Mặt hàng | Quý I | | | | Cả năm
       | | | I | | XII |
       | | | Trị giá | So\\ncùng kỳ (%) | Trị giá | So cùng kỳ (%)
      A. Hàng chính ngạch
      1 | Hữu Nghị | Hoa quả tươi | 1.234(*) | 105,2 | ~105.2 | %0.052 | =1339.2
       | | Cộng | 12.345,6 (1) | -0,5* | - | x | ?SUM(D9:F9)
      2 | Chi Ma | Cộng | … | … | !#DIV/0! | | &
      B. Hàng cư dân
      1 | Tân Thanh | Hoa quả tươi | 1,5 triệu | | 12.5 | | ~7

      Ghi chú: (1) số sơ bộ; (*) ước tính
       | Người lập biểu | | | | | TRƯỞNG BAN
      """;

  private static final String[] MERGED = {
    "A4:A6", "B4:B6", "C4:C6", "D4:G4", "H4:H6", "D5:E5", "F5:G5", "A7:H7", "B8:B9", "A11:H11"
  };

  private static byte[] workbook() {
    return new TestWorkbook()
        .sheet("Bìa", "SỞ CÔNG THƯƠNG\nNăm 2023")
        .sheet("Biểu XK (5?)", EXPORTS, MERGED)
        .sheet("nháp", "1 | 2 | 3")
        .hide("nháp")
        .bytes();
  }

  @Test
  void a_layout_alone_brings_it_in() {
    List<SourceRow> rows = rows(LAYOUT, "strange.xlsx", workbook());

    assertThat(
            table(
                rows,
                "origin",
                "scope_name",
                "commodity",
                "regime",
                "direction",
                "period_start",
                "period_kind",
                "value",
                "yoy_pct"))
        .isEqualTo(
            """
            'Biểu XK (5?)'!D8 | Hữu Nghị | fruit | customs_declared | export | 2024-01-01 | month | 1234 | 105.2
            'Biểu XK (5?)'!F8 | Hữu Nghị | fruit | customs_declared | export | 2024-12-01 | month | 105.2 | 5.2%
            'Biểu XK (5?)'!H8 | Hữu Nghị | fruit | customs_declared | export | 2024-01-01 | year | 1339.2 |
            'Biểu XK (5?)'!D9 | Hữu Nghị | all | customs_declared | export | 2024-01-01 | month | 12345.6 | -0.5
            'Biểu XK (5?)'!F9 | Hữu Nghị | all | customs_declared | export | 2024-12-01 | month | 0 |
            'Biểu XK (5?)'!H9 | Hữu Nghị | all | customs_declared | export | 2024-01-01 | year | =SUM(D9:F9) |
            'Biểu XK (5?)'!F10 | Chi Ma | all | customs_declared | export | 2024-12-01 | month | #DIV/0! |
            'Biểu XK (5?)'!D12 | Tân Thanh | fruit | border_resident | export | 2024-01-01 | month | 1.5 triệu |
            'Biểu XK (5?)'!F12 | Tân Thanh | fruit | border_resident | export | 2024-12-01 | month | 12.5 |
            'Biểu XK (5?)'!H12 | Tân Thanh | fruit | border_resident | export | 2024-01-01 | year | 7 |
            """);
    assertThat(
            table(
                rows.stream().filter(row -> !row.faults().isEmpty()).toList(), "origin", "faults"))
        .isEqualTo(
            """
            'Biểu XK (5?)'!H9 | CELL_ERROR Cell 'Biểu XK (5?)'!H9 holds a formula without its value; open the workbook in a spreadsheet program and save it.
            'Biểu XK (5?)'!F10 | CELL_ERROR Cell 'Biểu XK (5?)'!F10 shows the error #DIV/0!.
            'Biểu XK (5?)'!F12 | NOT_A_NUMBER Cell 'Biểu XK (5?)'!F12 holds "12.5", which is no number written the way that the layout declares, VI.
            """);
  }

  @Test
  void it_can_be_looked_at_before_there_is_a_layout() throws IOException {
    List<SheetLook.Seen> seen = SheetLook.at("strange.xlsx", FileContent.of(workbook()), 9);

    assertThat(seen)
        .extracting(SheetLook.Seen::name, SheetLook.Seen::isHidden)
        .hasToString("[(\"Bìa\", false), (\"Biểu XK (5?)\", false), (\"nháp\", true)]");
    assertThat(seen.get(1).lines())
        .extracting(line -> line.number() + ": " + String.join(" | ", line.cells()))
        .containsExactly(
            "1: Đơn vị: Ban quản lý (số liệu mô phỏng)",
            "2: BIỂU TỔNG HỢP TRỊ GIÁ HÀNG HÓA NĂM 2024",
            "3:  |  |  |  |  |  | (nghìn USD)",
            "4: TT | Cửa khẩu | Mặt hàng | Quý I | < | < | < | Cả năm",
            "5: ^ | ^ | ^ | I | < | XII",
            "6: ^ | ^ | ^ | Trị giá | So cùng kỳ (%) | Trị giá | So cùng kỳ (%)",
            "7: A. Hàng chính ngạch",
            "8: \"1\" | Hữu Nghị | Hoa quả tươi | \"1.234(*)\" | \"105,2\" | 105.2 | 5.2% | 1339.2",
            "9:  | ^ | Cộng | \"12.345,6 (1)\" | \"-0,5*\" | - | x | =SUM(D9:F9) (CELL_ERROR)");
  }
}
