package org.bienmau.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must fit together inside one contract: its keys, types, bounds and rules. */
final class ContractChecks {
  private static final Set<String> ORDERED = Set.of("number", "integer", "date", "timestamp");

  private final YamlPart schema;
  private final Contract contract;
  private final Map<String, ContractColumn> columns = new HashMap<>();

  ContractChecks(YamlPart schema, Contract contract) {
    this.schema = schema;
    this.contract = contract;
  }

  void run() {
    for (ContractColumn column : contract.columns()) {
      if (columns.put(column.name(), column) != null) {
        schema.problem("properties", "repeats the column " + column.name());
      }
    }
    checkKeyPositions();
    if (contract.shape() instanceof Shape.Records records) {
      checkRecords(records);
      contract.columns().forEach(this::checkType);
    } else {
      named("statementKey", contract.statementKey());
    }
    contract.columns().forEach(this::checkLimits);
    Stream.concat(
            contract.rules().stream(),
            contract.columns().stream().flatMap(column -> column.rules().stream()))
        .filter(rule -> rule.rowRule() != null)
        .forEach(this::checkRowRule);
  }

  private void checkKeyPositions() {
    List<Integer> positions =
        contract.columns().stream()
            .map(ContractColumn::keyPosition)
            .filter(position -> position > 0)
            .sorted()
            .toList();
    if (positions.isEmpty()
        || !positions.equals(IntStream.rangeClosed(1, positions.size()).boxed().toList())) {
      schema.problem("properties", "has the key positions %s, not 1, 2, 3 …".formatted(positions));
    }
  }

  private void checkRecords(Shape.Records records) {
    named("recordKey", records.key());
    List<String> primary =
        contract.columns().stream()
            .filter(column -> column.keyPosition() > 0)
            .sorted((one, next) -> Integer.compare(one.keyPosition(), next.keyPosition()))
            .map(ContractColumn::name)
            .toList();
    if (!primary.equals(records.key())) {
      schema.problem(
          "customProperties",
          "has the recordKey %s, but the primary key is %s".formatted(records.key(), primary));
    }
    if (!columns.keySet().containsAll(records.revision())) {
      schema.problem(
          "customProperties",
          "has a revision %s of other than its columns".formatted(records.revision()));
    }
    ContractColumn period = columns.get(records.periodColumn());
    if (period == null || !Set.of("date", "timestamp").contains(period.logicalType())) {
      schema.problem(
          "customProperties",
          "has the periodColumn \"%s\", which is no date or timestamp of it"
              .formatted(records.periodColumn()));
    }
    Stream.of(records.key(), records.revision(), List.of(records.periodColumn()))
        .flatMap(List::stream)
        .map(columns::get)
        .filter(Objects::nonNull)
        .filter(column -> !column.required())
        .distinct()
        .forEach(
            column ->
                schema.problem(
                    "properties",
                    "lets %s be empty, which every row needs".formatted(column.name())));
    records.key().stream()
        .map(columns::get)
        .filter(column -> column != null && column.isPersonal())
        .forEach(
            column ->
                schema.problem(
                    "properties",
                    "has the personal column %s in its key, which may be dropped"
                        .formatted(column.name())));
  }

  private void named(String property, List<String> names) {
    if (names.isEmpty() || !columns.keySet().containsAll(names)) {
      schema.problem(
          "customProperties", "has a %s %s of other than its columns".formatted(property, names));
    }
  }

  private void checkType(ContractColumn column) {
    if (column.logicalType().equals("number") && DecimalType.of(column).isEmpty()) {
      schema.problem(
          "properties",
          "gives %s the physicalType \"%s\", not decimal(18,3) or another of at most 18 digits"
              .formatted(column.name(), column.physicalType()));
    }
    boolean isText = column.logicalType().equals("string");
    if (!isText && (column.isPersonal() || !column.register().isEmpty())) {
      schema.problem(
          "properties",
          "makes %s a %s; what is personal or in a register is a string"
              .formatted(column.name(), column.logicalType()));
    }
  }

  private void checkLimits(ContractColumn column) {
    ValueLimits limits = column.limits();
    for (String bound : List.of(limits.minimum(), limits.exclusiveMinimum(), limits.maximum())) {
      if (!bound.isEmpty() && !isValue(column, bound)) {
        schema.problem(
            "properties",
            "bounds %s by \"%s\", which is no %s"
                .formatted(column.name(), bound, column.logicalType()));
      }
    }
    String pattern = limits.pattern();
    if (!pattern.isEmpty() && !isWholePattern(pattern)) {
      schema.problem(
          "properties",
          "gives %s the pattern \"%s\", not a regular expression from ^ to $"
              .formatted(column.name(), pattern));
    }
  }

  private static boolean isWholePattern(String pattern) {
    try {
      Pattern.compile(pattern);
      return pattern.startsWith("^") && pattern.endsWith("$");
    } catch (PatternSyntaxException notAPattern) {
      return false;
    }
  }

  private void checkRowRule(ContractRule rule) {
    if (rule.rowRule() instanceof RowRule.Chain chain) {
      Set<String> types = new TreeSet<>();
      chain.columns().forEach(name -> types.add(comparedType(columns.get(name))));
      boolean ordered =
          chain.columns().stream()
              .allMatch(name -> ORDERED.contains(columns.get(name).logicalType()));
      if (types.size() > 1 || !ordered) {
        problem(rule, "compares columns of the types " + String.join(", ", types));
      }
    } else if (rule.rowRule() instanceof RowRule.Bound bound) {
      checkBound(rule, bound);
    } else if (rule.rowRule() instanceof RowRule.Implication implication) {
      checkBound(rule, implication.condition());
      checkBound(rule, implication.consequence());
    } else if (rule.rowRule() instanceof RowRule.OpenOn open) {
      checkRegisterAndDay(rule, open.gateColumn(), "gates", open.dayColumn());
    } else if (rule.rowRule() instanceof RowRule.InForceOn inForce) {
      checkRegisterAndDay(rule, inForce.codeColumn(), "hs_codes", inForce.dayColumn());
    }
    rule.rowRule().columns().stream()
        .filter(name -> columns.get(name).isPersonal())
        .forEach(name -> problem(rule, "speaks of the personal column " + name));
  }

  /** Decimals are compared by their digits, so that they need one scale. */
  private static String comparedType(ContractColumn column) {
    return column.logicalType().equals("number") ? column.physicalType() : column.logicalType();
  }

  private void checkBound(ContractRule rule, RowRule.Bound bound) {
    ContractColumn column = columns.get(bound.column());
    boolean ordered = ORDERED.contains(column.logicalType());
    if (!isValue(column, bound.constant()) || !(ordered || bound.operator().isOfEquality())) {
      problem(
          rule,
          "compares %s %s %s, which a %s cannot be"
              .formatted(
                  bound.column(), bound.operator().sign(), bound.constant(), column.logicalType()));
    }
  }

  private void checkRegisterAndDay(
      ContractRule rule, String column, String register, String dayColumn) {
    if (!columns.get(column).register().equals(register)) {
      problem(rule, "needs %s to be in the register %s".formatted(column, register));
    }
    if (!Set.of("date", "timestamp").contains(columns.get(dayColumn).logicalType())) {
      problem(rule, "needs %s to be a date or timestamp".formatted(dayColumn));
    }
  }

  private void problem(ContractRule rule, String what) {
    schema.problem("quality", "has the rule %s, which %s".formatted(rule.name(), what));
  }

  private static boolean isValue(ContractColumn column, String text) {
    try {
      switch (column.logicalType()) {
        case "number" -> {
          BigDecimal number = new BigDecimal(text);
          return DecimalType.of(column)
              .map(type -> number.stripTrailingZeros().scale() <= type.scale())
              .orElse(true);
        }
        case "integer" -> Integer.parseInt(text);
        case "date" -> LocalDate.parse(text);
        case "timestamp" -> OffsetDateTime.parse(text);
        case "boolean" -> {
          return text.equals("true") || text.equals("false");
        }
        default -> {
          return column.allowed().isEmpty() || column.allowed().contains(text);
        }
      }
      return true;
    } catch (NumberFormatException | DateTimeException notAValue) {
      return false;
    }
  }
}
