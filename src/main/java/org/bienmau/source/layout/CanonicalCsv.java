package org.bienmau.source.layout;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bienmau.source.Contract;
import org.bienmau.source.SourceRow;
import org.bienmau.source.record.PersonalText;

/**
 * The table that a layout makes of a file, written as a file of its contract, and beside it a file
 * that says where each of its lines comes from. Neither holds a personal cell in the clear.
 */
public final class CanonicalCsv {
  /** What stands between a line's number and its origin; no origin holds one. */
  public static final char ORIGIN_DELIMITER = '\t';

  private final Contract contract;
  private final PersonalText personal;

  /**
   * @param personal what is written for personal cells
   */
  public CanonicalCsv(Contract contract, PersonalText personal) {
    this.contract = contract;
    this.personal = personal;
  }

  /**
   * Writes the table and the origins of its lines; the streams are left open.
   *
   * @param file the rows of the contract that a layout makes
   * @return the rows that the layout could not read; their lines of the table are left blank
   */
  public List<SourceRow> write(Iterable<SourceRow> file, OutputStream table, OutputStream origins)
      throws IOException {
    List<SourceRow> refused = new ArrayList<>();
    Writer rows = text(table);
    Writer places = text(origins);
    rows.write(line(contract.columnNames()));
    for (SourceRow row : file) {
      places.write(
          row.line() + String.valueOf(ORIGIN_DELIMITER) + flat(row.origin(), "[\\t\\v]") + "\n");
      if (row.faults().isEmpty()) {
        rows.write(
            line(
                contract.columnNames().stream()
                    .map(column -> personal.of(column, row.cell(column)))
                    .toList()));
      } else {
        refused.add(
            new SourceRow(
                row.line(), personal.raw(row), Map.of(), personal.reasons(row), row.origin()));
        rows.write("\n");
      }
    }
    rows.flush();
    places.flush();
    return refused;
  }

  private static Writer text(OutputStream to) {
    return new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
  }

  private String line(List<String> cells) {
    return cells.stream()
        .map(this::quoted)
        .collect(Collectors.joining(String.valueOf(contract.delimiter()), "", "\n"));
  }

  private String quoted(String cell) {
    // One row a line, whatever stood in the cells, because lines are how rows are found again.
    String flat = flat(cell, "\\R");
    boolean isPlain = flat.indexOf(contract.delimiter()) < 0 && flat.indexOf('"') < 0;
    return isPlain ? flat : '"' + flat.replace("\"", "\"\"") + '"';
  }

  private static String flat(String text, String breaks) {
    return text.replaceAll(breaks, " ");
  }
}
