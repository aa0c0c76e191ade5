package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultTableTest {
  private static final ResultTable TABLE =
      ResultTable.of("gate", "value_usd", "note")
          .with("Hữu Nghị", new BigDecimal("3100000000.00"), null)
          .with(Normalizer.normalize("Lạng Sơn", Normalizer.Form.NFD), 5L, "a")
          .with("友谊关", null, "b,\"c\"");

  @Test
  void columns_are_aligned_by_what_the_reader_sees() {
    assertThat(TABLE.as(OutputFormat.TABLE))
        .isEqualTo(
            """
            gate          value_usd  note
            --------  -------------  -----
            Hữu Nghị  3100000000.00
            Lạng Sơn              5  a
            友谊关                   b,"c"
            (3 rows)
            """);
  }

  @Test
  void one_row_is_counted_in_the_singular_and_no_row_is_said_too() {
    assertThat(ResultTable.of("a").with("b").as(OutputFormat.TABLE)).endsWith("(1 row)\n");
    assertThat(ResultTable.of("a").as(OutputFormat.TABLE)).isEqualTo("a\n-\n(0 rows)\n");
  }

  @Test
  void a_text_cannot_steer_the_terminal_or_break_the_line() {
    assertThat(ResultTable.of("a").with("x\u001b[31m\ny").as(OutputFormat.TABLE))
        .isEqualTo("a\n--------\nx [31m y\n(1 row)\n");
  }

  @Test
  void json_keeps_numbers_and_empty_cells_apart_from_texts() {
    assertThat(
            TABLE
                .with("x\"\n\u0001", List.of(1, "b"), LocalDate.of(2024, 3, 1))
                .as(OutputFormat.JSON))
        .isEqualTo(
            """
            [
            {"gate":"Hữu Nghị","value_usd":3100000000.00,"note":null},
            {"gate":"%s","value_usd":5,"note":"a"},
            {"gate":"友谊关","value_usd":null,"note":"b,\\"c\\""},
            {"gate":"x\\"\\n\\u0001","value_usd":[1,"b"],"note":"2024-03-01"}
            ]
            """
                .formatted(Normalizer.normalize("Lạng Sơn", Normalizer.Form.NFD)));
    assertThat(ResultTable.of("a").as(OutputFormat.JSON)).isEqualTo("[]\n");
  }

  @Test
  void csv_tells_an_empty_cell_from_an_empty_text() {
    assertThat(ResultTable.of("a", "b").with(null, "").with("x,y", "\"q\"").as(OutputFormat.CSV))
        .isEqualTo("a,b\n,\"\"\n\"x,y\",\"\"\"q\"\"\"\n");
  }
}
