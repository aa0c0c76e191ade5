package org.bienmau.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a register file. What cannot be read is noted as a problem and comes back as null, so
 * that reading goes on and the next problem is found as well.
 */
final class RegisterRow {
  private final String file;
  private final long line;
  private final Map<String, String> cells;
  private final Problems problems;
  private boolean sound = true;

  RegisterRow(String file, long line, Map<String, String> cells, Problems problems) {
    this.file = file;
    this.line = line;
    this.cells = cells;
    this.problems = problems;
  }

  String file() {
    return file;
  }

  long line() {
    return line;
  }

  /** Whether every cell read so far could be read. */
  boolean isSound() {
    return sound;
  }

  /** A text that must be there. */
  String text(String column) {
    return present(column).orElse(null);
  }

  /** A text that may be empty and then is null. */
  String optional(String column) {
    return cell(column).isEmpty() ? null : cell(column);
  }

  /** A text that may be empty and then stays an empty text. */
  String note() {
    return cell("note");
  }

  /** The address or document that every row must name. */
  String source() {
    if (cell("source").isEmpty()) {
      refuse("source", "every row must name the page or document that says so");
      return null;
    }
    return cell("source");
  }

  /** The parts between bars; none when the cell is empty. */
  List<String> list(String column) {
    return cell(column).isEmpty()
        ? List.of()
        : Arrays.stream(cell(column).split("\\|")).map(String::strip).toList();
  }

  /** A day that may be empty and then is null. */
  LocalDate day(String column) {
    try {
      return cell(column).isEmpty() ? null : LocalDate.parse(cell(column));
    } catch (DateTimeParseException notADay) {
      refuse(column, "it must be a day such as 2024-05-27");
      return null;
    }
  }

  /** A day that must be there. */
  LocalDate requiredDay(String column) {
    return present(column).isPresent() ? day(column) : null;
  }

  /** A number that may be empty and then is null. */
  BigDecimal number(String column) {
    try {
      return cell(column).isEmpty() ? null : new BigDecimal(cell(column));
    } catch (NumberFormatException notANumber) {
      refuse(column, "it must be a number such as 231.74");
      return null;
    }
  }

  /** A number that must be there and above zero. */
  BigDecimal positive(String column) {
    BigDecimal number = present(column).isPresent() ? number(column) : null;
    if (number != null && number.signum() <= 0) {
      refuse(column, "it must be above zero");
    }
    return number;
  }

  /** A whole number that may be empty and then is null. */
  Integer whole(String column) {
    try {
      return cell(column).isEmpty() ? null : Integer.valueOf(cell(column));
    } catch (NumberFormatException notWhole) {
      refuse(column, "it must be a whole number");
      return null;
    }
  }

  /** A whole number between bounds; the lower one stands in for what cannot be read. */
  int wholeBetween(int least, int most, String column) {
    Integer number = present(column).isPresent() ? whole(column) : null;
    if (number != null && (number < least || number > most)) {
      refuse(column, "it must lie between %d and %d".formatted(least, most));
    }
    return number == null ? least : number;
  }

  /** True or false; false stands in for what cannot be read. */
  boolean flag(String column) {
    return "true".equals(oneOf(column, "true", "false"));
  }

  /** True where the cell says so; an empty one is false. */
  boolean mark(String column) {
    return !cell(column).isEmpty() && flag(column);
  }

  /** One of a few words. */
  String oneOf(String column, String... words) {
    Optional<String> found = present(column);
    if (found.isPresent() && !Arrays.asList(words).contains(found.get())) {
      refuse(column, "it must be one of " + String.join(", ", words));
      return null;
    }
    return found.orElse(null);
  }

  /** A constant by its lower-case name. */
  <E extends Enum<E>> E constant(String column, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String word =
        oneOf(
            column,
            Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
    return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  /** Notes a problem with the value of a column. */
  void refuse(String column, String why) {
    sound = false;
    problems.addColumn(file, line, column, cell(column), why);
  }

  /** Notes a problem with the row as a whole. */
  void refuseRow(String sentence) {
    sound = false;
    problems.add(file, line, sentence);
  }

  private Optional<String> present(String column) {
    if (cell(column).isEmpty()) {
      refuse(column, "it must not be empty");
      return Optional.empty();
    }
    return Optional.of(cell(column));
  }

  private String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
