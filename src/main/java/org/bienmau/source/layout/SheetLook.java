package org.bienmau.source.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bienmau.source.SourceDataException;

/**
 * A file as layouts see it before any of them is written: its sheets and the cells of its rows.
 *
 * <p>A text that could be taken for a number stands in quotes, because it is read by the way of
 * writing that a layout declares; {@code <} and {@code ^} stand for cells that are merged with the
 * one to their left or above them.
 */
public final class SheetLook {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int BEGINNING = 4096;

  private SheetLook() {}

  /**
   * A sheet.
   *
   * @param name empty for a file without sheets
   * @param isHidden whether a person does not see it
   * @param lines its first filled rows
   */
  public record Seen(String name, boolean isHidden, List<Line> lines) {
    public Seen {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A row.
   *
   * @param number its row in the sheet or line in the file
   * @param cells as they read, from the first column on
   */
  public record Line(long number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** The letters of a column that is counted from 0. */
  public static String letters(int column) {
    return ColumnLetters.of(column);
  }

  /**
   * Looks at all sheets of a file.
   *
   * @param most how many filled rows of each are looked at
   * @throws SourceDataException if it cannot be read
   */
  public static List<Seen> at(String name, FileContent content, int most) throws IOException {
    Layout.Form.Kind kind = Claims.kind(content);
    Layout.Form form = new Layout.Form(kind, delimiter(content), null);
    List<Seen> seen = new ArrayList<>();
    try (SheetFile file = LaidOutFile.open(name, content, form)) {
      List<SheetFile.Tab> tabs = file.tabs();
      for (int i = 0; i < tabs.size(); i++) {
        try (RowCursor rows = new RowCursor(file.open(i))) {
          seen.add(new Seen(tabs.get(i).name(), tabs.get(i).isHidden(), lines(rows, most)));
        }
      }
    }
    return seen;
  }

  private static List<Line> lines(RowCursor rows, int most) throws IOException {
    List<Line> lines = new ArrayList<>();
    while (lines.size() < most) {
      SheetRow row = rows.next();
      if (row == null) {
        break;
      }
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < row.cells().size(); column++) {
        String cell = shown(row.cell(column), rows.sheet().merged(), row, column);
        cells.add(row.keys() == null ? cell : row.keys().get(column) + ": " + cell);
      }
      lines.add(new Line(row.number(), cells.isEmpty() ? List.of(row.raw()) : cells));
    }
    return lines;
  }

  private static String shown(Cell cell, MergedCells merged, SheetRow row, int column) {
    if (cell.fault() != null) {
      return "%s (%s)".formatted(cell.text(), cell.fault());
    }
    if (cell.isEmpty()) {
      return merged.at(column).map(range -> range.firstRow() < row.number() ? "^" : "<").orElse("");
    }
    boolean couldBeNumber =
        cell.kind() == Cell.Kind.TEXT
            && cell.text().chars().anyMatch(Character::isDigit)
            && cell.text().chars().noneMatch(Character::isLetter);
    return couldBeNumber ? '"' + cell.text() + '"' : cell.text().replaceAll("\\R", " ");
  }

  /** What stands most often in the first bytes, of those that may stand between cells. */
  private static char delimiter(FileContent content) throws IOException {
    try (InputStream in = content.open()) {
      String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
      String first = beginning.lines().findFirst().orElse("");
      return DELIMITERS.stream()
          .max(Comparator.comparingLong(one -> first.chars().filter(c -> c == one).count()))
          .orElseThrow();
    }
  }
}
