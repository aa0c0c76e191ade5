package org.bienmau.source.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bienmau.source.TextEncoding;

/**
 * How the files of one form become rows of one contract.
 *
 * @param file the layout's own file, for errors
 * @param name what it is called in the ledger
 * @param version its semantic version
 * @param hash the first 16 digits of the SHA-256 of its text; another text reads files anew
 * @param description what kind of file it is for, in English
 * @param descriptionVi the same in Vietnamese
 * @param dataset the contract that the rows are held to
 * @param names what names of its files read; empty when only headings tell
 * @param headings headings that its files have; empty when only names tell
 * @param form what its files are made of
 * @param sheets which sheets of a workbook are read
 * @param titles what cells above the header read, each in one of several ways
 * @param header where the header stands
 * @param reading how cells are read
 * @param remembered cells whose texts are parts for the constants of their rows, under the names of
 *     these fields
 * @param columns columns of the contract that are the same in every row
 * @param rows what else each row of the sheet becomes: one row of the contract for each entry
 * @param conditions what is special about some rows
 * @param ignored headings that are of no interest
 */
public record Layout(
    String file,
    String name,
    String version,
    String hash,
    String description,
    String descriptionVi,
    String dataset,
    List<TextPattern> names,
    List<TextPattern> headings,
    Form form,
    SheetChoice sheets,
    List<List<TextPattern>> titles,
    HeaderRule header,
    CellReading reading,
    List<Field> remembered,
    List<Field> columns,
    List<List<Field>> rows,
    List<Condition> conditions,
    List<TextPattern> ignored)
    implements Serializable {

  /**
   * What a file is made of.
   *
   * @param kind csv, xlsx or jsonl
   * @param delimiter what stands between the cells of a csv
   * @param encoding null for: by the byte order mark, else UTF-8
   */
  public record Form(Kind kind, char delimiter, TextEncoding encoding) implements Serializable {
    /** Kinds of files. */
    public enum Kind {
      CSV,
      XLSX,
      JSONL
    }
  }

  public Layout {
    names = List.copyOf(names);
    headings = List.copyOf(headings);
    titles = titles.stream().map(List::copyOf).toList();
    remembered = List.copyOf(remembered);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    conditions = List.copyOf(conditions);
    ignored = List.copyOf(ignored);
  }

  /** What the ledger calls it: a name for people and a hash that changes with its text. */
  public String id() {
    return "%s %s (%s)".formatted(name, version, hash);
  }

  /** What its files are made of, as the layout writes it. */
  public String formName() {
    return form.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Which files it is for, in words. */
  public String isFor() {
    String named = names.isEmpty() ? "" : "named " + either(names, " or ");
    String headed = headings.isEmpty() ? "" : "with headings " + either(headings, " and ");
    return (named + " " + headed).strip();
  }

  private static String either(List<TextPattern> patterns, String between) {
    return patterns.stream()
        .map(pattern -> "\"" + pattern + "\"")
        .collect(Collectors.joining(between));
  }

  /** All fields of each row of the contract that a row of the sheet becomes. */
  List<List<Field>> entries() {
    if (rows.isEmpty()) {
      return List.of(columns);
    }
    return rows.stream()
        .map(
            own -> {
              List<Field> all = new ArrayList<>(columns);
              all.addAll(own);
              return List.copyOf(all);
            })
        .toList();
  }
}
