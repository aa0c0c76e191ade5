package org.bienmau.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command answers: named columns and rows, to be shown to a person or read by a program.
 *
 * @param columns their names
 * @param rows one value per column; null is an empty cell
 */
record ResultTable(List<String> columns, List<List<Object>> rows) implements Answer {

  ResultTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Begins a table without rows. */
  static ResultTable of(String... columns) {
    return new ResultTable(List.of(columns), List.of());
  }

  /** This table and one more row. */
  ResultTable with(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalStateException(
          "Cannot add a row of %d cells to a table of %d columns."
              .formatted(cells.length, columns.size()));
    }
    List<List<Object>> more = new ArrayList<>(rows);
    more.add(Collections.unmodifiableList(Arrays.asList(cells)));
    return new ResultTable(columns, more);
  }

  @Override
  public String as(OutputFormat format) {
    return switch (format) {
      case TABLE -> table();
      case JSON -> json();
      case CSV -> csv();
    };
  }

  private String table() {
    int[] widths = new int[columns.size()];
    boolean[] numeric = new boolean[columns.size()];
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns);
    rows.forEach(row -> lines.add(row.stream().map(ResultTable::shown).toList()));
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] = lines.stream().mapToInt(line -> TextWidth.of(line.get(column))).max().orElse(0);
      numeric[i] = isNumeric(i);
    }
    StringBuilder text = new StringBuilder();
    for (int l = 0; l < lines.size(); l++) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        String cell = lines.get(l).get(i);
        cells.add(numeric[i] ? TextWidth.right(cell, widths[i]) : TextWidth.left(cell, widths[i]));
      }
      text.append(String.join("  ", cells).stripTrailing()).append("\n");
      if (l == 0) {
        text.append(String.join("  ", Arrays.stream(widths).mapToObj("-"::repeat).toList()))
            .append("\n");
      }
    }
    return text.append(rows.size() == 1 ? "(1 row)" : "(%d rows)".formatted(rows.size()))
        .append("\n")
        .toString();
  }

  /** A column in which every cell that is not empty is a number, and one is. */
  private boolean isNumeric(int column) {
    List<Object> filled =
        rows.stream().map(row -> row.get(column)).filter(cell -> cell != null).toList();
    return !filled.isEmpty() && filled.stream().allMatch(Number.class::isInstance);
  }

  private String json() {
    List<String> objects = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), row.get(i));
      }
      objects.add(Json.of(object));
    }
    return objects.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", objects) + "\n]\n";
  }

  private String csv() {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", columns.stream().map(ResultTable::quoted).toList())).append("\n");
    for (List<Object> row : rows) {
      text.append(
              String.join(",", row.stream().map(c -> c == null ? "" : quoted(written(c))).toList()))
          .append("\n");
    }
    return text.toString();
  }

  /** An empty text is written in quotes, an empty cell is not, so that they can be told apart. */
  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static String shown(Object cell) {
    return cell == null ? "" : TextWidth.printable(written(cell));
  }

  private static String written(Object cell) {
    if (cell instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return cell instanceof Iterable || cell instanceof Map ? Json.of(cell) : cell.toString();
  }
}
