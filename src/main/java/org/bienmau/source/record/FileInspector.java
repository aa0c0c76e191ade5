package org.bienmau.source.record;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bienmau.source.ContentHash;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FileHeader;
import org.bienmau.source.SourceDataException;

/** One pass over a file, from row to row. */
final class FileInspector {
  private static final int WINDOW = 1 << 20;

  /** No row of a file of records is longer; a longer one means that the file is something else. */
  private static final int LONGEST_ROW = 1 << 20;

  private final String file;
  private final ContractSet contracts;
  private final long chunkBytes;
  private final MessageDigest digest = ContentHash.newDigest();
  private final ByteWindow window;
  private final List<Chunk> chunks = new ArrayList<>();

  private int at;
  private long line = 1;
  private long chunkOffset;
  private long chunkLine;
  private long chunkRows;
  private long rows;

  FileInspector(String file, InputStream bytes, ContractSet contracts, long chunkBytes) {
    this.file = file;
    this.contracts = contracts;
    this.chunkBytes = chunkBytes;
    this.window = new ByteWindow(bytes, WINDOW, Long.MAX_VALUE, digest::update);
  }

  Inspection inspect() throws IOException {
    window.moveTo(0);
    if (window.end == 0) {
      throw new SourceDataException(
          file, "the file is empty", "Deliver it again with its header and rows.");
    }
    int headerEnd = endOfLine();
    byte[] header = Arrays.copyOf(window.bytes, headerEnd);
    at = QuotedRow.behindLineEnd(window, headerEnd);
    line++;
    Named named = recognise(header);
    chunkOffset = at;
    chunkLine = line;
    QuotedRow quoted = new QuotedRow(named.contract.delimiter());
    while (nextRow(quoted)) {
      long length = window.base + at - chunkOffset;
      if (length >= chunkBytes) {
        endChunk(length);
      }
    }
    if (chunkRows > 0) {
      endChunk(window.base + window.end - chunkOffset);
    }
    ContentHash content =
        new ContentHash(HexFormat.of().formatHex(digest.digest()), window.base + window.end);
    return new Inspection(named.contract.dataset(), content, named.columns, rows, chunks);
  }

  /** The contract that has this header; with several delimiters, the one that makes it fit. */
  private Named recognise(byte[] header) {
    SourceDataException refusal = null;
    for (char delimiter : contracts.delimiters()) {
      try {
        List<String> columns = FileHeader.cells(file, header, delimiter);
        return new Named(contracts.recognise(file, columns), columns);
      } catch (SourceDataException notThisOne) {
        refusal = refusal == null ? notThisOne : refusal;
      }
    }
    throw refusal;
  }

  private boolean nextRow(QuotedRow quoted) throws IOException {
    while (true) {
      if (at == window.end && window.exhausted) {
        return false;
      }
      int end = lineEndOrQuote();
      if (end < window.end && window.bytes[end] == '"') {
        if (quoted.cut(window, at, QuotedRow.Cells.NONE) != QuotedRow.Outcome.CUT_OFF) {
          goOn(quoted.next, quoted.lines, true);
          return true;
        }
      } else {
        int next = QuotedRow.behindLineEnd(window, end);
        if (next >= 0) {
          boolean isRow = !isBlank(at, end);
          goOn(next, 1, isRow);
          if (isRow) {
            return true;
          }
          continue;
        }
      }
      moveWindow();
    }
  }

  private void goOn(int next, int lines, boolean isRow) {
    at = next;
    line += lines;
    rows += isRow ? 1 : 0;
    chunkRows += isRow ? 1 : 0;
  }

  private void endChunk(long length) {
    chunks.add(new Chunk(chunkOffset, length, chunkLine, chunkRows));
    chunkOffset += length;
    chunkLine = line;
    chunkRows = 0;
  }

  /** The end of the line that begins here, read on as far as it takes. */
  private int endOfLine() throws IOException {
    while (true) {
      for (int end = at; end <= window.end; end++) {
        boolean isEnd =
            end == window.end
                ? window.exhausted
                : window.bytes[end] == '\n' || window.bytes[end] == '\r';
        if (isEnd && QuotedRow.behindLineEnd(window, end) >= 0) {
          return end;
        }
      }
      moveWindow();
    }
  }

  /** The first line end or quotation mark of the line, or the window's end. */
  private int lineEndOrQuote() {
    byte[] bytes = window.bytes;
    for (int word = at; word < window.end; word += Long.BYTES) {
      long hits = Delimiters.quotesAndLineEnds(Delimiters.word(bytes, word));
      while (hits != 0) {
        int hit = word + Delimiters.first(hits);
        byte one = bytes[hit];
        if (one == '\n' || one == '\r' || one == '"' || hit >= window.end) {
          return Math.min(hit, window.end);
        }
        hits &= hits - 1;
      }
    }
    return window.end;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (window.bytes[i] != ' ' && window.bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void moveWindow() throws IOException {
    if (window.end - at > LONGEST_ROW) {
      throw new SourceDataException(
          file,
          "the row that begins on line %d is longer than %,d bytes".formatted(line, LONGEST_ROW),
          "Deliver a text file with one row a line.");
    }
    window.moveTo(at);
    at = 0;
  }

  private record Named(Contract contract, List<String> columns) {}
}
