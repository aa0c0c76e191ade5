package org.bienmau.pipeline;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which part of a table is meant.
 *
 * @param months only these months, none when nothing is meant; empty for the whole table
 */
record Scope(Optional<Set<String>> months) {
  private static final Scope WHOLE = new Scope(Optional.empty());
  private static final Scope NOTHING = of(Set.of());

  static Scope whole() {
    return WHOLE;
  }

  static Scope nothing() {
    return NOTHING;
  }

  static Scope of(Set<String> months) {
    return new Scope(Optional.of(Set.copyOf(months)));
  }

  boolean isWhole() {
    return months.isEmpty();
  }

  boolean isNothing() {
    return months.filter(Set::isEmpty).isPresent();
  }

  /** Both parts together. */
  Scope and(Scope other) {
    if (isWhole() || other.isWhole()) {
      return whole();
    }
    Set<String> both = new TreeSet<>(months.orElseThrow());
    both.addAll(other.months.orElseThrow());
    return of(both);
  }

  /** This part and so many months after each of its months. */
  Scope andAfter(int count) {
    return isWhole() ? this : of(Months.withAfter(months.orElseThrow(), count));
  }
}
