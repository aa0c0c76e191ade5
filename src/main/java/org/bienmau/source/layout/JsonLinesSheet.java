package org.bienmau.source.layout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bienmau.source.DelimitedRows;
import org.bienmau.source.Reason;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.Spelling;
import org.bienmau.source.StrictUtf8;
import org.bienmau.source.TextEncoding;

/**
 * A file with an object of JSON on each line, as one sheet without a name.
 *
 * <p>A value inside another is called by its way, {@code gate > name}; what stands in a list by its
 * place, {@code counts > 1}. A number keeps its digits as they are written.
 */
final class JsonLinesSheet implements SheetFile, Sheet {
  /** A number with a longer tail of zeros is no figure of anything; it stays as it is written. */
  private static final int MOST_ZEROS = 40;

  private static final JsonFactory JSON =
      new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final DelimitedRows lines;

  JsonLinesSheet(String file, FileContent content, TextEncoding encoding) throws IOException {
    InputStream bytes = content.open();
    try {
      lines = DelimitedRows.ofLines(file, bytes, encoding);
    } catch (SourceDataException | IOException refused) {
      bytes.close();
      throw refused;
    }
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab("", false));
  }

  @Override
  public Sheet open(int tab) {
    return this;
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public boolean isNumbered() {
    return false;
  }

  @Override
  public SheetRow next() throws IOException {
    DelimitedRows.Row line = lines.next();
    if (line == null) {
      return null;
    }
    List<String> keys = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    List<Reason> faults = new ArrayList<>();
    if (StrictUtf8.hasForeignBytes(line.text())) {
      faults.add(
          new Reason(
              ReasonCode.ENCODING,
              "",
              "",
              "Line %d holds bytes that mean nothing in the encoding of the file, %s; the first one stands behind %,d others."
                  .formatted(
                      line.line(),
                      StrictUtf8.foreignBytes(line.text()),
                      lines.firstForeignByte(line))));
    } else {
      read(line, keys, cells, faults);
    }
    return new SheetRow(line.line(), StrictUtf8.shown(line.text()), keys, cells, faults);
  }

  private static void read(
      DelimitedRows.Row line, List<String> keys, List<Cell> cells, List<Reason> faults)
      throws IOException {
    try (JsonParser json = JSON.createParser(line.text())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new NoObjectException();
      }
      object(json, "", keys, cells);
      if (json.nextToken() != null) {
        throw new NoObjectException();
      }
    } catch (JsonProcessingException | NoObjectException noJson) {
      keys.clear();
      cells.clear();
      faults.add(
          new Reason(
              ReasonCode.NOT_JSON,
              "",
              "",
              "Line %d is not one whole object of JSON%s.".formatted(line.line(), where(noJson))));
    }
  }

  private static String where(Exception noJson) {
    return noJson instanceof JsonProcessingException at && at.getLocation() != null
        ? "; it breaks at its letter " + at.getLocation().getColumnNr()
        : "";
  }

  private static void object(JsonParser json, String path, List<String> keys, List<Cell> cells)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = path + Spelling.tidy(json.currentName());
      json.nextToken();
      value(json, key, keys, cells);
    }
  }

  private static void value(JsonParser json, String key, List<String> keys, List<Cell> cells)
      throws IOException {
    switch (json.currentToken()) {
      case START_OBJECT -> object(json, key + Headings.STEP, keys, cells);
      case START_ARRAY -> {
        for (int place = 1; json.nextToken() != JsonToken.END_ARRAY; place++) {
          value(json, key + Headings.STEP + place, keys, cells);
        }
      }
      default -> {
        keys.add(key);
        cells.add(cell(json));
      }
    }
  }

  private static Cell cell(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> Cell.EMPTY;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
      default -> Cell.text(Spelling.tidyCell(json.getText()));
    };
  }

  private static Cell number(String written) {
    BigDecimal number = new BigDecimal(written);
    return Math.abs(number.scale()) <= MOST_ZEROS
        ? Cell.number(number.toPlainString())
        : Cell.text(written);
  }

  @Override
  public MergedCells merged() {
    return MergedCells.none();
  }

  @Override
  public String place(SheetRow row, int column) {
    String line = "line " + row.number();
    return column < 0 || row.keys() == null || column >= row.keys().size()
        ? line
        : "%s, %s".formatted(line, row.keys().get(column));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** The line holds JSON, and something else than one object. */
  private static final class NoObjectException extends Exception {}
}
