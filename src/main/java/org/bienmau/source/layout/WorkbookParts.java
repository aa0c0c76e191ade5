package org.bienmau.source.layout;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bienmau.source.SourceDataException;

/**
 * What the library that reads the cells of a workbook does not tell: which cells are merged, a list
 * that stands behind the cells of each sheet, and which formulas give an empty text and not nothing
 * at all.
 */
final class WorkbookParts {
  /** A workbook of statistics does not unpack to more; a file made to fill the memory does. */
  private static final long MOST_BYTES = 1L << 30;

  private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d+):([A-Z]{1,3})(\\d+)");
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final String file;
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, List<MergedCells.Range>> ranges = new HashMap<>();
  private final Map<String, Set<String>> emptyTexts = new HashMap<>();

  private WorkbookParts(String file) {
    this.file = file;
  }

  /**
   * Goes through the parts of a workbook once.
   *
   * @throws SourceDataException if it unpacks to more than any workbook of figures would
   */
  static WorkbookParts read(String file, FileContent content)
      throws IOException, XMLStreamException {
    WorkbookParts parts = new WorkbookParts(file);
    try (ZipInputStream zip = new ZipInputStream(content.open())) {
      Counted counted = parts.new Counted(zip);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith("workbook.xml.rels")) {
          parts.readTargets(counted);
        } else if (name.contains("worksheets/") && name.endsWith(".xml")) {
          parts.readSheet(name, counted);
        } else {
          counted.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
    }
    return parts;
  }

  /**
   * The merged cells of a sheet.
   *
   * @param relation the sheet's id among the relations of the workbook
   */
  MergedCells mergedOf(String relation) {
    return new MergedCells(ranges.getOrDefault(part(relation), List.of()));
  }

  /** The cells of a sheet whose formulas give an empty text, such as H10. */
  Set<String> emptyTextsOf(String relation) {
    return emptyTexts.getOrDefault(part(relation), Set.of());
  }

  private String part(String relation) {
    String target = targets.getOrDefault(relation, "").toLowerCase(Locale.ROOT);
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  private void readTargets(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = XML.createXMLStreamReader(in);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Relationship")) {
        targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
      }
    }
  }

  private void readSheet(String part, InputStream in) throws XMLStreamException {
    List<MergedCells.Range> merged = new ArrayList<>();
    Set<String> empty = new HashSet<>();
    String text = null;
    XMLStreamReader xml = XML.createXMLStreamReader(in);
    while (xml.hasNext()) {
      int what = xml.next();
      if (what == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        boolean isText = "str".equals(xml.getAttributeValue(null, "t"));
        text = isText ? xml.getAttributeValue(null, "r") : null;
      } else if (text != null && isValue(xml, what)) {
        if (xml.getElementText().isEmpty()) {
          empty.add(text);
        }
      } else if (what == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("mergeCell")) {
        add(RANGE.matcher(String.valueOf(xml.getAttributeValue(null, "ref"))), merged);
      }
    }
    ranges.put(part, merged);
    emptyTexts.put(part, empty);
  }

  private static boolean isValue(XMLStreamReader xml, int what) {
    return what == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v");
  }

  private static void add(Matcher range, List<MergedCells.Range> merged) {
    if (range.matches()) {
      merged.add(
          new MergedCells.Range(
              Long.parseLong(range.group(2)),
              Long.parseLong(range.group(4)),
              ColumnLetters.index(range.group(1)),
              ColumnLetters.index(range.group(3))));
    }
  }

  /** Counts what comes out of the archive, and leaves closing it to its owner. */
  private final class Counted extends FilterInputStream {
    private long left = MOST_BYTES;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(read);
      return read;
    }

    private void count(int read) {
      left -= Math.max(0, read);
      if (left < 0) {
        throw new SourceDataException(
            file,
            "it unpacks to more than %,d bytes".formatted(MOST_BYTES),
            "Deliver the figures in several workbooks, or as CSV.");
      }
    }

    @Override
    public void close() {}
  }
}
