package org.bienmau.serve;

import java.util.List;
import java.util.Map;

/**
 * Where a published cell comes from.
 *
 * @param cell the row that is explained: its columns that hold something, as text
 * @param how sentences on how its values came about
 * @param sources the printed figures behind it
 */
public record Explanation(Map<String, String> cell, List<String> how, List<Source> sources) {
  public Explanation {
    how = List.copyOf(how);
    sources = List.copyOf(sources);
  }

  /**
   * One printed figure.
   *
   * @param of the column of the cell that it stands behind, for example {@code
   *     year_ago_observation_id}
   * @param role chosen, competing or part
   * @param printed value, unit and qualifier as received
   * @param publishedOn as received; null when the page shows no date
   * @param file name of the delivered file
   * @param line line in that file, or in the table that a layout makes of it
   * @param origin sheet and cell, or line and column, of the file; null where {@code line} tells
   * @param vintage 1 for the statement as first received
   */
  public record Source(
      String of,
      String role,
      String figureId,
      String printed,
      String publisher,
      String publishedOn,
      String url,
      String file,
      long line,
      String origin,
      int vintage,
      String note) {}
}
