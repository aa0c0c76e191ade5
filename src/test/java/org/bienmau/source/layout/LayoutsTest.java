package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bienmau.source.layout.Trial.CONSTANTS;
import static org.bienmau.source.layout.Trial.CONTRACTS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bienmau.source.FolderFiles;
import org.bienmau.source.SourceDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {
  @TempDir private Path folder;

  @Test
  void everything_that_is_wrong_is_named_at_once_with_file_and_line() throws IOException {
    write(
        "a.yaml",
        """
        layout: Customs
        version: one
        description: x
        descriptionVi: y
        contract: trade_statistics
        files: {}
        format: csv
        sheets: all
        encoding: latin1
        numbers: FR
        header: {from: Gate, at: 2}
        columns:
          scope_nam: x
          scope_name: {column: "{a", fill: up}
          value: {text: "1", column: Value, format: M/yyyy}
          period: {column: Month, format: M/yy, kind: day}
          note: {colum: Note}
        when:
          - {reads: Total, leaveOut: true, stop: true}
          - {reads: Sum}
        ignor: Note
        """);
    write("b.yaml", "contract: trade");
    write("c.yaml", "contract: [");

    assertThatExceptionOfType(InvalidLayoutException.class)
        .isThrownBy(this::load)
        .withMessage(
            """
            Cannot use the layouts: 20 problems.
              - a.yaml: line 1: layout is "Customs", not a name such as customs_by_month
              - a.yaml: line 2: version is "one", not three numbers such as 1.0.0
              - a.yaml: line 6: files says neither names nor headings by which its files are known
              - a.yaml: line 8: sheets has no place here: only a workbook has sheets
              - a.yaml: line 9: encoding is "latin1", not one of utf-8, utf-16le, utf-16be, windows-1258
              - a.yaml: line 10: numbers is "FR", not one of VI, EN
              - a.yaml: line 11: header is found by one text in from, or by the number of its row in at
              - a.yaml: line 13: columns.scope_nam is not a column of trade_statistics; those are source_url, publisher, published_on, scope_type, scope_name, province, period_start, period_end, period_kind, metric, direction, commodity, regime, value, unit, qualifier, value_high, yoy_pct, mom_pct, plan_pct, note
              - a.yaml: line 14: columns.scope_name.column "{a" has a brace that is no part such as {month} or {year#}
              - a.yaml: line 14: columns.scope_name.fill is "up", not one of merged, down
              - a.yaml: line 15: columns.value needs text, or column or at, and not both
              - a.yaml: line 15: columns.value.format is of dates, and value is a number
              - a.yaml: line 16: columns.period.format "M/yy" does not tell a day
              - a.yaml: line 17: columns.note needs text, or column or at, and not both
              - a.yaml: line 17: columns.note.colum is not a key known here
              - a.yaml: line 19: when[0] has more than one of leaveOut, stop, set, setBelow and remember; write a condition for each, several may be for the same row
              - a.yaml: line 20: when[1] needs one of leaveOut, stop, set, setBelow and remember
              - a.yaml: line 21: ignor is not a key known here
              - b.yaml: line 1: contract is "trade", not one of fx_rates, origin_certificates, plans, published_figures, trade_declarations, trade_statistics, vehicle_counts, vehicle_crossings
              - c.yaml: it is no YAML: while parsing a flow node in c.yaml, line 1, column 12: contract: [ ^ expected the node content, but found '<stream end>' in c.yaml, line 1, column 12: contract: [ ^
            Correct them; src/site/markdown/layouts.md tells what may stand where.""");
  }

  @Test
  void parts_that_nothing_remembers_and_columns_that_nothing_fills_are_named() throws IOException {
    write(
        "a.yaml",
        """
        layout: a
        version: 1.0.0
        description: x
        descriptionVi: y
        contract: trade_statistics
        files: {names: ["x-{year#}.csv", "y.csv"]}
        format: csv
        title: "{year#}"
        columns:
          scope_name: {column: Gate}
          period: {text: "{month}/{year}", format: M/yyyy, kind: month}
          value: {column: "{way} value"}
          yoy_pct: {column: "{measure} growth"}
        """);

    assertThatExceptionOfType(InvalidLayoutException.class)
        .isThrownBy(this::load)
        .withMessage(
            """
            Cannot use the layouts: 5 problems.
              - a.yaml: line 6: files: "y.csv" does not remember all of [year]
              - a.yaml: line 8: title: {year} is remembered already
              - a.yaml: line 11: period needs {month}, which nothing remembers; known are file, measure, sheet, way, year
              - a.yaml: line 13: no heading remembers all of [measure, way], so that nobody can tell which cells belong together; write * for parts that nothing uses
              - a.yaml: line 13: nothing fills scope_type, metric, direction, commodity, regime, unit, which every row of trade_statistics needs
            Correct them; src/site/markdown/layouts.md tells what may stand where.""");
  }

  @Test
  void a_file_is_for_the_layout_that_its_name_its_kind_and_its_headings_fit() throws IOException {
    write("names.yaml", layout("by_name", "{names: \"bulletin-*.csv\"}"));
    write("headings.yaml", layout("by_headings", "{headings: [Gate, \"Value (*)\"]}"));
    Layouts layouts = load();

    assertThat(layouts.of("bulletin-3.csv", content("Other\n")).orElseThrow().name())
        .isEqualTo("by_name");
    assertThat(layouts.of("x.csv", content("Gate,Value (USD)\n")).orElseThrow().name())
        .isEqualTo("by_headings");
    assertThat(layouts.of("x.csv", content("Gate,Worth\n"))).isEmpty();
    assertThat(layouts.whyNone("x.csv", content("Gate,Worth\n")))
        .isEqualTo(
            "by_headings finds no heading \"Value (*)\"; by_name is for files named \"bulletin-*.csv\"");
    assertThat(layouts.whyNone("bulletin-1.csv", content("{\"a\": 1}\n")))
        .isEqualTo(
            "by_headings is for delimited text, and the file is lines of JSON; by_name is for delimited text, and the file is lines of JSON");
  }

  @Test
  void a_file_for_which_two_layouts_are_is_refused_with_both() throws IOException {
    write("names.yaml", layout("by_name", "{names: \"*.csv\"}"));
    write("headings.yaml", layout("by_headings", "{headings: Gate}"));

    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> load().of("x.csv", content("Gate,Value\n")))
        .withMessage(
            "Cannot ingest x.csv: several layouts are for it: by_headings (headings.yaml), by_name (names.yaml). Narrow files in all but one of them, or name one with --layout.");
  }

  @Test
  void two_layouts_do_not_share_a_name_and_another_text_is_another_layout() throws IOException {
    write("a.yaml", layout("same", "{names: a.csv}"));
    Layout before = load().all().get(0);
    write("a.yaml", layout("same", "{names: a.csv} # changed"));

    assertThat(load().all().get(0).hash()).hasSize(16).isNotEqualTo(before.hash());
    assertThat(before.id()).isEqualTo("same 1.0.0 (" + before.hash() + ")");

    write("b.yaml", layout("same", "{names: b.csv}"));
    assertThatExceptionOfType(InvalidLayoutException.class)
        .isThrownBy(this::load)
        .withMessageContaining("b.yaml: the layout same stands in a.yaml already");
  }

  private static String layout(String name, String files) {
    return """
        layout: %s
        version: 1.0.0
        description: x
        descriptionVi: y
        contract: trade_statistics
        files: %s
        format: csv
        columns:
        """
            .formatted(name, files)
        + CONSTANTS
        + """
          scope_name: {column: Gate}
          period: {text: "2024", format: yyyy, kind: year}
          direction: total
          unit: USD
          value: {column: "Value*"}
        """;
  }

  private static FileContent content(String text) {
    return FileContent.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Layouts load() throws IOException {
    return Layouts.load(FolderFiles.in(folder, Layouts.ENDING), CONTRACTS);
  }
}
