package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bienmau.source.layout.Trial.CONSTANTS;
import static org.bienmau.source.layout.Trial.STATISTICS;
import static org.bienmau.source.layout.Trial.rows;
import static org.bienmau.source.layout.Trial.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.bienmau.source.SourceDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFilesTest {
  private static final String TEXT = "Cửa khẩu;Trị giá\nHữu Nghị;1\nTà Lùng;2\n";

  private static String layout(String encoding) {
    return STATISTICS
        + "format: csv\ndelimiter: \";\"\nnumbers: EN\n"
        + encoding
        + "\ncolumns:\n"
        + CONSTANTS
        + """
          scope_name: {column: Cửa khẩu}
          period: {text: "2024", format: yyyy, kind: year}
          direction: total
          unit: USD
          value: {column: Trị giá}
        """;
  }

  private static String read(String encoding, byte[] bytes) {
    return table(rows(layout(encoding), "trial.csv", bytes), "scope_name", "value", "faults");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_tells_the_encoding(String charset) {
    assertThat(read("", ("\uFEFF" + TEXT).getBytes(Charset.forName(charset))))
        .isEqualTo("Hữu Nghị | 1 |\nTà Lùng | 2 |\n");
    assertThat(
            read(
                "encoding: " + charset.toLowerCase(Locale.ROOT),
                TEXT.getBytes(Charset.forName(charset))))
        .isEqualTo("Hữu Nghị | 1 |\nTà Lùng | 2 |\n");
  }

  @Test
  void vietnamese_windows_text_is_composed() {
    byte[] bytes = windows1258("Cửa khẩu;Trị giá\nHữu Nghị;1\nTà Lùng;2\n");

    assertThat(bytes).hasSizeGreaterThan(TEXT.length());
    assertThat(read("encoding: windows-1258", bytes)).isEqualTo("Hữu Nghị | 1 |\nTà Lùng | 2 |\n");
  }

  @Test
  void a_byte_that_is_no_text_refuses_its_row_and_is_found_by_its_place() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(windows1258("Cửa khẩu;Trị giá\nTà Lùng;2\nA"));
    int place = bytes.size();
    bytes.write(0x8D);
    bytes.writeBytes(windows1258("B;3\n"));

    assertThat(read("encoding: windows-1258", bytes.toByteArray()))
        .isEqualTo(
            """
            Tà Lùng | 2 |
            A\\x8DB | 3 | ENCODING Line 3, column 1 holds bytes that mean nothing in the encoding of the file, 8D; the first one of the row stands behind %d others.
            """
                .formatted(place));
  }

  @Test
  void an_encoding_that_the_file_contradicts_is_an_error() {
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(
            () ->
                read(
                    "encoding: windows-1258",
                    ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
        .withMessage(
            "Cannot ingest trial.csv: it begins with the byte order mark of utf-16le, and is said to be windows-1258. Correct the encoding in the layout, or leave it out.");
    byte[] whole = TEXT.getBytes(StandardCharsets.UTF_16LE);
    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> read("encoding: utf-16le", Arrays.copyOf(whole, whole.length - 1)))
        .withMessage(
            "Cannot ingest trial.csv: it is no UTF-16: a single byte stands alone around byte 74. Save the file again as UTF-8, or correct the encoding in the layout.");
  }

  @Test
  void lines_of_json_name_their_cells_and_keep_their_digits() {
    String layout =
        STATISTICS
            + """
            format: jsonl
            columns:
            """
            + CONSTANTS
            + """
              scope_name: {column: gate > name}
              direction: {column: way, words: {X: export, N: import}}
              period: {text: "{month}", format: yyyy-MM, kind: month}
              unit: triệu USD
              value: {column: "months > {month}"}
            ignore: id
            """;

    assertThat(
            table(
                rows(
                    layout,
                    """
                    {"id": 1, "gate": {"name": "Hữu Nghị"}, "way": "X", "months": {"2024-01": 105.2, "2024-02": null, "2024-03": 0.30000000000000004}}
                    {"gate": {"name": "Chi Ma"}, "way": "N", "months": {"2024-02": 1e2}}
                    {"gate": {"name": "Chi Ma"}, "way": "N", "month": 1}
                    {"gate": "x", "gate": "y"}
                    [1]
                    """),
                "line",
                "scope_name",
                "direction",
                "period_start",
                "value",
                "origin",
                "faults"))
        .isEqualTo(
            """
            2 | Hữu Nghị | export | 2024-01-01 | 105.2 | line 1, months > 2024-01 |
            3 | Hữu Nghị | export | 2024-03-01 | 0.30000000000000004 | line 1, months > 2024-03 |
            4 | Chi Ma | import | 2024-02-01 | 100 | line 2, months > 2024-02 |
            5 | - | - | - | - | line 3 | UNKNOWN_KEY Line 3 has the key "month", of which the layout says nothing.
            6 | - | - | - | - | line 4 | NOT_JSON Line 4 is not one whole object of JSON; it breaks at its letter 21.
            7 | - | - | - | - | line 5 | NOT_JSON Line 5 is not one whole object of JSON.
            """);
  }

  /** Letters that the code page has, with tone marks behind them where it has no whole letter. */
  private static byte[] windows1258(String text) {
    StringBuilder apart = new StringBuilder();
    Charset charset = Charset.forName("windows-1258");
    for (char letter : text.toCharArray()) {
      String one = String.valueOf(letter);
      if (charset.newEncoder().canEncode(one)) {
        apart.append(one);
        continue;
      }
      String decomposed = Normalizer.normalize(one, Normalizer.Form.NFD);
      String base = decomposed.substring(0, 1);
      String marks = decomposed.substring(1);
      for (int i = marks.length() - 1; i >= 0; i--) {
        String joined = Normalizer.normalize(base + marks.charAt(i), Normalizer.Form.NFC);
        if (joined.length() == 1 && charset.newEncoder().canEncode(joined)) {
          base = joined;
          marks = marks.substring(0, i) + marks.substring(i + 1);
        }
      }
      apart.append(base).append(marks);
    }
    return apart.toString().getBytes(charset);
  }
}
