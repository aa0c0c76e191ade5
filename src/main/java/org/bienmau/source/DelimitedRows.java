package org.bienmau.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a delimited text, whatever they mean: each is split into its cells, or handed out
 * whole when it cannot be split. A blank line is no row.
 */
public final class DelimitedRows implements Closeable {
  /** Rows that a quoted cell may spread over; an unclosed quotation mark must not eat the file. */
  private static final int MOST_LINES_OF_A_ROW = 100;

  /** Stands for no delimiter at all. */
  private static final char NO_CELLS = '\0';

  /**
   * One row.
   *
   * @param line the physical line on which it begins, counted from 1
   * @param offset how many bytes of the file stand before it
   * @param text the row without its line end; a lone surrogate stands for each byte that is no text
   * @param cells its cells in their order; empty when it cannot be split
   */
  public record Row(long line, long offset, String text, Optional<List<String>> cells) {}

  private final TextEncoding encoding;
  private final PhysicalLines lines;
  private final char delimiter;
  private final int before;

  /**
   * Begins to read.
   *
   * @param file its name as the user knows it
   * @param bytes its content, closed together with the result
   * @param encoding null for: by its byte order mark, else UTF-8
   * @throws SourceDataException if its byte order mark contradicts the encoding
   */
  public DelimitedRows(String file, InputStream bytes, char delimiter, TextEncoding encoding)
      throws IOException {
    TextEncoding.Text text = TextEncoding.text(file, bytes, encoding);
    this.encoding = text.encoding();
    this.before = text.offset();
    this.lines = new PhysicalLines(file, text.bytes());
    this.delimiter = delimiter;
  }

  /**
   * The lines of a text that has no cells: each is one, quotation marks are letters like others.
   */
  public static DelimitedRows ofLines(String file, InputStream bytes, TextEncoding encoding)
      throws IOException {
    return new DelimitedRows(file, bytes, NO_CELLS, encoding);
  }

  /** Goes on in a UTF-8 file whose first lines were read by somebody else. */
  DelimitedRows(PhysicalLines rest, char delimiter) {
    this.encoding = TextEncoding.UTF_8;
    this.before = 0;
    this.lines = rest;
    this.delimiter = delimiter;
  }

  /** The next row, or null at the end. */
  public Row next() throws IOException {
    PhysicalLines.Line first = lines.next();
    while (first != null && first.isBlank()) {
      first = lines.next();
    }
    return first == null ? null : rowFrom(first);
  }

  /**
   * How many bytes of the file stand before the first byte of a row that is no text.
   *
   * @throws IllegalArgumentException if the row has none
   */
  public long firstForeignByte(Row row) {
    int place = StrictUtf8.firstForeignByte(row.text());
    if (place < 0) {
      throw new IllegalArgumentException("Cannot find a foreign byte in line " + row.line());
    }
    return row.offset() + encoding.bytesBefore(row.text(), place);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Row rowFrom(PhysicalLines.Line first) throws IOException {
    String text = encoding.decode(first.bytes());
    if (delimiter == NO_CELLS) {
      String line = DelimitedFile.withoutLineEnd(text);
      return new Row(first.number(), before + first.offset(), line, Optional.of(List.of(line)));
    }
    List<PhysicalLines.Line> more = new ArrayList<>();
    StringBuilder row = new StringBuilder(text);
    while (QuoteState.after(row, delimiter) == QuoteState.QUOTED
        && more.size() < MOST_LINES_OF_A_ROW) {
      PhysicalLines.Line line = lines.next();
      if (line == null) {
        break;
      }
      more.add(line);
      row.append(encoding.decode(line.bytes()));
    }
    Optional<List<String>> cells = DelimitedFile.split(row.toString(), delimiter);
    if (cells.isEmpty()) {
      // The quotation mark that ended this row may be the one that opens a cell further down. Only
      // the first line is given up; the lines after it are read as rows of their own.
      lines.giveBack(more);
    }
    String whole = cells.isPresent() ? row.toString() : text;
    return new Row(
        first.number(), before + first.offset(), DelimitedFile.withoutLineEnd(whole), cells);
  }
}
