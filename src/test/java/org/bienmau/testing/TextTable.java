package org.bienmau.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A small table written in a test: a line of column names, then a line per row, cells parted by
 * {@code |}. A blank cell is an empty value (null), {@code ''} is a text of no characters.
 */
record TextTable(List<String> columns, List<List<String>> rows) {

  static TextTable of(String text) {
    List<List<String>> lines = text.strip().lines().map(TextTable::cells).toList();
    List<String> columns = lines.get(0);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).size() != columns.size()) {
        throw new IllegalArgumentException(
            "Cannot read row %d of the table in this test: it has %d cells, the header has %d."
                .formatted(i, lines.get(i).size(), columns.size()));
      }
    }
    return new TextTable(columns, lines.subList(1, lines.size()));
  }

  private static List<String> cells(String line) {
    return Collections.unmodifiableList(
        new ArrayList<>(
            Arrays.stream(line.split("\\|", -1)).map(String::strip).map(TextTable::cell).toList()));
  }

  private static String cell(String written) {
    if (written.isEmpty()) {
      return null;
    }
    return written.equals("''") ? "" : written;
  }

  /** One row as it would be written, so that a failure can be copied into the test. */
  static String line(List<String> cells) {
    List<String> written = new ArrayList<>();
    for (String cell : cells) {
      written.add(cell == null ? "" : cell.isEmpty() ? "''" : cell);
    }
    return String.join(" | ", written).stripTrailing();
  }
}
