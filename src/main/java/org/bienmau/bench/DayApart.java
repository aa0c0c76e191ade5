package org.bienmau.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Parts a history into all of it but the last day, and that day, as it would come a day later.
 *
 * <p>Only the tables are taken along: what is written beside them speaks of files that are whole.
 */
public final class DayApart {
  private static final String ENDING = ".csv";

  /** By which column a row of a dataset belongs to a day. */
  private static final Map<String, String> DAY_COLUMNS =
      Map.of("trade_declarations", "registered_at", "vehicle_crossings", "declared_at");

  private final Path whole;
  private final String day;

  /**
   * @param whole folder of a history of files by month
   * @param day its last day, for example {@code 2025-12-31}
   */
  public DayApart(Path whole, String day) {
    this.whole = whole;
    this.day = day;
  }

  /** Writes both parts; files that do not touch the day are linked, not copied. */
  public void part(Path before, Path ofDay) throws IOException {
    Files.createDirectories(before);
    Files.createDirectories(ofDay);
    String month = day.substring(0, 7);
    try (Stream<Path> files = Files.list(whole)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        String name = file.getFileName().toString();
        String column = name.endsWith(month + ENDING) ? dayColumn(name) : null;
        if (column == null) {
          Files.createLink(before.resolve(name), file);
        } else {
          part(file, column, before.resolve(name), ofDay.resolve(name.replace(month, day)));
        }
      }
    }
  }

  private static String dayColumn(String file) {
    return DAY_COLUMNS.entrySet().stream()
        .filter(entry -> file.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** By bytes, because some rows are spoilt on purpose and must stay so. */
  private void part(Path file, String column, Path before, Path ofDay) throws IOException {
    byte[] wanted = day.getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
        OutputStream early = new BufferedOutputStream(Files.newOutputStream(before), 1 << 20);
        OutputStream late = new BufferedOutputStream(Files.newOutputStream(ofDay), 1 << 20)) {
      byte[] header = line(in);
      early.write(header);
      late.write(header);
      int place =
          List.of(new String(header, StandardCharsets.US_ASCII).strip().split(",")).indexOf(column);
      for (byte[] row = line(in); row.length > 0; row = line(in)) {
        (cellBegins(row, place, wanted) ? late : early).write(row);
      }
    }
  }

  private static boolean cellBegins(byte[] row, int place, byte[] wanted) {
    int at = 0;
    for (int commas = 0; commas < place && at < row.length; at++) {
      commas += row[at] == ',' ? 1 : 0;
    }
    boolean same = at + wanted.length <= row.length;
    for (int i = 0; same && i < wanted.length; i++) {
      same = row[at + i] == wanted[i];
    }
    return same;
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }
}
