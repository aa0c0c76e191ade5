package org.bienmau.source.layout;

import java.io.Closeable;
import java.io.IOException;

/** Goes through the filled rows of a sheet, with its merged cells kept in step. */
final class RowCursor implements Closeable {
  private final Sheet sheet;
  private SheetRow ahead;

  RowCursor(Sheet sheet) {
    this.sheet = sheet;
  }

  Sheet sheet() {
    return sheet;
  }

  /** The next row that is not blank, or null at the end. */
  SheetRow next() throws IOException {
    SheetRow row = ahead;
    ahead = null;
    while (row == null || row.isBlank()) {
      row = sheet.next();
      if (row == null) {
        return null;
      }
      sheet.merged().goTo(row);
    }
    return row;
  }

  /** The next row if it is the given one of a workbook's rows; null, and nothing taken, if not. */
  SheetRow next(long number) throws IOException {
    SheetRow row = ahead == null ? sheet.next() : ahead;
    ahead = null;
    if (row == null) {
      return null;
    }
    if (row.number() > number) {
      ahead = row;
      return null;
    }
    sheet.merged().goTo(row);
    return row;
  }

  /** Hands a row out once more. */
  void giveBack(SheetRow row) {
    ahead = row;
  }

  @Override
  public void close() throws IOException {
    sheet.close();
  }
}
