package org.bienmau.source.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bienmau.reference.PeriodKind;
import org.bienmau.source.NumberLocale;

/**
 * Where one column of the contract comes from, and how its cells are read.
 *
 * @param column the contract's column; {@link #PERIOD} for the three that make a period
 * @param text a constant, with places for remembered parts; null when it comes from a cell
 * @param headings what the heading of its column reads, in any of these ways
 * @param at its column, counted from 0; -1 when its heading tells
 * @param words what stands for what, by folded text; empty when cells are taken as they are
 * @param forms how its dates are written; empty when it is no date
 * @param kind the kind of a period; null for other columns
 * @param ratioOf what stands for no change where growth is printed as a ratio, 100 or 1; null where
 *     it is printed as growth
 * @param times what a number is multiplied by
 * @param fill where an empty cell takes its value from
 * @param isOptional whether the file may lack the column
 * @param numbers how its numbers are written; null for the layout's own way
 * @param line where the layout speaks of it
 */
record Field(
    String column,
    TextTemplate text,
    List<TextPattern> headings,
    int at,
    Map<String, String> words,
    List<DateForm> forms,
    PeriodKind kind,
    BigDecimal ratioOf,
    BigDecimal times,
    Fill fill,
    boolean isOptional,
    NumberLocale numbers,
    int line)
    implements Serializable {
  /** Stands for period_start, period_end and period_kind together. */
  static final String PERIOD = "period";

  /** Where an empty cell takes its value from. */
  enum Fill {
    /** It stays empty. */
    NONE,
    /** From the merged cell that it is part of. */
    MERGED,
    /** From the last filled cell above it. */
    DOWN
  }

  Field {
    headings = List.copyOf(headings);
    words = Map.copyOf(words);
    forms = List.copyOf(forms);
  }

  /** A constant. */
  static Field constant(String column, String text, int line) {
    return new Field(
        column,
        new TextTemplate(text),
        List.of(),
        -1,
        Map.of(),
        List.of(),
        null,
        null,
        BigDecimal.ONE,
        Fill.NONE,
        false,
        null,
        line);
  }

  /** Whether it is read from cells. */
  boolean isFromCells() {
    return text == null;
  }

  /** The parts of its heading that are remembered; with them, it stands for several columns. */
  Set<String> remembers() {
    return TextPattern.names(headings);
  }

  /** The remembered parts that it needs. */
  Set<String> needs() {
    return text == null ? Set.of() : text.names();
  }

  /** The columns of the contract that it fills. */
  List<String> columns() {
    return column.equals(PERIOD)
        ? List.of("period_start", "period_end", "period_kind")
        : List.of(column);
  }

  /** What its heading reads, for a person. */
  String heading() {
    return headings.isEmpty()
        ? "column " + ColumnLetters.of(at)
        : headings.stream()
            .map(one -> "\"" + one + "\"")
            .reduce((one, next) -> one + " or " + next)
            .orElseThrow();
  }

  Optional<PeriodKind> ofKind() {
    return Optional.ofNullable(kind);
  }

  /** All remembered parts of several fields. */
  static Set<String> remembered(List<Field> fields) {
    Set<String> names = new TreeSet<>();
    fields.forEach(field -> names.addAll(field.remembers()));
    return names;
  }
}
