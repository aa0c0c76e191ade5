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
  /** Rows that a quoted cell may spread over; an unclosed quotation mark must not eat the file. */
  private static final int MOST_LINES_OF_A_ROW = 100;

  private final Contract contract;
  private final PhysicalLines lines;
  private final List<String> columns;

  private DelimitedFile(Contract contract, PhysicalLines lines, List<String> columns) {
    this.contract = contract;
    this.lines = lines;
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
      return new DelimitedFile(contract, lines, FileHeader.read(file, first, contract));
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
    lines.close();
  }

  private SourceRow read() {
    try {
      PhysicalLines.Line first = lines.next();
      while (first != null && first.isBlank()) {
        first = lines.next();
      }
      return first == null ? null : rowFrom(first);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private SourceRow rowFrom(PhysicalLines.Line first) throws IOException {
    String text = StrictUtf8.decode(first.bytes());
    List<PhysicalLines.Line> more = new ArrayList<>();
    StringBuilder row = new StringBuilder(text);
    while (QuoteState.after(row, contract.delimiter()) == QuoteState.QUOTED
        && more.size() < MOST_LINES_OF_A_ROW) {
      PhysicalLines.Line line = lines.next();
      if (line == null) {
        break;
      }
      more.add(line);
      row.append(StrictUtf8.decode(line.bytes()));
    }
    Optional<List<String>> cells = split(row.toString(), contract.delimiter());
    if (cells.isPresent()) {
      return row(first.number(), row.toString(), cells.get());
    }
    // The quotation mark that ended this row may be the one that opens a cell further down. Only
    // the first line is given up; the lines after it are read as rows of their own.
    lines.giveBack(more);
    return broken(first.number(), text);
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

  private SourceRow row(long line, String text, List<String> fields) {
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
    return new SourceRow(line, StrictUtf8.shown(withoutLineEnd(text)), cells, faults);
  }

  private static SourceRow broken(long line, String text) {
    List<Reason> faults = new ArrayList<>(List.of(RowFaults.quoting(line)));
    if (StrictUtf8.hasForeignBytes(text)) {
      faults.add(RowFaults.encoding(line, "", text));
    }
    return new SourceRow(line, StrictUtf8.shown(withoutLineEnd(text)), Map.of(), faults);
  }

  static String withoutLineEnd(String text) {
    int end = text.length();
    end -= end > 0 && text.charAt(end - 1) == '\n' ? 1 : 0;
    end -= end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0;
    return text.substring(0, end);
  }
}
