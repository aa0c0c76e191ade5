package org.bienmau.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A delimited text file, read row by row against its contract.
 *
 * <p>A row that cannot be read is handed out with its faults and the reading goes on; a blank line
 * is no row. The rows can be gone through once.
 */
public final class DelimitedFile implements Iterable<SourceRow>, Closeable {
  private final DelimitedRows rows;
  private final List<String> columns;

  private DelimitedFile(DelimitedRows rows, List<String> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Opens a file and holds its header to the contract.
   *
   * @param file its name as the user knows it
   * @param bytes its content, closed together with the result
   * @throws SourceDataException if it is empty, no text, or its header is not the contract's
   */
  public static DelimitedFile open(String file, InputStream bytes, Contract contract)
      throws IOException {
    PhysicalLines lines = new PhysicalLines(file, bytes);
    PhysicalLines.Line first = lines.next();
    if (first == null) {
      lines.close();
      throw new SourceDataException(
          file, "the file is empty", "Deliver it again with its header and rows.");
    }
    try {
      List<String> columns = FileHeader.read(file, first, contract);
      return new DelimitedFile(new DelimitedRows(lines, contract.delimiter()), columns);
    } catch (SourceDataException refused) {
      lines.close();
      throw refused;
    }
  }

  /** The columns in the file's order. */
  public List<String> columns() {
    return columns;
  }

  /**
   * The rows in the file's order, read as they are asked for.
   *
   * @throws UncheckedIOException from the iterator when the bytes cannot be read
   */
  @Override
  public Iterator<SourceRow> iterator() {
    return new Iterator<>() {
      private SourceRow next = read();

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public SourceRow next() {
        if (next == null) {
          throw new NoSuchElementException("Cannot read another row: the file has ended.");
        }
        SourceRow row = next;
        next = read();
        return row;
      }
    };
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private SourceRow read() {
    try {
      DelimitedRows.Row row = rows.next();
      return row == null ? null : sourceRow(row);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private SourceRow sourceRow(DelimitedRows.Row row) {
    return row.cells().isPresent()
        ? split(row.line(), row.text(), row.cells().get())
        : broken(row.line(), row.text());
  }

  static Optional<List<String>> split(String row, char delimiter) {
    if (QuoteState.after(row, delimiter) == QuoteState.QUOTED) {
      return Optional.empty();
    }
    try {
      CsvRecord cells =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .skipEmptyLines(false)
              .ofSingleCsvRecord(withoutLineEnd(row));
      return Optional.of(cells.getFields());
    } catch (CsvParseException quoting) {
      // The caller turns this into a fault of the row; the parser's own words speak of offsets.
      return Optional.empty();
    }
  }

  private SourceRow split(long line, String text, List<String> fields) {
    Map<String, String> cells = new LinkedHashMap<>();
    List<Reason> faults = new ArrayList<>();
    for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
      String cell = fields.get(i);
      cells.put(columns.get(i), StrictUtf8.shown(cell));
      if (StrictUtf8.hasForeignBytes(cell)) {
        faults.add(RowFaults.encoding(line, columns.get(i), cell));
      }
    }
    if (fields.size() != columns.size()) {
      faults.add(RowFaults.cellCount(line, fields.size(), columns.size()));
    }
    return new SourceRow(line, StrictUtf8.shown(text), cells, faults);
  }

  private static SourceRow broken(long line, String text) {
    List<Reason> faults = new ArrayList<>(List.of(RowFaults.quoting(line)));
    if (StrictUtf8.hasForeignBytes(text)) {
      faults.add(RowFaults.encoding(line, "", text));
    }
    return new SourceRow(line, StrictUtf8.shown(text), Map.of(), faults);
  }

  static String withoutLineEnd(String text) {
    int end = text.length();
    end -= end > 0 && text.charAt(end - 1) == '\n' ? 1 : 0;
    end -= end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0;
    return text.substring(0, end);
  }
}
