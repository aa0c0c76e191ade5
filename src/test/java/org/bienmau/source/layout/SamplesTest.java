package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.source.layout.Trial.CONTRACTS;
import static org.bienmau.source.layout.Trial.rows;
import static org.bienmau.source.layout.Trial.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bienmau.source.FolderFiles;
import org.junit.jupiter.api.Test;

/** The samples that the project carries, each through the layout that is for it. */
class SamplesTest {
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir", "."));

  private final Layouts layouts;

  SamplesTest() throws IOException {
    layouts = Layouts.load(FolderFiles.in(HOME.resolve("conf/layouts"), Layouts.ENDING), CONTRACTS);
  }

  private String read(String sample, String... columns) throws IOException {
    byte[] bytes = Files.readAllBytes(HOME.resolve("src/main/data/samples").resolve(sample));
    Layout layout = layouts.of(sample, FileContent.of(bytes)).orElseThrow();
    return table(rows(layout, sample, bytes), columns);
  }

  @Test
  void months_across_under_merged_headings() throws IOException {
    assertThat(
            read(
                "sample-xnk-theo-thang-2024.xlsx",
                "scope_type",
                "scope_name",
                "period_start",
                "direction",
                "value",
                "origin",
                "faults"))
        .startsWith(
            """
            gate | Hữu Nghị | 2024-01-01 | export | 105.2 | 'Tổng hợp'!C6 |
            gate | Hữu Nghị | 2024-01-01 | import | 212.4 | 'Tổng hợp'!D6 |
            gate | Hữu Nghị | 2024-02-01 | export | 98.7 | 'Tổng hợp'!E6 |
            """)
        .contains(
            "gate | Tân Thanh | 2024-03-01 | import | 20.4 | 'Tổng hợp'!H7 |",
            "gate | Chi Ma | 2024-01-01 | export | 12.5 | 'Tổng hợp'!C8 |\n"
                + "gate | Chi Ma | 2024-01-01 | import | 9.8 | 'Tổng hợp'!D8 |\n"
                + "gate | Chi Ma | 2024-03-01 | export | 13.1 | 'Tổng hợp'!G8 |",
            "gate | Cốc Nam | 2024-01-01 | export | 0 | 'Tổng hợp'!C9 |",
            "province | Lạng Sơn | 2024-01-01 | export | 159 | 'Tổng hợp'!C10 |")
        .hasLineCount(28);
  }

  @Test
  void a_bulletin_with_kinds_of_goods_across_and_the_day_in_its_title() throws IOException {
    assertThat(
            read(
                "sample-ban-tin-ngay-2024-08-22.xlsx",
                "source_id",
                "gate_id",
                "day",
                "direction",
                "cargo_kind",
                "cleared",
                "waiting",
                "published_at",
                "faults"))
        .isEqualTo(
            """
            simulated_board | Hữu Nghị | 2024-08-22 | export | fruit | 180 | 120 | 2024-08-22T20:00:00+07:00 |
            simulated_board | Hữu Nghị | 2024-08-22 | export | other | 40 | 61 | 2024-08-22T20:00:00+07:00 |
            simulated_board | Hữu Nghị | 2024-08-22 | import | fruit | 25 |  | 2024-08-22T20:00:00+07:00 |
            simulated_board | Hữu Nghị | 2024-08-22 | import | other | 489 |  | 2024-08-22T20:00:00+07:00 |
            simulated_board | Hữu Nghị | 2024-08-22 | import | new_vehicle | 50 |  | 2024-08-22T20:00:00+07:00 |
            simulated_board | Tân Thanh | 2024-08-22 | export | fruit | 44 | 90 | 2024-08-22T20:00:00+07:00 |
            simulated_board | Tân Thanh | 2024-08-22 | export | other | 31 | 70 | 2024-08-22T20:00:00+07:00 |
            simulated_board | Tân Thanh | 2024-08-22 | import | other | 272 |  | 2024-08-22T20:00:00+07:00 |
            simulated_board | Cốc Nam | 2024-08-22 | export | fruit | 0 | 6 | 2024-08-22T20:00:00+07:00 |
            simulated_board | Cốc Nam | 2024-08-22 | export | other | 4 | 2 | 2024-08-22T20:00:00+07:00 |
            simulated_board | Cốc Nam | 2024-08-22 | import | other | 5 |  | 2024-08-22T20:00:00+07:00 |
            simulated_board | Chi Ma | 2024-08-22 | export | fruit | 10 | 0 | 2024-08-22T20:00:00+07:00 |
            simulated_board | Chi Ma | 2024-08-22 | export | other | 19 | 20 | 2024-08-22T20:00:00+07:00 |
            simulated_board | Chi Ma | 2024-08-22 | import | other | 74 |  | 2024-08-22T20:00:00+07:00 |
            """);
  }

  @Test
  void ratios_of_a_hundred_become_growth() throws IOException {
    assertThat(
            read(
                "sample-gso-xuat-nhap-khau-2024.xlsx",
                "scope_name",
                "direction",
                "period_start",
                "period_end",
                "period_kind",
                "value",
                "qualifier",
                "yoy_pct",
                "mom_pct",
                "faults"))
        .startsWith(
            """
            Lạng Sơn | export | 2024-02-01 | 2024-02-29 | month | 137600 | approx | -3.6 | -13.5 |
            Lạng Sơn | export | 2024-01-01 | 2024-02-29 | ytd | 296600 | exact | 1.7 |  |
            Lào Cai | export | 2024-02-01 | 2024-02-29 | month | 52300 | approx | 5.2 | -9 |
            Lào Cai | export | 2024-01-01 | 2024-02-29 | ytd | 109800 | exact |  |  |
            """)
        .contains(
            "Lào Cai | export | 2024-03-01 | 2024-03-31 | month | 61900 | approx | 40.78 | 18.4 |")
        .hasLineCount(16);
  }

  @Test
  void a_long_table_in_windows_1258() throws IOException {
    assertThat(
            read(
                "sample-luong-va-tri-gia.csv",
                "scope_name",
                "period_start",
                "direction",
                "commodity",
                "metric",
                "value",
                "unit",
                "origin",
                "faults"))
        .isEqualTo(
            """
            Hữu Nghị | 2024-01-01 | export | sầu riêng | trade_weight | 1449.566 | tấn | line 2 |
            Hữu Nghị | 2024-01-01 | export | sầu riêng | trade_value | gần 4.5 | triệu USD | line 3 |
            Tân Thanh | 2024-01-01 | export | thanh long | trade_weight | 12300 | tấn | line 4 |
            Móng Cái | 2024-02-01 | import | trái cây | trade_value | 35 - 40 | tỷ đồng | line 6 |
            Cổng Trời | 2024-02-01 | import | trái cây | trade_value | 3.5 | tỷ đồng | line 7 |
            """);
  }

  @Test
  void lines_of_json_with_directions_as_keys() throws IOException {
    assertThat(
            read(
                "sample-ke-hoach-2024.jsonl",
                "scope_name",
                "period_end",
                "direction",
                "value",
                "published_on",
                "decision",
                "origin",
                "faults"))
        .isEqualTo(
            """
            Lạng Sơn | 2024-12-31 | export | 1300 | 2023-12-20 | 01/NQ-MP | line 1, targets > export |
            Lạng Sơn | 2024-12-31 | import | 2500.5 | 2023-12-20 | 01/NQ-MP | line 1, targets > import |
            Lào Cai | 2024-12-31 | export | 620 | 2023-12-28 | 02/NQ-MP | line 2, targets > export |
            """);
  }
}
