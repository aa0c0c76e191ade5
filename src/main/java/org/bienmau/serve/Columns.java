package org.bienmau.serve;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as columns, the shape in which the page carries it: {@code {"n":2,"c":{"scope_id":{"d":
 * [...],"i":[...]},"value":{"v":[...]}}}}.
 *
 * <p>Texts that repeat are kept once and numbered, -1 for an empty cell, which makes a table about
 * five times smaller than as objects.
 */
final class Columns {
  private Columns() {}

  /** The rows in an order of their own, so that equal rows give equal bytes. */
  static String json(List<String> names, Collection<List<Object>> rows) {
    List<List<Object>> sorted = rows.stream().sorted(BY_CELLS).toList();
    String columns =
        IntStream.range(0, names.size())
            .mapToObj(i -> PageJson.text(names.get(i)) + ":" + column(sorted, i))
            .collect(Collectors.joining(","));
    return "{\"n\":%d,\"c\":{%s}}".formatted(sorted.size(), columns);
  }

  private static String column(List<List<Object>> rows, int i) {
    List<Object> cells = rows.stream().map(row -> row.get(i)).toList();
    TreeSet<String> texts = new TreeSet<>();
    for (Object cell : cells) {
      if (cell instanceof String text) {
        texts.add(text);
      } else if (cell != null) {
        return "{\"v\":[%s]}".formatted(joined(cells));
      }
    }
    boolean repeats = texts.size() < 2 || texts.size() * 3 < cells.size() * 2;
    return repeats ? numbered(cells, texts) : "{\"v\":[%s]}".formatted(joined(cells));
  }

  private static String numbered(List<Object> cells, TreeSet<String> texts) {
    TreeMap<String, Integer> numbers = new TreeMap<>();
    texts.forEach(text -> numbers.put(text, numbers.size()));
    String index =
        cells.stream()
            .map(cell -> cell == null ? "-1" : numbers.get(cell).toString())
            .collect(Collectors.joining(","));
    return "{\"d\":[%s],\"i\":[%s]}".formatted(joined(texts), index);
  }

  private static String joined(Collection<?> cells) {
    return cells.stream().map(PageJson::of).collect(Collectors.joining(","));
  }

  private static final Comparator<List<Object>> BY_CELLS =
      (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
          int order = Objects.toString(a.get(i), "").compareTo(Objects.toString(b.get(i), ""));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };
}
