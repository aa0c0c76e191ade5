package org.bienmau.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in register files, to be told all at once. */
final class Problems {
  private static final String FOLDER = "conf/reference/";

  private final List<Problem> found = new ArrayList<>();

  void add(String file, long line, String sentence) {
    found.add(new Problem(file, line, sentence));
  }

  void addColumn(String file, long line, String column, String value, String why) {
    add(file, line, "column %s has '%s': %s".formatted(column, value, why));
  }

  /**
   * Ends the reading of registers if anything was wrong.
   *
   * @throws InvalidRegistersException with every problem, by file and line
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRegistersException(
          found.stream()
              .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line))
              .map(problem -> FOLDER + problem.text())
              .toList());
    }
  }

  private record Problem(String file, long line, String sentence) {
    String text() {
      return line == 0 ? file + ": " + sentence : file + " line " + line + ": " + sentence;
    }
  }
}
