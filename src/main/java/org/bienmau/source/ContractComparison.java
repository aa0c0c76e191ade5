package org.bienmau.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds what has changed between two versions of a contract, and whether it breaks anything. */
public final class ContractComparison {
  private final Contract before;
  private final Contract after;
  private final List<ContractChange> changes = new ArrayList<>();

  private ContractComparison(Contract before, Contract after) {
    this.before = before;
    this.after = after;
  }

  /** All differences: those of the dataset first, then those of its columns in their order. */
  public static List<ContractChange> between(Contract before, Contract after) {
    ContractComparison comparison = new ContractComparison(before, after);
    comparison.compare();
    return List.copyOf(comparison.changes);
  }

  /**
   * What is dishonest about the new version's number; empty when it tells what happened.
   *
   * <p>A breaking change needs a higher first number, any other change a higher one at all.
   */
  public static Optional<String> dishonesty(
      Contract before, Contract after, List<ContractChange> changes) {
    int order = Arrays.compare(numbers(before), numbers(after));
    boolean breaks = changes.stream().anyMatch(ContractChange::isBreaking);
    if (breaks && numbers(after)[0] <= numbers(before)[0]) {
      return Optional.of(
          "%s breaks %s; it has to be %d.0.0"
              .formatted(after.version(), before.version(), numbers(before)[0] + 1));
    }
    if (!changes.isEmpty() && order >= 0) {
      return Optional.of(
          "%s differs from %s and is no higher version"
              .formatted(after.version(), before.version()));
    }
    return Optional.empty();
  }

  private static int[] numbers(Contract contract) {
    return Arrays.stream(contract.version().split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  private void compare() {
    differs("dataset", "is called", before.dataset(), after.dataset(), true);
    differs("id", "is", before.id(), after.id(), true);
    differs("delimiter", "is", before.delimiter(), after.delimiter(), true);
    differs("numberLocale", "is", before.numberLocale(), after.numberLocale(), true);
    differs("status", "is", before.status(), after.status(), after.status().equals("retired"));
    compareShapes();
    differs("description", "reads", before.description(), after.description(), false);
    differs("descriptionVi", "reads", before.descriptionVi(), after.descriptionVi(), false);
    compareRules("", before.rules(), after.rules());
    compareColumns();
  }

  private void compareShapes() {
    if (before.isOfRecords() != after.isOfRecords()) {
      add("shape", "became %s".formatted(after.isOfRecords() ? "records" : "statements"), true);
      return;
    }
    if (!before.isOfRecords()) {
      differs("statementKey", "is", before.statementKey(), after.statementKey(), true);
      return;
    }
    Shape.Records old = before.records();
    Shape.Records now = after.records();
    differs("recordKey", "is", old.key(), now.key(), true);
    differs("revision", "is", old.revision(), now.revision(), true);
    differs("periodColumn", "is", old.periodColumn(), now.periodColumn(), true);
    differs(
        "stopAbovePercentRefused",
        "is",
        old.stopAbovePercentRefused(),
        now.stopAbovePercentRefused(),
        now.stopAbovePercentRefused() < old.stopAbovePercentRefused());
  }

  private void compareColumns() {
    Map<String, ContractColumn> old = byName(before);
    Map<String, ContractColumn> now = byName(after);
    old.forEach(
        (name, column) -> {
          if (now.containsKey(name)) {
            compare(column, now.get(name));
          } else {
            add(name, "was removed" + renamed(column, old, now), true);
          }
        });
    now.keySet().stream()
        .filter(name -> !old.containsKey(name))
        .forEach(name -> add(name, "was added, and files of the old version lack it", true));
  }

  private static String renamed(
      ContractColumn gone, Map<String, ContractColumn> old, Map<String, ContractColumn> now) {
    return now.values().stream()
        .filter(column -> !old.containsKey(column.name()))
        .filter(column -> column.description().equals(gone.description()))
        .map(column -> ", and seems to be renamed to " + column.name())
        .findFirst()
        .orElse("");
  }

  private void compare(ContractColumn old, ContractColumn now) {
    String name = old.name();
    differs(name, "is of type", old.logicalType(), now.logicalType(), true);
    differs(name, "is written as", old.physicalType(), now.physicalType(), true);
    if (old.required() != now.required()) {
      add(name, now.required() ? "became required" : "may be empty now", now.required());
    }
    differs(name, "has the place in the key", old.keyPosition(), now.keyPosition(), true);
    differs(name, "is measured in", old.unit(), now.unit(), true);
    differs(name, "is classified as", old.classification(), now.classification(), true);
    differs(name, "is in the register", old.register(), now.register(), !now.register().isEmpty());
    compareAllowed(name, old.allowed(), now.allowed());
    compareLimits(name, old.limits(), now.limits());
    differs(name, "is described as", old.description(), now.description(), false);
    differs(name, "is described as", old.descriptionVi(), now.descriptionVi(), false);
    compareRules(name + ".", old.rules(), now.rules());
  }

  private void compareAllowed(String name, List<String> old, List<String> now) {
    if (old.isEmpty() && !now.isEmpty()) {
      add(name, "may only be one of %s now".formatted(now), true);
      return;
    }
    if (now.isEmpty() && !old.isEmpty()) {
      add(name, "may hold any value now", false);
      return;
    }
    List<String> gone = old.stream().filter(value -> !now.contains(value)).toList();
    List<String> come = now.stream().filter(value -> !old.contains(value)).toList();
    if (!gone.isEmpty()) {
      add(name, "may no longer be %s".formatted(String.join(", ", gone)), true);
    }
    if (!come.isEmpty()) {
      add(name, "may be %s as well".formatted(String.join(", ", come)), false);
    }
  }

  private void compareLimits(String name, ValueLimits old, ValueLimits now) {
    bound(name, "minimum", old.minimum(), now.minimum(), 1);
    bound(name, "exclusiveMinimum", old.exclusiveMinimum(), now.exclusiveMinimum(), 1);
    bound(name, "maximum", old.maximum(), now.maximum(), -1);
    differs(name, "has the pattern", old.pattern(), now.pattern(), !now.pattern().isEmpty());
  }

  /**
   * @param stricter the sign of a change that lets fewer values pass
   */
  private void bound(String name, String which, String old, String now, int stricter) {
    boolean isStricter = !now.isEmpty() && (old.isEmpty() || order(now, old) * stricter > 0);
    differs(name, "has the " + which, old, now, isStricter);
  }

  private static int order(String one, String other) {
    boolean numbers = (one + other).matches("[-+0-9.]+") && !one.matches("\\d{4}-.*");
    return numbers ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
  }

  private void compareRules(String prefix, List<ContractRule> old, List<ContractRule> now) {
    Map<String, ContractRule> before = rules(old);
    Map<String, ContractRule> after = rules(now);
    after.forEach(
        (name, rule) -> {
          ContractRule was = before.get(name);
          if (was == null) {
            add(prefix + name, "is a new rule of severity " + rule.severity(), rule.refuses());
          } else {
            compare(prefix + name, was, rule);
          }
        });
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> add(prefix + name, "is a rule no longer", false));
  }

  private void compare(String where, ContractRule old, ContractRule now) {
    boolean isStricter = now.refuses() && !old.refuses();
    differs(where, "has the severity", old.severity(), now.severity(), isStricter);
    differs(where, "asks for", old.rowRule(), now.rowRule(), now.refuses());
    differs(where, "reads", old.description(), now.description(), false);
    differs(where, "reads", old.descriptionVi(), now.descriptionVi(), false);
  }

  private void differs(String where, String verb, Object old, Object now, boolean isBreaking) {
    if (!Objects.equals(old, now)) {
      add(where, "%s %s, was %s".formatted(verb, shown(now), shown(old)), isBreaking);
    }
  }

  private static String shown(Object value) {
    return value == null || value.toString().isEmpty() ? "nothing" : value.toString();
  }

  private void add(String where, String what, boolean isBreaking) {
    changes.add(new ContractChange(where, what, isBreaking));
  }

  private static Map<String, ContractColumn> byName(Contract contract) {
    Map<String, ContractColumn> columns = new LinkedHashMap<>();
    contract.columns().forEach(column -> columns.put(column.name(), column));
    return columns;
  }

  private static Map<String, ContractRule> rules(List<ContractRule> rules) {
    Map<String, ContractRule> byName = new LinkedHashMap<>();
    rules.forEach(rule -> byName.put(rule.name(), rule));
    return byName;
  }
}
