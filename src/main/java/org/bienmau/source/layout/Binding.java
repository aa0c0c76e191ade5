package org.bienmau.source.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A layout held to the headings of one sheet: which column each field is read from.
 *
 * @param plans what each row of the sheet becomes
 * @param remembered fields whose cells are parts for constants
 * @param conditions what is special about rows, with the column that is looked at
 * @param nameless columns without a heading that nobody reads
 * @param uses what the columns with headings are used for
 * @param problems why the headings do not fit, as they complete "the sheet …"
 */
record Binding(
    List<Plan> plans,
    List<Source> remembered,
    List<Watch> conditions,
    Set<Integer> nameless,
    List<ColumnUse> uses,
    List<String> problems) {
  /** Stands for no column. */
  static final int NONE = -1;

  private static final String WHEN = "when";

  /** A field and its column; {@link #NONE} when it is a constant or the file lacks it. */
  record Source(Field field, int column) {}

  /** A condition and its column; {@link #NONE} for any cell. */
  record Watch(Condition condition, int column) {}

  /**
   * One row of the contract that each row of the sheet becomes.
   *
   * @param sources all fields
   * @param parts what headings remember
   * @param own columns that belong to it alone; where all of them are empty it makes no row
   */
  record Plan(List<Source> sources, Map<String, String> parts, Set<Integer> own) {}

  /**
   * Holds a layout to headings.
   *
   * @param areKeys whether a row names its cells itself, so that any of them may be absent
   */
  static Binding of(Layout layout, List<String> headings, boolean areKeys) {
    return new Binder(layout, headings, areKeys).bind();
  }

  private static final class Binder {
    private final Layout layout;
    private final List<String> headings;
    private final boolean areKeys;
    private final List<String> problems = new ArrayList<>();
    private final Map<Integer, Set<String>> claimed = new HashMap<>();

    Binder(Layout layout, List<String> headings, boolean areKeys) {
      this.layout = layout;
      this.headings = headings;
      this.areKeys = areKeys;
    }

    Binding bind() {
      List<Plan> plans = new ArrayList<>();
      List<List<Field>> entries = layout.entries();
      for (int i = 0; i < entries.size(); i++) {
        List<Field> own = layout.rows().isEmpty() ? List.of() : layout.rows().get(i);
        plans.addAll(plans(entries.get(i), own));
      }
      List<Source> remembered =
          layout.remembered().stream()
              .map(
                  field ->
                      new Source(
                          field,
                          columns(field, "{" + field.column() + "}").getOrDefault(Map.of(), NONE)))
              .toList();
      List<Watch> conditions = layout.conditions().stream().map(this::watch).toList();
      refuseUnclaimed();
      return new Binding(
          List.copyOf(plans),
          remembered,
          conditions,
          nameless(),
          uses(),
          problems.stream().distinct().toList());
    }

    private void claim(int column, String as) {
      claimed.computeIfAbsent(column, any -> new LinkedHashSet<>()).add(as);
    }

    private Set<Integer> nameless() {
      return IntStream.range(0, headings.size())
          .filter(column -> headings.get(column).isEmpty() && !claimed.containsKey(column))
          .boxed()
          .collect(Collectors.toSet());
    }

    private List<ColumnUse> uses() {
      return IntStream.range(0, headings.size())
          .filter(column -> !headings.get(column).isEmpty() || claimed.containsKey(column))
          .mapToObj(
              column ->
                  new ColumnUse(
                      "",
                      letters(column),
                      headings.get(column),
                      List.copyOf(claimed.getOrDefault(column, Set.of()))))
          .toList();
    }

    private List<Plan> plans(List<Field> fields, List<Field> own) {
      Set<String> names = Field.remembered(fields);
      Map<Field, Map<Map<String, String>, Integer>> found = new LinkedHashMap<>();
      Set<Map<String, String>> rows = new LinkedHashSet<>();
      for (Field field : fields) {
        Map<Map<String, String>, Integer> columns = columns(field, field.column());
        found.put(field, columns);
        if (!names.isEmpty() && field.remembers().containsAll(names)) {
          rows.addAll(columns.keySet());
        }
      }
      if (names.isEmpty()) {
        rows.add(Map.of());
      }
      return rows.stream().map(parts -> plan(found, parts, own)).toList();
    }

    private static Plan plan(
        Map<Field, Map<Map<String, String>, Integer>> found,
        Map<String, String> parts,
        List<Field> ownFields) {
      List<Source> sources = new ArrayList<>();
      Set<Integer> own = new HashSet<>();
      found.forEach(
          (field, columns) -> {
            Map<String, String> key = new LinkedHashMap<>(parts);
            key.keySet().retainAll(field.remembers());
            int column = columns.getOrDefault(key, NONE);
            sources.add(new Source(field, column));
            if (column != NONE && (ownFields.contains(field) || !field.remembers().isEmpty())) {
              own.add(column);
            }
          });
      if (own.isEmpty()) {
        sources.stream().map(Source::column).filter(c -> c != NONE).forEach(own::add);
      }
      return new Plan(sources, parts, own);
    }

    /** The columns of a field by what their headings remember. */
    private Map<Map<String, String>, Integer> columns(Field field, String as) {
      Map<Map<String, String>, Integer> columns = new LinkedHashMap<>();
      if (!field.isFromCells()) {
        return columns;
      }
      if (field.at() >= 0) {
        column(field.at(), field.headings(), field.isOptional(), as)
            .ifPresent(c -> columns.put(Map.of(), c));
        return columns;
      }
      for (int column = 0; column < headings.size(); column++) {
        Optional<Map<String, String>> parts = match(field.headings(), headings.get(column));
        if (parts.isPresent()) {
          claim(column, as);
          Integer other = columns.putIfAbsent(parts.get(), column);
          if (other != null) {
            problems.add(
                "has two columns whose heading reads %s, %s and %s"
                    .formatted(field.heading(), letters(other), letters(column)));
          }
        }
      }
      if (columns.isEmpty() && !field.isOptional() && !areKeys) {
        problems.add("has no column whose heading reads %s".formatted(field.heading()));
      }
      return columns;
    }

    private Optional<Integer> column(
        int at, List<TextPattern> reads, boolean isOptional, String as) {
      String heading = at < headings.size() ? headings.get(at) : "";
      if (at >= headings.size() && isOptional) {
        return Optional.empty();
      }
      if (at >= headings.size() || (!reads.isEmpty() && match(reads, heading).isEmpty())) {
        problems.add(
            "has the heading \"%s\" in column %s, not %s"
                .formatted(
                    heading,
                    letters(at),
                    reads.isEmpty() ? "one of its own" : reads.get(0).toString()));
        return Optional.empty();
      }
      claim(at, as);
      return Optional.of(at);
    }

    private Watch watch(Condition condition) {
      if (condition.isOfAnyCell()) {
        return new Watch(condition, NONE);
      }
      if (condition.at() >= 0) {
        return new Watch(
            condition, column(condition.at(), condition.headings(), false, WHEN).orElse(NONE));
      }
      List<Integer> columns = new ArrayList<>();
      for (int column = 0; column < headings.size(); column++) {
        if (match(condition.headings(), headings.get(column)).isPresent()) {
          columns.add(column);
        }
      }
      columns.forEach(column -> claim(column, WHEN));
      if (columns.size() != 1 && !(areKeys && columns.isEmpty())) {
        problems.add(
            "has %s whose heading reads \"%s\", on which rows depend"
                .formatted(
                    columns.isEmpty() ? "no column" : "several columns",
                    condition.headings().get(0)));
      }
      return new Watch(condition, columns.isEmpty() ? Integer.MAX_VALUE : columns.get(0));
    }

    /** A column that nobody speaks of might be a gate or a month that nobody notices is missing. */
    private void refuseUnclaimed() {
      for (int column = 0; column < headings.size(); column++) {
        String heading = headings.get(column);
        boolean isOpen =
            !heading.isEmpty() && !claimed.containsKey(column) && layout.header().rows() > 0;
        if (isOpen && match(layout.ignored(), heading).isEmpty()) {
          problems.add(
              "has the %s \"%s\", of which the layout says nothing"
                  .formatted(
                      areKeys ? "key" : "column %s with the heading".formatted(letters(column)),
                      heading));
        }
      }
    }

    private String letters(int column) {
      return areKeys ? headings.get(column) : ColumnLetters.of(column);
    }
  }

  private static Optional<Map<String, String>> match(Collection<TextPattern> ways, String heading) {
    return heading.isEmpty()
        ? Optional.empty()
        : ways.stream().map(way -> way.match(heading)).flatMap(Optional::stream).findFirst();
  }

  /** The headings for a person who looks for what does not fit. */
  static String shown(List<String> headings) {
    Stream<String> filled = headings.stream().filter(heading -> !heading.isEmpty());
    return filled.map(heading -> "\"" + heading + "\"").collect(Collectors.joining(", "));
  }
}
