package org.bienmau.source;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row of a file as received.
 *
 * @param line the physical line on which the row begins, counted from 1, the header's included
 * @param raw the row's text as received, without its last line end; bytes that are not UTF-8 stand
 *     as {@code \xE9}
 * @param cells the cells by column, in the file's order; empty when the row cannot be split, and
 *     only as many as there are when cells are missing
 * @param faults what the reader found wrong; empty for a row that could be read
 * @param origin sheet and cell, or line and column, of the file as received where the row was made
 *     of it by a layout; null where {@code line} is the file's own
 */
public record SourceRow(
    long line, String raw, Map<String, String> cells, List<Reason> faults, String origin)
    implements Serializable {
  public SourceRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    faults = List.copyOf(faults);
  }

  /** A row that stands in its file as it is. */
  public SourceRow(long line, String raw, Map<String, String> cells, List<Reason> faults) {
    this(line, raw, cells, faults, null);
  }

  /** The cell without spaces around it; empty when the row has no such cell. */
  public String cell(String column) {
    return Spelling.tidyCell(cells.getOrDefault(column, ""));
  }

  /**
   * SHA-256 of all filled cells with their columns, in whatever order the columns stand, or of the
   * row's text when it could not be split: equal rows, equal hash.
   */
  public String contentHash() {
    String content =
        cells.entrySet().stream()
            .filter(cell -> cell.getValue() != null && !cell.getValue().isEmpty())
            .sorted(Map.Entry.comparingByKey())
            .map(cell -> cell.getKey() + "=" + cell.getValue())
            .collect(Collectors.joining("\u001f"));
    return ContentHash.ofText(content.isEmpty() ? raw : content);
  }
}
