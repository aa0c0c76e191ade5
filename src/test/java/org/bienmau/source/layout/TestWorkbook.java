package org.bienmau.source.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook as a test writes it: each line of a sheet is a row, cells stand between bars.
 *
 * <p>A cell is a text, unless it begins with {@code =} (a number, as its file writes it), {@code @}
 * (a number formatted as a date), {@code %} (as a percentage), {@code ,} (in thousands that are not
 * shown), {@code ^} (with leading zeros up to eight digits), {@code !} (an error), {@code ?} (a
 * formula without its value), {@code ~} (a formula with its value) or {@code &} (a formula that
 * gives a text). Blank cells are not written at all.
 */
final class TestWorkbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final List<String> hidden = new ArrayList<>();
  private boolean from1904;

  /** Adds a sheet with merged cells, for example {@code A1:B1}. */
  TestWorkbook sheet(String name, String rows, String... merged) {
    StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    int number = 0;
    for (String line : rows.split("\n")) {
      number++;
      StringBuilder cells = new StringBuilder();
      String[] texts = line.split("\\|", -1);
      for (int column = 0; column < texts.length; column++) {
        cells.append(cell(ColumnLetters.of(column) + number, texts[column].strip()));
      }
      if (!cells.isEmpty()) {
        xml.append("<row r=\"%d\">%s</row>".formatted(number, cells));
      }
    }
    xml.append("</sheetData>");
    if (merged.length > 0) {
      xml.append("<mergeCells>");
      for (String range : merged) {
        xml.append("<mergeCell ref=\"%s\"/>".formatted(range));
      }
      xml.append("</mergeCells>");
    }
    sheets.put(name, xml.append("</worksheet>").toString());
    return this;
  }

  TestWorkbook hide(String name) {
    hidden.add(name);
    return this;
  }

  TestWorkbook countingFrom1904() {
    from1904 = true;
    return this;
  }

  private static String cell(String place, String text) {
    if (text.isEmpty()) {
      return "";
    }
    String rest = escaped(text.substring(1));
    return switch (text.charAt(0)) {
      case '=' -> "<c r=\"%s\"><v>%s</v></c>".formatted(place, rest);
      case '@' -> "<c r=\"%s\" s=\"1\"><v>%s</v></c>".formatted(place, rest);
      case '%' -> "<c r=\"%s\" s=\"2\"><v>%s</v></c>".formatted(place, rest);
      case ',' -> "<c r=\"%s\" s=\"3\"><v>%s</v></c>".formatted(place, rest);
      case '^' -> "<c r=\"%s\" s=\"4\"><v>%s</v></c>".formatted(place, rest);
      case '!' -> "<c r=\"%s\" t=\"e\"><v>%s</v></c>".formatted(place, rest);
      case '?' -> "<c r=\"%s\"><f>%s</f></c>".formatted(place, rest);
      case '&' -> "<c r=\"%s\" t=\"str\"><f>TRIM(A1)</f><v>%s</v></c>".formatted(place, rest);
      case '~' -> "<c r=\"%s\"><f>A1+B1</f><v>%s</v></c>".formatted(place, rest);
      default ->
          "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
              .formatted(place, escaped(text));
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\\n", "\n");
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      StringBuilder tabs = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      int number = 0;
      for (Map.Entry<String, String> sheet : sheets.entrySet()) {
        number++;
        tabs.append(
            "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"%s/>"
                .formatted(
                    escaped(sheet.getKey()),
                    number,
                    number,
                    hidden.contains(sheet.getKey()) ? " state=\"hidden\"" : ""));
        relations.append(
            "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                .formatted(number, RELATIONS, number));
        put(zip, "xl/worksheets/sheet%d.xml".formatted(number), sheet.getValue());
      }
      put(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
          </Types>""");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr%s/><sheets>%s</sheets></workbook>"
              .formatted(MAIN, RELATIONS, from1904 ? " date1904=\"1\"" : "", tabs));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
              .formatted(relations));
      put(
          zip,
          "xl/styles.xml",
          """
          <styleSheet xmlns="%s"><numFmts>
          <numFmt numFmtId="164" formatCode="&quot;T&#225;ng&quot; m/yyyy"/><numFmt numFmtId="165" formatCode="0.0%%"/>
          <numFmt numFmtId="166" formatCode="#,##0,"/><numFmt numFmtId="167" formatCode="00000000"/></numFmts>
          <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>
          </styleSheet>"""
              .formatted(MAIN));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
