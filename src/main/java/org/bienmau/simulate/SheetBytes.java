package org.bienmau.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of one sheet (Office Open XML, ECMA-376), cell by cell; the same cells give the same
 * bytes: nothing is compressed and no time is written.
 */
final class SheetBytes {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** One style for all cells: what a spreadsheet program needs at least. */
  private static final String STYLES =
      "<styleSheet xmlns=\""
          + MAIN
          + "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
          + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
          + "<cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>";

  private final StringBuilder rows = new StringBuilder();
  private final List<String> merged = new ArrayList<>();
  private int row;
  private int column;

  /** Begins the next row. */
  SheetBytes row() {
    rows.append(row == 0 ? "" : "</row>").append("<row r=\"").append(++row).append("\">");
    column = 0;
    return this;
  }

  /** Writes a text into the next cell. */
  SheetBytes text(String text) {
    rows.append("<c r=\"").append(place(column++, row)).append("\" t=\"inlineStr\"><is><t>");
    rows.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</t></is></c>");
    return this;
  }

  /** Writes a number into the next cell, as a decimal such as 12.5. */
  SheetBytes number(String decimal) {
    rows.append("<c r=\"").append(place(column++, row)).append("\"><v>").append(decimal);
    rows.append("</v></c>");
    return this;
  }

  /** Leaves the next cell empty. */
  SheetBytes empty() {
    column++;
    return this;
  }

  /** Merges the last cell written with those to its right or below, which stay empty. */
  SheetBytes over(int columns, int moreRows) {
    merged.add(place(column - 1, row) + ":" + place(column + columns - 2, row + moreRows - 1));
    column += columns - 1;
    return this;
  }

  /** The whole file. */
  byte[] file(String sheetName) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + PACKAGE
              + "content-types\">"
              + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + SHEET_TYPE
              + "sheet.main+xml\"/>"
              + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
              + SHEET_TYPE
              + "worksheet+xml\"/>"
              + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
              + SHEET_TYPE
              + "styles+xml\"/>"
              + "</Types>");
      part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + OFFICE
              + "\"><sheets><sheet name=\""
              + sheetName
              + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
      part(zip, "xl/styles.xml", STYLES);
      part(zip, "xl/worksheets/sheet1.xml", sheet());
    } catch (IOException ofMemory) {
      throw new UncheckedIOException("Cannot write a workbook.", ofMemory);
    }
    return bytes.toByteArray();
  }

  private String sheet() {
    StringBuilder text =
        new StringBuilder("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
    text.append(rows).append(row == 0 ? "" : "</row>").append("</sheetData>");
    if (!merged.isEmpty()) {
      text.append("<mergeCells count=\"").append(merged.size()).append("\">");
      merged.forEach(range -> text.append("<mergeCell ref=\"").append(range).append("\"/>"));
      text.append("</mergeCells>");
    }
    return text.append("</worksheet>").toString();
  }

  /** Links from a part to others, given as type and target in turn. */
  private static String relations(String... typesAndTargets) {
    StringBuilder text =
        new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      text.append("<Relationship Id=\"rId").append(i / 2 + 1).append("\" Type=\"").append(OFFICE);
      text.append('/').append(typesAndTargets[i]).append("\" Target=\"");
      text.append(typesAndTargets[i + 1]).append("\"/>");
    }
    return text.append("</Relationships>").toString();
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    byte[] bytes = (XML + xml).getBytes(StandardCharsets.UTF_8);
    CRC32 check = new CRC32();
    check.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(check.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** A1 for the first column and row. */
  private static String place(int column, int row) {
    String letters = column < 26 ? "" : String.valueOf((char) ('A' + column / 26 - 1));
    return letters + (char) ('A' + column % 26) + row;
  }
}
