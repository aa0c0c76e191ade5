package org.bienmau.source.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bienmau.reference.Gate;
import org.bienmau.reference.Hint;
import org.bienmau.reference.HsCodes;
import org.bienmau.reference.Publisher;
import org.bienmau.reference.Registers;
import org.bienmau.reference.Resolution;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ReasonCode;

/** The vocabularies of columns with a list of values or a register. */
final class Vocabularies {
  private Vocabularies() {}

  static Vocabulary of(ContractColumn column, Registers registers) {
    Vocabulary known =
        switch (column.register()) {
          case "gates" -> gates(registers);
          case "publishers" -> publishers(column, registers.publishers());
          case "countries" -> countries(column);
          case "hs_codes" -> hsCodes(column, registers.hsCodes());
          case "" -> list(column);
          default ->
              throw new IllegalStateException(
                  "Cannot read column %s: no register %s is known here."
                      .formatted(column.name(), column.register()));
        };
    return column.limits().pattern().isEmpty() ? known : inForm(column, known);
  }

  private static Vocabulary inForm(ContractColumn column, Vocabulary known) {
    Pattern pattern = Pattern.compile(column.limits().pattern());
    return cell ->
        pattern.matcher(cell).matches()
            ? known.meaning(cell)
            : Word.refused(ReasonCode.PATTERN_MISMATCH, patternMessage(column, cell));
  }

  static String patternMessage(ContractColumn column, String shown) {
    return "Column %s holds \"%s\", which is not of the form %s; write it as %s."
        .formatted(column.name(), shown, column.limits().pattern(), column.examples().get(0));
  }

  private static Vocabulary list(ContractColumn column) {
    Map<String, Word> words = new HashMap<>();
    column.allowed().forEach(value -> words.put(value, Word.of(value, 0)));
    String message = "Column %s holds \"%s\", which is not one of %s.";
    return cell ->
        words.containsKey(cell)
            ? words.get(cell)
            : Word.refused(
                ReasonCode.NOT_IN_LIST,
                message.formatted(column.name(), cell, String.join(", ", column.allowed())));
  }

  /** A gate's id, or any name of it that stands for no other place. */
  private static Vocabulary gates(Registers registers) {
    Map<String, Word> ids = new HashMap<>();
    List<Gate> gates = registers.gates();
    for (int i = 0; i < gates.size(); i++) {
      ids.put(gates.get(i).id(), Word.of(gates.get(i).id(), i));
    }
    Hint gate = new Hint("gate", null, null);
    return cell -> {
      if (ids.containsKey(cell)) {
        return ids.get(cell);
      }
      Resolution resolution = registers.places().resolve(cell, gate);
      if (resolution instanceof Resolution.Found found) {
        return ids.get(found.scopeId());
      }
      boolean ambiguous = resolution instanceof Resolution.Ambiguous;
      return Word.refused(
          ambiguous ? ReasonCode.GATE_AMBIGUOUS : ReasonCode.GATE_UNKNOWN, resolution.error());
    };
  }

  /** A publisher by its pattern; one with stars stands for many and is no name. */
  private static Vocabulary publishers(ContractColumn column, List<Publisher> publishers) {
    Map<String, Word> words = new HashMap<>();
    publishers.stream()
        .map(Publisher::pattern)
        .filter(pattern -> !pattern.contains("*"))
        .forEach(pattern -> words.put(pattern.toLowerCase(Locale.ROOT), Word.of(pattern, 0)));
    String message =
        "Column %s holds \"%s\", which is no pattern in conf/reference/publishers.csv; add a row without a star.";
    return cell -> {
      Word word = words.get(cell.toLowerCase(Locale.ROOT));
      return word != null
          ? word
          : Word.refused(ReasonCode.PUBLISHER_UNKNOWN, message.formatted(column.name(), cell));
    };
  }

  private static Vocabulary countries(ContractColumn column) {
    Set<String> codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    Map<String, Word> words = new HashMap<>();
    codes.forEach(code -> words.put(code, Word.of(code, 0)));
    String message =
        "Column %s holds \"%s\", which is no country of ISO 3166-1; write two capital letters such as CN.";
    return cell ->
        words.containsKey(cell)
            ? words.get(cell)
            : Word.refused(ReasonCode.COUNTRY_UNKNOWN, message.formatted(column.name(), cell));
  }

  private static Vocabulary hsCodes(ContractColumn column, HsCodes codes) {
    String message =
        "Column %s holds \"%s\", which begins with no chapter of the Harmonized System.";
    return cell ->
        codes.hasChapterOf(cell)
            ? Word.of(cell, codes.editionsOf(cell))
            : Word.refused(ReasonCode.HS_CODE_UNKNOWN, message.formatted(column.name(), cell));
  }
}
