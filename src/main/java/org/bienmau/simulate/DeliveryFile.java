package org.bienmau.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bienmau.source.ContentHash;

/** A file under way: rows go into a buffer, which is hashed and written when it is full. */
final class DeliveryFile {
  private static final int FULL = 1 << 18;

  private final Path path;
  private final String dataset;
  private final OutputStream stream;
  private final MessageDigest digest = sha256();
  private final CsvBytes buffer = new CsvBytes(FULL + (1 << 14));
  private long rows;
  private long bytes;
  private int rowStart;

  /** Begins a file that must not be there yet. */
  DeliveryFile(Path path, String dataset, String header) {
    this.path = path;
    this.dataset = dataset;
    try {
      stream = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s.".formatted(path, e.getMessage()), e);
    }
    buffer.raw(CsvBytes.utf8(header)).line();
    rowStart = buffer.size();
  }

  Path path() {
    return path;
  }

  String name() {
    return path.getFileName().toString();
  }

  String dataset() {
    return dataset;
  }

  /** Where the cells of the next row go. */
  CsvBytes row() {
    return buffer;
  }

  /** The line of the file on which the next row will stand; the header is line 1. */
  long nextLine() {
    return rows + 2;
  }

  long rows() {
    return rows;
  }

  /** Writes the row under way into another file as well. */
  void copyRowTo(DeliveryFile other) {
    other.buffer.raw(buffer.bytes(), rowStart, buffer.size() - rowStart);
    other.endRow();
  }

  void endRow() {
    buffer.line();
    ended();
  }

  /** Appends whole rows, each with its line end. */
  void append(CsvBytes more, long howMany) {
    flush();
    write(more);
    rows += howMany;
  }

  /** Writes what is left and says what the file holds. */
  ContentHash close() {
    flush();
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close %s: %s.".formatted(path, e.getMessage()), e);
    }
    return new ContentHash(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  private void ended() {
    rows++;
    if (buffer.size() >= FULL) {
      flush();
    }
    rowStart = buffer.size();
  }

  private void flush() {
    write(buffer);
    buffer.clear();
    rowStart = 0;
  }

  private void write(CsvBytes more) {
    try {
      digest.update(more.bytes(), 0, more.size());
      stream.write(more.bytes(), 0, more.size());
      bytes += more.size();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s.".formatted(path, e.getMessage()), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
