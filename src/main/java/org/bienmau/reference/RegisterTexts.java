package org.bienmau.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads register files as text, cuts them into rows and remembers a checksum over all of them. */
final class RegisterTexts {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RegisterFiles files;
  private final Problems problems;
  private final MessageDigest digest = sha256();
  private boolean complete = true;

  RegisterTexts(RegisterFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** The rows of one file; a file that cannot be read is a problem and has none. */
  List<RegisterRow> rows(String name, List<String> columns) {
    try (Reader reader = files.open(name)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      digest.update((name + "\n" + text).getBytes(StandardCharsets.UTF_8));
      return cut(name, columns, text.toString());
    } catch (IOException unreadable) {
      problems.add(name, 0, "it cannot be read (" + unreadable + ")");
    } catch (CsvParseException malformed) {
      problems.add(name, 0, "it is not a table of comma-separated values (" + malformed + ")");
    }
    complete = false;
    return List.of();
  }

  /** Whether every file could be read; otherwise what its rows are missing says nothing. */
  boolean areComplete() {
    return complete;
  }

  /** SHA-256, in hexadecimal, of the names and texts of all files read so far. */
  String checksum() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<RegisterRow> cut(String name, List<String> columns, String text) {
    List<CsvRecord> records = records(text);
    List<String> header = records.isEmpty() ? List.of() : records.get(0).getFields();
    if (!isHeaderGood(name, columns, header)) {
      complete = false;
      return List.of();
    }
    List<RegisterRow> rows = new ArrayList<>();
    for (CsvRecord line : records.subList(1, records.size())) {
      long number = line.getStartingLineNumber();
      if (line.getFieldCount() == header.size()) {
        rows.add(new RegisterRow(name, number, cells(header, line), problems));
      } else {
        problems.add(
            name,
            number,
            "it has %d cells, the header has %d".formatted(line.getFieldCount(), header.size()));
      }
    }
    return rows;
  }

  private boolean isHeaderGood(String name, List<String> columns, List<String> header) {
    List<String> unknown = header.stream().filter(column -> !columns.contains(column)).toList();
    List<String> missing = columns.stream().filter(column -> !header.contains(column)).toList();
    if (!unknown.isEmpty()) {
      problems.add(
          name,
          1,
          "unknown columns %s; known are %s"
              .formatted(String.join(", ", unknown), String.join(", ", columns)));
    }
    if (!missing.isEmpty()) {
      problems.add(name, 1, "missing columns " + String.join(", ", missing));
    }
    return unknown.isEmpty() && missing.isEmpty();
  }

  private static Map<String, String> cells(List<String> header, CsvRecord line) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), line.getField(i).strip());
    }
    return cells;
  }

  private static List<CsvRecord> records(String text) {
    String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return CsvReader.builder()
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(plain)
        .stream()
        .toList();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
