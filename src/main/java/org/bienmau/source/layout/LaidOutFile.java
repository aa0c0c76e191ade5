package org.bienmau.source.layout;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bienmau.source.Contract;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.SourceRow;

/**
 * A file read through a layout: the table of a contract that the layout makes of it.
 *
 * <p>Lines are those of that table, 1 being its header; every row says where in the file it comes
 * from. The rows can be gone through once, and are made while they are asked for.
 */
public final class LaidOutFile implements Iterable<SourceRow>, Closeable {
  private final String name;
  private final Layout layout;
  private final Contract contract;
  private final Map<String, String> defaults;
  private final SheetFile file;
  private final Iterator<Map.Entry<Integer, Map<String, String>>> sheets;
  private final Map<String, String> fileParts;
  private final Deque<LaidOutSheet.Made> ready = new ArrayDeque<>();
  private final Tally tally = new Tally();
  private final Set<ColumnUse> uses = new LinkedHashSet<>();
  private RowCursor rows;
  private LaidOutSheet sheet;
  private long line = 1;

  private LaidOutFile(
      String name,
      Layout layout,
      Contract contract,
      Map<String, String> defaults,
      SheetFile file,
      Map<Integer, Map<String, String>> chosen) {
    this.name = name;
    this.layout = layout;
    this.contract = contract;
    this.defaults = defaults;
    this.file = file;
    this.sheets = chosen.entrySet().iterator();
    this.fileParts = FileNames.parts(layout, name);
  }

  /**
   * Opens a file.
   *
   * @param name its name without its folder
   * @param contract the layout's
   * @param told what is known of the file besides: publisher, published_on and source_url, by
   *     column
   * @throws SourceDataException if the file is not what the layout is for, when its first sheet is
   *     wrong; later sheets are refused when they are reached
   */
  public static LaidOutFile open(
      String name, FileContent content, Layout layout, Contract contract, Map<String, String> told)
      throws IOException {
    SheetFile file = open(name, content, layout.form());
    try {
      Map<Integer, Map<String, String>> chosen = layout.sheets().among(file.tabs());
      if (chosen.isEmpty()) {
        throw noSheet(name, layout, file.tabs());
      }
      LaidOutFile laidOut =
          new LaidOutFile(name, layout, contract, Defaults.of(name, contract, told), file, chosen);
      laidOut.openNext();
      return laidOut;
    } catch (SourceDataException | IOException refused) {
      file.close();
      throw refused;
    }
  }

  static SheetFile open(String name, FileContent content, Layout.Form form) throws IOException {
    return switch (form.kind()) {
      case CSV -> new DelimitedSheet(name, content, form.delimiter(), form.encoding());
      case XLSX -> new Workbook(name, content);
      case JSONL -> new JsonLinesSheet(name, content, form.encoding());
    };
  }

  /** What became of the rows so far, as a sentence for the person who watches. */
  public String tally() {
    return tally.sentence();
  }

  /**
   * The rows of the table.
   *
   * @throws UncheckedIOException from the iterator when the bytes cannot be read
   * @throws SourceDataException from the iterator when a later sheet does not fit the layout
   */
  @Override
  public Iterator<SourceRow> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        try {
          fill();
          return !ready.isEmpty();
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }

      @Override
      public SourceRow next() {
        if (!hasNext()) {
          throw new NoSuchElementException("Cannot read another row: the file has ended.");
        }
        LaidOutSheet.Made made = ready.remove();
        tally.made++;
        return new SourceRow(++line, made.raw(), made.cells(), made.faults(), made.origin());
      }
    };
  }

  /** What the columns of the sheets read so far are used for. */
  public List<ColumnUse> uses() {
    Set<ColumnUse> all = new LinkedHashSet<>(uses);
    if (sheet != null) {
      all.addAll(sheet.uses());
    }
    return List.copyOf(all);
  }

  private void fill() throws IOException {
    while (ready.isEmpty() && sheet != null) {
      List<LaidOutSheet.Made> made = sheet.next(tally);
      if (made == null) {
        openNext();
      } else {
        ready.addAll(made);
      }
    }
  }

  private void openNext() throws IOException {
    if (sheet != null) {
      uses.addAll(sheet.uses());
    }
    if (rows != null) {
      rows.close();
    }
    if (!sheets.hasNext()) {
      sheet = null;
      return;
    }
    Map.Entry<Integer, Map<String, String>> tab = sheets.next();
    rows = new RowCursor(file.open(tab.getKey()));
    Map<String, String> parts = new LinkedHashMap<>(fileParts);
    parts.putAll(tab.getValue());
    parts.put("sheet", rows.sheet().name());
    if (layout.form().kind() == Layout.Form.Kind.JSONL) {
      sheet = new LaidOutSheet(layout, contract, rows, null, null, parts, defaults);
      return;
    }
    Headings headings =
        Headings.read(rows, layout.header())
            .orElseThrow(
                () ->
                    refused(
                        "has no header that %s"
                            .formatted(
                                layout.header().from() == null
                                    ? "begins in row " + layout.header().at()
                                    : "begins with \"%s\"".formatted(layout.header().from()))));
    parts.putAll(titles(headings));
    Binding binding = Binding.of(layout, headings.names(), false);
    if (!binding.problems().isEmpty()) {
      throw refused(
          String.join(", and ", binding.problems())
              + ". Its headings are "
              + Binding.shown(headings.names()));
    }
    sheet = new LaidOutSheet(layout, contract, rows, headings, binding, parts, defaults);
  }

  private Map<String, String> titles(Headings headings) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (List<TextPattern> ways : layout.titles()) {
      Optional<Map<String, String>> found =
          headings.above().stream()
              .flatMap(text -> ways.stream().map(way -> way.match(text)).flatMap(Optional::stream))
              .findFirst();
      parts.putAll(
          found.orElseThrow(
              () ->
                  refused(
                      "has no cell above its header that reads %s"
                          .formatted(
                              ways.stream()
                                  .map(way -> "\"" + way + "\"")
                                  .collect(Collectors.joining(" or "))))));
    }
    return parts;
  }

  private SourceDataException refused(String what) {
    String sheetName = rows.sheet().name();
    return new SourceDataException(
        name,
        "%s %s"
            .formatted(sheetName.isEmpty() ? "it" : "its sheet \"%s\"".formatted(sheetName), what),
        "Correct the file, or the layout %s (%s).".formatted(layout.name(), layout.file()));
  }

  private static SourceDataException noSheet(String name, Layout layout, List<SheetFile.Tab> tabs) {
    List<String> names = new ArrayList<>();
    tabs.forEach(tab -> names.add("\"" + tab.name() + "\"" + (tab.isHidden() ? " (hidden)" : "")));
    return new SourceDataException(
        name,
        "it has none of the sheets that its layout reads; its sheets are "
            + String.join(", ", names),
        "Correct the file, or sheets in the layout %s (%s)."
            .formatted(layout.name(), layout.file()));
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
    file.close();
  }
}
