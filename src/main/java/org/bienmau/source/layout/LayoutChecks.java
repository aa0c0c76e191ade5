package org.bienmau.source.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.YamlPart;

/**
 * What must fit together inside one layout: every column has a source, every part is remembered.
 */
final class LayoutChecks {
  /** Remembered without a pattern: the names of the file and of the sheet. */
  static final Set<String> ALWAYS = Set.of("file", "sheet");

  /** What the provenance beside a file may tell, or a fixed rule. */
  static final Set<String> TOLD_ELSEWHERE =
      Set.of("publisher", "published_on", "source_url", "qualifier");

  private final Layout layout;
  private final Contract contract;
  private final YamlPart root;
  private final List<String> problems;

  /**
   * @param root the layout's file, for the lines of its keys
   */
  LayoutChecks(Layout layout, Contract contract, YamlPart root, List<String> problems) {
    this.layout = layout;
    this.contract = contract;
    this.root = root;
    this.problems = problems;
  }

  void run() {
    Set<String> known = remembered();
    for (Condition condition : layout.conditions()) {
      Set<String> here = new TreeSet<>(known);
      here.addAll(TextPattern.names(condition.reads()));
      condition
          .set()
          .forEach((column, text) -> refuseUnknown(condition.line(), column, text.names(), here));
    }
    for (List<Field> entry : layout.entries()) {
      check(entry, known);
    }
  }

  /** What names of files, sheets, titles, cells and rows remember. */
  private Set<String> remembered() {
    Set<String> known = new TreeSet<>(ALWAYS);
    addAll(known, "files", layout.names());
    addAll(known, "sheets", layout.sheets().names());
    layout.titles().forEach(title -> addAll(known, "title", title));
    layout.remembered().stream()
        .filter(field -> !known.add(field.column()))
        .forEach(
            field -> problem(field.line(), "{%s} is remembered already".formatted(field.column())));
    for (Condition condition : layout.conditions()) {
      Set<String> names = TextPattern.names(condition.reads());
      boolean keeps =
          condition.effect() == Condition.Effect.REMEMBER
              || condition.effect() == Condition.Effect.REMEMBER_BELOW;
      if (keeps && names.isEmpty()) {
        problem(condition.line(), "remember has nothing to remember: reads has no {part}");
      }
      // Several kinds of rows may tell the same part, and a row may tell another than those above.
      known.addAll(keeps ? names : Set.of());
    }
    return known;
  }

  private void addAll(Set<String> known, String key, List<TextPattern> ways) {
    int line = root.lineOf(key);
    Set<String> names = TextPattern.names(ways);
    ways.stream()
        .filter(way -> !Set.copyOf(way.names()).equals(names))
        .forEach(
            way ->
                problem(line, "%s: \"%s\" does not remember all of %s".formatted(key, way, names)));
    names.stream()
        .filter(name -> !known.add(name))
        .forEach(name -> problem(line, "%s: {%s} is remembered already".formatted(key, name)));
  }

  private void check(List<Field> entry, Set<String> known) {
    int line = entry.isEmpty() ? root.lineOf("columns") : entry.get(entry.size() - 1).line();
    Set<String> filled = new LinkedHashSet<>();
    for (Field field : entry) {
      field.columns().stream()
          .filter(column -> !filled.add(column))
          .forEach(
              column -> problem(field.line(), "%s is filled twice in one row".formatted(column)));
    }
    Set<String> inHeadings = Field.remembered(entry);
    inHeadings.stream()
        .filter(known::contains)
        .forEach(name -> problem(line, "{%s} of a heading is remembered already".formatted(name)));
    Set<String> all = new TreeSet<>(known);
    all.addAll(inHeadings);
    entry.forEach(field -> refuseUnknown(field.line(), field.column(), field.needs(), all));
    boolean oneHasAll =
        inHeadings.isEmpty()
            || entry.stream().anyMatch(field -> field.remembers().containsAll(inHeadings));
    if (!oneHasAll) {
      problem(
          line,
          "no heading remembers all of %s, so that nobody can tell which cells belong together; write * for parts that nothing uses"
              .formatted(inHeadings));
    }
    refuseMissing(filled, line);
  }

  private void refuseMissing(Set<String> filled, int line) {
    List<String> missing = new ArrayList<>();
    for (ContractColumn column : contract.columns()) {
      String name = column.name();
      boolean set = layout.conditions().stream().anyMatch(one -> one.set().containsKey(name));
      boolean elsewhere = !contract.isOfRecords() && TOLD_ELSEWHERE.contains(name);
      if (column.required() && !filled.contains(name) && !set && !elsewhere) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      problem(
          line,
          "nothing fills %s, which every row of %s needs"
              .formatted(String.join(", ", missing), contract.dataset()));
    }
  }

  private void refuseUnknown(int line, String column, Set<String> needed, Set<String> known) {
    needed.stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                problem(
                    line,
                    "%s needs {%s}, which nothing remembers; known are %s"
                        .formatted(column, name, String.join(", ", known))));
  }

  private void problem(int line, String what) {
    String problem = line == 0 ? what : "line %d: %s".formatted(line, what);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
