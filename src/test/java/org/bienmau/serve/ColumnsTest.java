package org.bienmau.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds tables to the shape that the page's scripts read. */
final class ColumnsTest {
  @Test
  void a_text_that_repeats_is_kept_once_and_numbered() {
    assertThat(
            Columns.json(
                List.of("scope_id", "value"),
                List.of(
                    row("lao_cai", new BigDecimal("197000000.0000")),
                    row("lang_son", new BigDecimal("4.7800")),
                    row("lao_cai", new BigDecimal("1.5")),
                    row("lang_son", null))))
        .isEqualTo(
            "{\"n\":4,\"c\":{\"scope_id\":{\"d\":[\"lang_son\",\"lao_cai\"],\"i\":[0,0,1,1]},"
                + "\"value\":{\"v\":[null,4.78,1.5,197000000]}}}");
  }

  @Test
  void an_empty_cell_is_neither_a_text_nor_a_zero() {
    assertThat(Columns.json(List.of("note", "months"), List.of(row(null, null), row("a", 0))))
        .isEqualTo(
            "{\"n\":2,\"c\":{\"note\":{\"d\":[\"a\"],\"i\":[-1,0]},\"months\":{\"v\":[null,0]}}}");
  }

  @Test
  void a_table_without_rows_keeps_its_columns() {
    assertThat(Columns.json(List.of("value"), List.of()))
        .isEqualTo("{\"n\":0,\"c\":{\"value\":{\"d\":[],\"i\":[]}}}");
  }

  @Test
  void the_order_in_which_rows_arrive_does_not_show() {
    List<Object> first = row("cao_bang", 3);
    List<Object> second = row("quang_ninh", 12);
    List<String> names = List.of("section_id", "figures");
    assertThat(Columns.json(names, List.of(second, first)))
        .isEqualTo(Columns.json(names, List.of(first, second)));
  }

  @Test
  void no_text_can_end_the_element_that_carries_it() {
    assertThat(PageJson.of("</script><b>\u2028 \"Lào Cai\" \\ \n"))
        .isEqualTo("\"\\u003c/script>\\u003cb>\\u2028 \\\"Lào Cai\\\" \\\\ \\u000a\"");
  }

  @Test
  void a_quantity_is_written_without_an_exponent() {
    assertThat(PageJson.of(new BigDecimal("52000000000.0000"))).isEqualTo("52000000000");
    assertThat(PageJson.of(new BigDecimal("0.0000"))).isEqualTo("0");
  }

  private static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }
}
