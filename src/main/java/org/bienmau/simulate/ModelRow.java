package org.bienmau.simulate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bienmau.reference.Direction;

/** One line of a model file; what cannot be read becomes a problem and a stand-in. */
final class ModelRow {
  private final String file;
  private final long line;
  private final Map<String, String> cells;
  private final List<String> problems;

  ModelRow(String file, long line, Map<String, String> cells, List<String> problems) {
    this.file = file;
    this.line = line;
    this.cells = cells;
    this.problems = problems;
  }

  /** A text that must be there. */
  String text(String column) {
    String text = optional(column);
    if (text.isEmpty()) {
      refuse(column, "it must not be empty");
    }
    return text;
  }

  /** A text that may be empty. */
  String optional(String column) {
    return cells.getOrDefault(column, "");
  }

  /** The parts between bars; none when the cell is empty. */
  List<String> list(String column) {
    String text = optional(column);
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split("\\|")).map(String::strip).toList();
  }

  /** Parts such as {@code USD:0.9|CNY:0.1}, in their order. */
  Map<String, Double> shares(String column) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String part : list(column)) {
      String[] pair = part.split(":", 2);
      shares.put(pair[0], parsed(column, pair.length == 2 ? pair[1] : ""));
    }
    return shares;
  }

  /** A number that must be there and not below zero. */
  double number(String column) {
    double number = parsed(column, optional(column));
    if (number < 0) {
      refuse(column, "it must not be below zero");
    }
    return number;
  }

  int whole(String column) {
    double number = parsed(column, optional(column));
    if (number != StrictMath.rint(number)) {
      refuse(column, "it must be a whole number");
    }
    return (int) number;
  }

  Optional<LocalDate> day(String column) {
    try {
      String text = optional(column);
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      refuse(column, "it must be a day such as 2024-05-27");
      return Optional.empty();
    }
  }

  /** One direction, or none for both. */
  Optional<Direction> direction(String column) {
    String text = optional(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.equals(Direction.EXPORT.id()) && !text.equals(Direction.IMPORT.id())) {
      refuse(column, "it must be export, import or empty");
      return Optional.empty();
    }
    return Optional.of(Direction.valueOf(text.toUpperCase(Locale.ROOT)));
  }

  /** Notes that an id is not among those that are known. */
  void require(String column, String id, Iterable<String> known) {
    for (String one : known) {
      if (one.equals(id)) {
        return;
      }
    }
    refuse(column, "'%s' is not known; known are %s".formatted(id, String.join(", ", known)));
  }

  void refuse(String column, String why) {
    problems.add(
        "%s, line %d, column %s, '%s': %s.".formatted(file, line, column, optional(column), why));
  }

  private double parsed(String column, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      refuse(column, "it must be a number such as 0.25");
      return 0;
    }
  }
}
