package org.bienmau.source.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bienmau.source.DelimitedRows;
import org.bienmau.source.Reason;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.RowFaults;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.Spelling;
import org.bienmau.source.StrictUtf8;
import org.bienmau.source.TextEncoding;

/** A delimited text file as one sheet without a name. */
final class DelimitedSheet implements SheetFile, Sheet {
  private final DelimitedRows rows;

  DelimitedSheet(String file, FileContent content, char delimiter, TextEncoding encoding)
      throws IOException {
    InputStream bytes = content.open();
    try {
      rows = new DelimitedRows(file, bytes, delimiter, encoding);
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
    DelimitedRows.Row row = rows.next();
    if (row == null) {
      return null;
    }
    List<Cell> cells = new ArrayList<>();
    row.cells().ifPresent(texts -> texts.forEach(text -> cells.add(cell(row, text))));
    List<Reason> faults = new ArrayList<>();
    if (row.cells().isEmpty()) {
      faults.add(RowFaults.quoting(row.line()));
      if (StrictUtf8.hasForeignBytes(row.text())) {
        faults.add(new Reason(ReasonCode.ENCODING, "", "", "The row " + foreign(row) + "."));
      }
    }
    return new SheetRow(row.line(), StrictUtf8.shown(row.text()), null, cells, faults);
  }

  private Cell cell(DelimitedRows.Row row, String text) {
    if (StrictUtf8.hasForeignBytes(text)) {
      return Cell.faulty(StrictUtf8.shown(text), ReasonCode.ENCODING, foreign(row));
    }
    return Cell.text(Spelling.tidyCell(text));
  }

  private String foreign(DelimitedRows.Row row) {
    return String.format(
        Locale.ROOT,
        "holds bytes that mean nothing in the encoding of the file, %s; the first one of the row stands behind %,d others",
        StrictUtf8.foreignBytes(row.text()),
        rows.firstForeignByte(row));
  }

  @Override
  public MergedCells merged() {
    return MergedCells.none();
  }

  @Override
  public String place(SheetRow row, int column) {
    String line = "line " + row.number();
    return column < 0 ? line : "%s, column %d".formatted(line, column + 1);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
