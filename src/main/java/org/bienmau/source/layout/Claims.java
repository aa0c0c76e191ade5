package org.bienmau.source.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bienmau.source.SourceDataException;

/** Whether layouts are for one file: by its name, its first bytes, its headings. */
final class Claims {
  private final String name;
  private final FileContent content;
  private final Layout.Form.Kind kind;

  Claims(String name, FileContent content) throws IOException {
    this.name = name;
    this.content = content;
    this.kind = kind(content);
  }

  /** Workbooks are archives, lines of JSON begin with a brace, everything else is text. */
  static Layout.Form.Kind kind(FileContent content) throws IOException {
    byte[] beginning;
    try (InputStream in = content.open()) {
      beginning = in.readNBytes(64);
    }
    if (beginning.length > 3 && beginning[0] == 'P' && beginning[1] == 'K' && beginning[2] == 3) {
      return Layout.Form.Kind.XLSX;
    }
    for (byte one : beginning) {
      boolean isMarkOrSpace = one <= ' ';
      if (!isMarkOrSpace) {
        return one == '{' ? Layout.Form.Kind.JSONL : Layout.Form.Kind.CSV;
      }
    }
    return Layout.Form.Kind.CSV;
  }

  /** Why a layout is not for the file; empty when it is. */
  Optional<String> refusal(Layout layout) throws IOException {
    if (!FileNames.fits(layout, name)) {
      return Optional.of("is for files named " + ways(layout.names()));
    }
    if (layout.form().kind() != kind) {
      return Optional.of(
          "is for %s, and the file is %s".formatted(words(layout.form().kind()), words(kind)));
    }
    return layout.headings().isEmpty() ? Optional.empty() : refusalOfHeadings(layout);
  }

  private Optional<String> refusalOfHeadings(Layout layout) throws IOException {
    try (SheetFile file = LaidOutFile.open(name, content, layout.form())) {
      Map<Integer, Map<String, String>> chosen = layout.sheets().among(file.tabs());
      if (chosen.isEmpty()) {
        return Optional.of("finds none of its sheets");
      }
      try (RowCursor rows = new RowCursor(file.open(chosen.keySet().iterator().next()))) {
        List<String> headings = headings(rows, layout);
        return layout.headings().stream()
            .filter(wanted -> headings.stream().noneMatch(wanted::matches))
            .findFirst()
            .map(missing -> "finds no heading \"%s\"".formatted(missing));
      }
    } catch (SourceDataException unreadable) {
      return Optional.of("cannot read it");
    }
  }

  private static List<String> headings(RowCursor rows, Layout layout) throws IOException {
    if (layout.form().kind() != Layout.Form.Kind.JSONL) {
      return Headings.read(rows, layout.header()).map(Headings::names).orElse(List.of());
    }
    SheetRow first = rows.next();
    return first == null ? List.of() : first.keys();
  }

  private static String ways(List<TextPattern> names) {
    return names.stream()
        .map(one -> "\"" + one + "\"")
        .reduce((one, next) -> one + " or " + next)
        .orElse("");
  }

  private static String words(Layout.Form.Kind kind) {
    return switch (kind) {
      case CSV -> "delimited text";
      case XLSX -> "a workbook";
      case JSONL -> "lines of JSON";
    };
  }
}
