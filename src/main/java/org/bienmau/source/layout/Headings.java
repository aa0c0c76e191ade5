package org.bienmau.source.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bienmau.source.Spelling;

/**
 * What the columns of a sheet are called: the texts of the header above each, from top to bottom,
 * with {@value #STEP} between them.
 *
 * @param names by column counted from 0; empty where a column has no heading of its own
 * @param above the texts of the cells above the header, row by row
 */
record Headings(List<String> names, List<String> above) {
  /** What stands between a heading and the one below it. */
  static final String STEP = " > ";

  /** A header lies near the top; a file without one is not searched to its end. */
  private static final int FURTHEST = 200;

  Headings {
    names = List.copyOf(names);
    above = List.copyOf(above);
  }

  /** The headings of a sheet, with the rows below them still to come; empty when it has none. */
  static Optional<Headings> read(RowCursor rows, HeaderRule rule) throws IOException {
    List<String> above = new ArrayList<>();
    SheetRow row = rows.next();
    for (int seen = 1; row != null && seen <= FURTHEST; seen++) {
      if (begins(row, rule)) {
        Headings headings =
            rule.rows() == 0 ? letters(rows, row, above) : texts(rows, row, rule, above);
        return Optional.of(headings);
      }
      row.cells().stream().filter(cell -> !cell.isEmpty()).forEach(c -> above.add(c.text()));
      above.add(row.raw());
      row = rows.next();
    }
    return Optional.empty();
  }

  private static boolean begins(SheetRow row, HeaderRule rule) {
    return rule.from() == null
        ? row.number() >= rule.at()
        : row.cells().stream().anyMatch(cell -> rule.from().matches(cell.text()));
  }

  private static Headings letters(RowCursor rows, SheetRow first, List<String> above) {
    List<String> names = new ArrayList<>();
    for (int column = 0; column < first.cells().size(); column++) {
      names.add(ColumnLetters.of(column));
    }
    rows.giveBack(first);
    return new Headings(names, above);
  }

  private static Headings texts(RowCursor rows, SheetRow first, HeaderRule rule, List<String> above)
      throws IOException {
    List<List<String>> lines = new ArrayList<>();
    Set<Integer> spread = new HashSet<>();
    SheetRow row = first;
    for (int line = 1; line <= rule.rows(); line++) {
      if (row != null) {
        lines.add(line(rows.sheet().merged(), row, line == rule.rows(), spread));
      }
      row = line == rule.rows() ? null : below(rows, first, line);
    }
    for (int skipped = 0; skipped < rule.skipAfter(); skipped++) {
      below(rows, first, rule.rows() + skipped);
    }
    int width = lines.stream().mapToInt(List::size).max().orElse(0);
    List<String> names = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      names.add(spread.contains(column) ? "" : path(lines, column, rule.fillsRight()));
    }
    return new Headings(names, above);
  }

  private static SheetRow below(RowCursor rows, SheetRow first, int distance) throws IOException {
    return rows.sheet().isNumbered() ? rows.next(first.number() + distance) : rows.next();
  }

  /** The texts of one row of the header, those of merged cells in all of their columns. */
  private static List<String> line(
      MergedCells merged, SheetRow row, boolean isLast, Set<Integer> spread) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < row.cells().size() || merged.at(column).isPresent(); column++) {
      int place = column;
      Cell cell = row.cell(column);
      texts.add(Spelling.tidy((cell.isEmpty() ? merged.valueAt(place).orElse(cell) : cell).text()));
      // The column of a heading that is merged over several is the leftmost of them.
      if (isLast && merged.at(place).filter(range -> range.firstColumn() < place).isPresent()) {
        spread.add(place);
      }
    }
    return texts;
  }

  private static String path(List<List<String>> lines, int column, boolean fillsRight) {
    Set<String> path = new LinkedHashSet<>();
    boolean hasOwn = false;
    for (int line = 0; line < lines.size(); line++) {
      String own = column < lines.get(line).size() ? lines.get(line).get(column) : "";
      hasOwn |= !own.isEmpty();
      boolean fills = own.isEmpty() && fillsRight && line < lines.size() - 1;
      path.add(fills ? toTheLeft(lines.get(line), column) : own);
    }
    path.remove("");
    return hasOwn ? String.join(STEP, path) : "";
  }

  private static String toTheLeft(List<String> line, int column) {
    for (int left = Math.min(column, line.size()) - 1; left >= 0; left--) {
      if (!line.get(left).isEmpty()) {
        return line.get(left);
      }
    }
    return "";
  }
}
