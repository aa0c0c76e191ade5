package org.bienmau.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableDocs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the declaration of every table; no rows, no Spark. */
class TablesTest {
  private static final Path PAGES =
      Path.of(System.getProperty("bienmau.basedir"), "src/site/markdown/tables");

  static Stream<Table> tables() {
    return Tables.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void is_listed_after_its_inputs(Table table) {
    int here = Tables.ALL.indexOf(table);
    assertThat(table.inputs())
        .allSatisfy(input -> assertThat(Tables.ALL.indexOf(input)).isBetween(0, here - 1));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void says_what_it_is_for_and_what_a_row_is(Table table) {
    assertThat(table.purpose()).endsWith(".");
    assertThat(table.grain()).isNotEmpty().noneMatch(TableColumn::nullable);
    assertThat(table.checks()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void an_optional_column_says_what_empty_means(Table table) {
    assertThat(table.columns().stream().filter(TableColumn::nullable))
        .allSatisfy(column -> assertThat(column.description()).contains("empty"));
  }

  /** The cells of bronze keep the names that their files give them. */
  static Stream<Table> conformedTables() {
    return tables().filter(table -> table.layer() != Layer.BRONZE);
  }

  @ParameterizedTest
  @MethodSource("conformedTables")
  void a_column_of_percent_or_points_says_so_in_its_name(Table table) {
    assertThat(table.columns())
        .allSatisfy(
            column -> {
              assertThat(column.name().endsWith("_pct")).isEqualTo(column.unit().equals("%"));
              assertThat(column.name().endsWith("_points"))
                  .isEqualTo(column.unit().equals("points"));
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void names_each_column_once(Table table) {
    assertThat(table.columns()).extracting(TableColumn::name).doesNotHaveDuplicates();
  }

  @Test
  void no_two_tables_share_a_name() {
    assertThat(Tables.ALL).extracting(Table::id).doesNotHaveDuplicates();
  }

  @Test
  void only_built_tables_are_gold() {
    assertThat(Tables.RECORDED).noneMatch(table -> table.layer() == Layer.GOLD);
  }

  @Test
  void tables_that_are_wanted_come_with_what_they_are_made_of_and_no_more() {
    assertThat(Tables.wanted(List.of("gold.dwell_time")))
        .extracting(Table::id)
        .containsExactly("gold.dim_gate", "silver.publisher", "silver.crossing", "gold.dwell_time");
    assertThat(Tables.wanted(List.of())).isEqualTo(Tables.BUILT);
    assertThatThrownBy(() -> Tables.wanted(List.of("gold.dwel_time")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Cannot build 'gold.dwel_time': there is no such table. Tables that are built are gold.dim_section, ");
  }

  /** With {@code -Dbienmau.write=true} the pages are written anew instead. */
  @ParameterizedTest
  @MethodSource("tables")
  void has_a_page_that_is_not_stale(Table table) throws IOException {
    Path page = PAGES.resolve(table.id() + ".md");
    if (Boolean.getBoolean("bienmau.write")) {
      Files.writeString(page, TableDocs.render(table));
    }
    assertThat(page).exists();
    assertThat(Files.readString(page))
        .as(
            "The page of %s is stale; write it anew with ./mvnw test -Dtest=TablesTest -Dbienmau.write=true",
            table.id())
        .isEqualTo(TableDocs.render(table));
  }

  @Test
  void no_page_is_left_of_a_table_that_is_gone() throws IOException {
    List<String> known = Tables.ALL.stream().map(table -> table.id() + ".md").toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString())).allMatch(known::contains);
    }
  }
}
