package org.bienmau.source.layout;

import java.io.Serializable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bienmau.source.NumberLocale;
import org.bienmau.source.Spelling;

/**
 * How all cells of a file are read.
 *
 * @param numbers how texts write numbers; cells that the file calls numbers need no way
 * @param missing texts that mean that nothing is known, folded
 * @param zero texts that mean nought where a number is expected, folded
 * @param footnotes marks of footnotes at the end of cells
 * @param offset of local times from UTC
 */
record CellReading(
    NumberLocale numbers,
    Set<String> missing,
    Set<String> zero,
    List<Pattern> footnotes,
    ZoneOffset offset)
    implements Serializable {

  CellReading {
    missing = Set.copyOf(missing);
    zero = Set.copyOf(zero);
    footnotes = List.copyOf(footnotes);
  }

  /**
   * A mark of footnotes as its author writes it, with {@code #} for digits.
   *
   * @param mark for example {@code (#)} or {@code *}
   */
  static Pattern footnote(String mark) {
    String regex =
        Pattern.compile("#")
            .splitAsStream(mark + " ")
            .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
            .collect(Collectors.joining("\\d+"));
    return Pattern.compile("\\s*" + regex.replace(" \\E", "\\E") + "$");
  }

  /** The cell without marks of footnotes, and empty where its text means that nothing is known. */
  Cell tidied(Cell cell) {
    if (cell.kind() != Cell.Kind.TEXT || cell.fault() != null) {
      return cell;
    }
    String text = cell.text();
    for (boolean found = true; found; ) {
      found = false;
      for (Pattern mark : footnotes) {
        String without = mark.matcher(text).replaceFirst("");
        found |= !without.equals(text) && !without.isBlank();
        text = without.isBlank() ? text : without;
      }
    }
    return missing.contains(folded(text)) ? Cell.EMPTY : Cell.text(text);
  }

  /** Whether a cell of a column of numbers means nought. */
  boolean isZero(Cell cell) {
    return cell.kind() == Cell.Kind.TEXT && zero.contains(folded(cell.text()));
  }

  /** One writing for texts that a person takes for the same word. */
  static String folded(String text) {
    return Spelling.tidy(text).toLowerCase(java.util.Locale.ROOT);
  }
}
