package org.bienmau.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bienmau.reference.Gate;

/**
 * A year's declared trade of the gates as customs offices lay it out: a row for each gate, two
 * columns for each month, in million USD.
 */
final class GateWorkbook {
  static final String DATASET = "trade_statistics";

  private static final int MONTHS = 12;
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final int DECIMALS = 6;

  private final History history;
  private final List<MonthSums> months = new ArrayList<>();

  GateWorkbook(History history) {
    this.history = history;
  }

  void add(MonthSums sums) {
    months.add(sums);
  }

  static String fileName(int year) {
    return Simulation.FILE_PREFIX + "months_" + year + ".xlsx";
  }

  /** How many rows have a gate. */
  int rows() {
    return history.border.gates.size();
  }

  byte[] file(int year) {
    SheetBytes sheet = new SheetBytes();
    sheet.row().text("DỮ LIỆU MÔ PHỎNG – SIMULATED, none of it happened");
    sheet.row().text("Kim ngạch khai báo qua các cửa khẩu năm %d (triệu USD)".formatted(year));
    sheet.row().text("Cửa khẩu").over(1, 2).text("Tỉnh").over(1, 2);
    for (int month = 1; month <= MONTHS; month++) {
      sheet.text("Tháng " + month).over(2, 1);
    }
    sheet.row().empty().empty();
    for (int month = 1; month <= MONTHS; month++) {
      sheet.text("Xuất khẩu").text("Nhập khẩu");
    }
    for (int gate = 0; gate < rows(); gate++) {
      Gate place = history.border.gates.get(gate);
      String province =
          history.registers.provinceOf(place.sectionId(), LocalDate.of(year, 12, 31)).nameVi();
      sheet.row().text(place.nameVi()).text(province);
      for (MonthSums month : months) {
        for (int direction = 0; direction < Border.DIRECTIONS; direction++) {
          BigDecimal usd = month.usd(gate * Border.DIRECTIONS + direction, 0);
          if (usd.signum() == 0) {
            sheet.empty();
          } else {
            sheet.number(usd.divide(MILLION, DECIMALS, RoundingMode.HALF_UP).toPlainString());
          }
        }
      }
    }
    sheet.row().text("Nguồn: mô phỏng, %s".formatted(history.model.source(DATASET)));
    return sheet.file("Theo tháng");
  }
}
