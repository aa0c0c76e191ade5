package org.bienmau.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;

/**
 * The report: one page that carries its data, its drawings and its texts in two languages, and
 * loads nothing.
 */
public final class Report {
  private Report() {}

  /**
   * Writes the page in UTF-8; the same edition of the same tables gives the same bytes.
   *
   * @param tables where the rows of the release come from
   * @param out is left open
   */
  public static void write(Edition edition, TableReader tables, OutputStream out)
      throws IOException {
    SeriesChoice series = SeriesChoice.of(edition, tables);
    String shown =
        ReportTables.of(edition, series, TetChoice.of(edition, tables)).stream()
            .map(table -> table.json(tables))
            .collect(Collectors.joining(","));
    ReportPage.write(
        "{\"release\":%s,\"series\":%s,\"tables\":{%s}}"
            .formatted(edition.json(), series.json(), shown),
        out);
  }
}
