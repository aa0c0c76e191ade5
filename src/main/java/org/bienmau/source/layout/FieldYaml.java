package org.bienmau.source.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bienmau.reference.PeriodKind;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.NumberLocale;
import org.bienmau.source.YamlPart;

/** Reads where the columns of a contract come from. */
final class FieldYaml {
  private static final Set<String> NUMBERS = Set.of("number", "integer");

  private final Contract contract;

  FieldYaml(Contract contract) {
    this.contract = contract;
  }

  /** The fields of a mapping from columns of the contract to their sources. */
  List<Field> fields(YamlPart mapping) {
    List<Field> fields = new ArrayList<>();
    for (String column : mapping.keys()) {
      if (!isKnown(column)) {
        mapping.problem(
            column,
            "is not a column of %s; those are %s"
                .formatted(contract.dataset(), String.join(", ", contract.columnNames())));
        mapping.skip(column);
      } else if (mapping.hasPart(column)) {
        fields.add(field(column, mapping.part(column), mapping.lineOf(column)));
      } else {
        int line = mapping.lineOf(column);
        mapping.textIfAny(column).ifPresent(text -> fields.add(Field.constant(column, text, line)));
      }
    }
    mapping.end();
    return fields;
  }

  /** The fields of a mapping from names of parts to the cells that they are remembered from. */
  List<Field> remembered(YamlPart mapping) {
    List<Field> fields = new ArrayList<>();
    for (String name : mapping.keys()) {
      if (!name.matches("[a-z][a-z0-9_]*")) {
        mapping.problem(name, "is not a name such as year");
      }
      int line = mapping.lineOf(name);
      YamlPart part = mapping.part(name);
      List<TextPattern> headings = patterns(part, "column");
      int at = at(part);
      if (headings.isEmpty() && at < 0) {
        part.problem("", "needs column or at");
      }
      if (!TextPattern.names(headings).isEmpty()) {
        part.problem("column", "remembers parts itself, and is to be one column");
      }
      fields.add(
          new Field(
              name,
              null,
              headings,
              at,
              words(part),
              List.of(),
              null,
              null,
              BigDecimal.ONE,
              fill(part),
              part.flag("optional"),
              null,
              line));
      part.end();
    }
    mapping.end();
    return fields;
  }

  private static Map<String, String> words(YamlPart part) {
    Map<String, String> words = new LinkedHashMap<>();
    YamlPart given = part.part("words");
    given.keys().forEach(word -> words.put(CellReading.folded(word), given.text(word)));
    return words;
  }

  private boolean isKnown(String column) {
    return column.equals(Field.PERIOD)
        ? contract.columnNames().contains("period_start")
        : contract.columnNames().contains(column);
  }

  private Field field(String column, YamlPart part, int line) {
    boolean isFromCells = part.has("column") || part.has("at");
    if (part.has("text") == isFromCells) {
      part.problem("", "needs text, or column or at, and not both");
    }
    List<TextPattern> headings = patterns(part, "column");
    int at = at(part);
    Optional<String> text = part.textIfAny("text");
    Field field =
        new Field(
            column,
            text.map(TextTemplate::new).orElse(null),
            headings,
            at,
            words(part),
            each(part, "format", DateForm::of),
            kind(column, part),
            number(part, "ratioOf").orElse(null),
            number(part, "times").orElse(BigDecimal.ONE),
            fill(part),
            part.flag("optional"),
            numbers(part),
            line);
    part.end();
    check(field, part);
    return field;
  }

  private void check(Field field, YamlPart part) {
    if (field.column().equals(Field.PERIOD)) {
      if (field.forms().isEmpty()) {
        part.problem("format", "is missing; a period is read from a date");
      }
      field.forms().stream()
          .filter(form -> field.kind() != null && !Period.fits(form.exactness(), field.kind()))
          .forEach(
              form ->
                  part.problem(
                      "format", "\"%s\" does not tell a %s".formatted(form, field.kind().id())));
      return;
    }
    ContractColumn column = contract.column(field.column());
    boolean isNumber = NUMBERS.contains(column.logicalType());
    boolean isDay = column.logicalType().equals("date");
    boolean isMoment = column.logicalType().equals("timestamp");
    if (!isNumber && (field.ratioOf() != null || field.times().compareTo(BigDecimal.ONE) != 0)) {
      part.problem("", "multiplies %s, which is no number".formatted(field.column()));
    }
    if (isNumber && !field.forms().isEmpty()) {
      part.problem("format", "is of dates, and %s is a number".formatted(field.column()));
    }
    DateForm.Exactness least = isMoment ? DateForm.Exactness.SECOND : DateForm.Exactness.DAY;
    field.forms().stream()
        .filter(form -> (isDay || isMoment) && form.exactness().compareTo(least) < 0)
        .forEach(
            form ->
                part.problem(
                    "format",
                    "\"%s\" does not tell a %s"
                        .formatted(form, isMoment ? "day with hours and minutes" : "day")));
    if (column.isPersonal() && !field.forms().isEmpty()) {
      part.problem("format", "has no place here: %s is personal".formatted(field.column()));
    }
  }

  private static PeriodKind kind(String column, YamlPart part) {
    if (!column.equals(Field.PERIOD)) {
      return null;
    }
    List<String> known = Period.KINDS.stream().map(PeriodKind::id).toList();
    String kind = part.oneOf("kind", known);
    return known.contains(kind) ? PeriodKind.valueOf(kind.toUpperCase(Locale.ROOT)) : null;
  }

  private static Field.Fill fill(YamlPart part) {
    if (!part.has("fill")) {
      return Field.Fill.NONE;
    }
    String fill = part.oneOf("fill", List.of("merged", "down"));
    return fill.equals("down") ? Field.Fill.DOWN : Field.Fill.MERGED;
  }

  /** How numbers are written; null when it is not said. */
  static NumberLocale numbers(YamlPart part) {
    if (!part.has("numbers")) {
      return null;
    }
    return part.oneOf("numbers", List.of("VI", "EN")).equals("VI")
        ? NumberLocale.VI
        : NumberLocale.EN;
  }

  /** A column by its letters, counted from 0; -1 when it is not said. */
  static int at(YamlPart part) {
    Optional<String> letters = part.textIfAny("at");
    if (letters.filter(text -> !text.matches("[A-Z]{1,3}")).isPresent()) {
      part.problem(
          "at", "is \"%s\", not the letters of a column such as D".formatted(letters.get()));
      return -1;
    }
    return letters.map(ColumnLetters::index).orElse(-1);
  }

  static List<TextPattern> patterns(YamlPart part, String key) {
    return each(part, key, TextPattern::of);
  }

  private static <T> List<T> each(YamlPart part, String key, Function<String, T> read) {
    List<T> all = new ArrayList<>();
    for (String text : part.oneOrMoreTexts(key)) {
      try {
        all.add(read.apply(text));
      } catch (IllegalArgumentException notOne) {
        part.problem(key, notOne.getMessage());
      }
    }
    return all;
  }

  private static Optional<BigDecimal> number(YamlPart part, String key) {
    Optional<String> text = part.textIfAny(key);
    if (text.filter(one -> !one.matches("\\d{1,12}(\\.\\d{1,12})?|\\.\\d{1,12}")).isPresent()) {
      part.problem(key, "is \"%s\", not a number above zero".formatted(text.get()));
      return Optional.empty();
    }
    return text.map(BigDecimal::new);
  }
}
