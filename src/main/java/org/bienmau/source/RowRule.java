package org.bienmau.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a contract asks of several cells of one row. A rule says nothing about empty cells: where
 * one of its cells is empty it is kept, but for a chain, which goes on behind the empty cell.
 *
 * <p>It is written in one of these ways:
 *
 * <pre>
 * net_kg &lt;= gross_kg                                a column and a column or a constant
 * arrived_at &lt;= inspected_at &lt;= cleared_at          a chain
 * direction = export -&gt; value_basis = FOB           what follows from what
 * gate_id open on registered_at                     the gate worked on that local day
 * hs_code in force on registered_at                 the code existed on that local day
 * </pre>
 *
 * with {@code <}, {@code <=}, {@code >}, {@code >=}, {@code =} and {@code !=}.
 */
public sealed interface RowRule extends Serializable {
  /** How two values are compared. */
  enum Operator {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("="),
    DIFFERENT("!=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** The sign that a contract writes. */
    public String sign() {
      return sign;
    }

    /** Whether the outcome of a comparison, as of {@link Comparable}, is what it asks for. */
    public boolean accepts(int comparison) {
      return switch (this) {
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case MORE -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
        case EQUAL -> comparison == 0;
        case DIFFERENT -> comparison != 0;
      };
    }

    /** Whether it asks for sameness only, which every type knows. */
    boolean isOfEquality() {
      return this == EQUAL || this == DIFFERENT;
    }

    private static boolean isSign(String word) {
      return Arrays.stream(values()).anyMatch(one -> one.sign.equals(word));
    }

    private static Operator of(String sign) {
      return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst().orElseThrow();
    }
  }

  /** Two or more columns, each compared with the next one that is filled. */
  record Chain(List<String> columns, Operator operator) implements RowRule {
    public Chain {
      columns = List.copyOf(columns);
    }
  }

  /** A column compared with a constant, written as a cell of that column is. */
  record Bound(String column, Operator operator, String constant) implements RowRule {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** Where the first holds, the second must hold. */
  record Implication(Bound condition, Bound consequence) implements RowRule {
    @Override
    public List<String> columns() {
      return Stream.of(condition.column, consequence.column).distinct().toList();
    }
  }

  /** The gate of a row worked on a day of the row. */
  record OpenOn(String gateColumn, String dayColumn) implements RowRule {
    @Override
    public List<String> columns() {
      return List.of(gateColumn, dayColumn);
    }
  }

  /** The HS code of a row existed on a day of the row. */
  record InForceOn(String codeColumn, String dayColumn) implements RowRule {
    @Override
    public List<String> columns() {
      return List.of(codeColumn, dayColumn);
    }
  }

  /** The columns that it speaks of. */
  List<String> columns();

  /**
   * Reads a rule.
   *
   * @param columns the columns of the contract
   * @throws IllegalArgumentException if it is written in none of the ways, or speaks of none of the
   *     columns; the message completes "the rule …"
   */
  static RowRule parse(String text, Set<String> columns) {
    List<String> words = List.of(text.strip().split("\\s+"));
    int arrow = words.indexOf("->");
    if (arrow >= 0) {
      return new Implication(
          bound(text, words.subList(0, arrow), columns),
          bound(text, words.subList(arrow + 1, words.size()), columns));
    }
    if (words.size() == 4 && words.subList(1, 3).equals(List.of("open", "on"))) {
      return new OpenOn(column(words.get(0), columns), column(words.get(3), columns));
    }
    if (words.size() == 5 && words.subList(1, 4).equals(List.of("in", "force", "on"))) {
      return new InForceOn(column(words.get(0), columns), column(words.get(4), columns));
    }
    if (words.size() == 3 && !columns.contains(words.get(2))) {
      return bound(text, words, columns);
    }
    return chain(text, words, columns);
  }

  private static Bound bound(String text, List<String> words, Set<String> columns) {
    if (words.size() != 3 || !Operator.isSign(words.get(1))) {
      throw unreadable(text);
    }
    return new Bound(column(words.get(0), columns), Operator.of(words.get(1)), words.get(2));
  }

  private static Chain chain(String text, List<String> words, Set<String> columns) {
    List<String> chained = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (i % 2 == 0) {
        chained.add(column(words.get(i), columns));
      } else if (!Operator.isSign(words.get(i)) || !words.get(i).equals(words.get(1))) {
        throw unreadable(text);
      }
    }
    if (words.size() < 3 || words.size() % 2 == 0) {
      throw unreadable(text);
    }
    return new Chain(chained, Operator.of(words.get(1)));
  }

  private static String column(String word, Set<String> columns) {
    if (!columns.contains(word)) {
      throw new IllegalArgumentException("speaks of \"%s\", which is no column".formatted(word));
    }
    return word;
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "is \"%s\", not one of a <= b, a = constant, a = x -> b = y, gate open on day, code in force on day"
            .formatted(text));
  }
}
