package org.bienmau.source.layout;

import java.util.Set;

/** What became of the rows of a file, counted while they are handed out. */
final class Tally {
  long read;
  long leftOut;
  long empty;
  long made;
  long nameless;
  String firstNameless;

  /**
   * Counts filled cells that nobody reads: figures beside the table, or of a column whose heading
   * is missing.
   *
   * @param width how many columns the header has
   * @param without those of them that have no heading
   */
  void countNameless(Sheet sheet, SheetRow row, int width, Set<Integer> without) {
    for (int column = 0; column < row.cells().size(); column++) {
      boolean isNameless = column >= width || without.contains(column);
      if (isNameless && !row.cell(column).isEmpty()) {
        nameless++;
        if (firstNameless == null) {
          firstNameless = sheet.place(row, column);
        }
      }
    }
  }

  /** A sentence for the person who watches. */
  String sentence() {
    return "%,d rows became %,d; %,d rows left out, %,d empty places"
            .formatted(read, made, leftOut, empty)
        + (nameless == 0
            ? ""
            : "; %,d filled cells stand under no heading and are not read, the first is %s"
                .formatted(nameless, firstNameless));
  }
}
