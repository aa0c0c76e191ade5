package org.bienmau.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In what a file's header is not the contract's.
 *
 * @param missing columns of the contract that it lacks
 * @param unknown columns that the contract does not have
 * @param repeated columns that stand in it more than once
 */
record HeaderDifference(List<String> missing, List<String> unknown, List<String> repeated) {

  static HeaderDifference of(List<String> header, Contract contract) {
    List<String> expected = contract.columnNames();
    Set<String> seen = new HashSet<>();
    return new HeaderDifference(
        expected.stream().filter(name -> !header.contains(name)).toList(),
        header.stream().filter(name -> !expected.contains(name)).distinct().toList(),
        header.stream().filter(name -> !seen.add(name)).distinct().toList());
  }

  boolean isNone() {
    return missing.isEmpty() && unknown.isEmpty() && repeated.isEmpty();
  }

  /** What is wrong, as it completes "the header …". */
  String sentence() {
    List<String> parts = new ArrayList<>();
    add(parts, "lacks the columns ", missing);
    add(parts, "has the unknown columns ", unknown);
    add(parts, "repeats the columns ", repeated);
    return String.join(", and ", parts);
  }

  private static void add(List<String> parts, String words, List<String> columns) {
    if (!columns.isEmpty()) {
      parts.add(
          columns.stream()
              .map(name -> "\"" + name + "\"")
              .collect(Collectors.joining(", ", words, "")));
    }
  }
}
