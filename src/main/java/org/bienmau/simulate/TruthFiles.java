package org.bienmau.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;

/** The tables of truth, each a file that grows month by month. */
final class TruthFiles implements AutoCloseable {
  private final Map<Truth, OutputStream> streams = new EnumMap<>(Truth.class);

  TruthFiles(Path folder) {
    for (Truth table : Truth.values()) {
      Path file = folder.resolve(table.fileName());
      try {
        OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        streams.put(table, stream);
        stream.write(CsvBytes.utf8(table.header() + "\n"));
      } catch (IOException e) {
        close();
        throw new UncheckedIOException("Cannot write %s: %s.".formatted(file, e.getMessage()), e);
      }
    }
  }

  /** Appends whole rows. */
  void append(Truth table, CsvBytes rows) {
    try {
      streams.get(table).write(rows.bytes(), 0, rows.size());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the truth table %s: %s.".formatted(table.fileName(), e.getMessage()), e);
    }
  }

  void append(Books books) {
    books.truths().forEach(this::append);
  }

  @Override
  public void close() {
    for (OutputStream stream : streams.values()) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "Cannot close a truth table: %s.".formatted(e.getMessage()), e);
      }
    }
  }
}
