package org.bienmau.source;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads contracts, strictly: a key that is not known here is an error, like a part that is missing.
 */
public final class Contracts {
  private static final List<String> TYPES =
      List.of("string", "date", "timestamp", "number", "integer", "boolean");
  private static final List<String> STATUSES = List.of("draft", "active", "deprecated", "retired");
  private static final List<String> REGISTERS =
      List.of("gates", "publishers", "countries", "hs_codes");

  private final List<String> problems = new ArrayList<>();

  private Contracts() {}

  /**
   * Reads one contract.
   *
   * @param file its name as the user knows it
   * @throws InvalidContractException if anything in it is wrong; it names every problem
   */
  public static Contract load(String file, InputStream yaml) {
    Contracts reading = new Contracts();
    Contract contract = reading.contract(file, YamlPart.of(file, yaml, reading.problems));
    if (!reading.problems.isEmpty()) {
      throw new InvalidContractException(file, reading.problems);
    }
    return contract;
  }

  private Contract contract(String file, YamlPart root) {
    root.oneOf("apiVersion", List.of("v3.1.0"));
    root.oneOf("kind", List.of("DataContract"));
    String id = root.text("id");
    root.text("name");
    root.text("domain");
    String version = root.text("version");
    if (!version.isEmpty() && !version.matches("\\d+\\.\\d+\\.\\d+")) {
      root.problem("version", "is \"%s\", not three numbers such as 1.0.0".formatted(version));
    }
    String status = root.oneOf("status", STATUSES);
    YamlPart purpose = root.part("description");
    purpose.text("purpose");
    purpose.text("limitations");
    purpose.text("usage");
    purpose.end();
    List<YamlPart> schemas = root.parts("schema");
    if (schemas.size() != 1) {
      root.problem("schema", "has %d datasets; a contract has one".formatted(schemas.size()));
    }
    root.end();
    return schemas.isEmpty() ? null : dataset(file, id, version, status, schemas.get(0));
  }

  private Contract dataset(String file, String id, String version, String status, YamlPart schema) {
    String name = schema.text("name");
    schema.oneOf("logicalType", List.of("object"));
    schema.oneOf("physicalType", List.of("csv"));
    String description = schema.text("description");
    schema.text("dataGranularityDescription");
    CustomProperties custom = CustomProperties.of(schema);
    List<YamlPart> properties = schema.parts("properties");
    Set<String> names = new LinkedHashSet<>();
    properties.forEach(property -> property.peek("name").ifPresent(names::add));
    List<ContractColumn> columns = properties.stream().map(part -> column(part, names)).toList();
    Shape shape = shape(schema, custom);
    Contract contract =
        new Contract(
            file,
            id,
            version,
            status,
            name,
            description,
            custom.one("descriptionVi"),
            numberLocale(schema, custom),
            delimiter(schema, custom),
            shape,
            columns,
            rules(schema, names));
    new ContractChecks(schema, contract).run();
    List<String> known =
        new ArrayList<>(List.of("descriptionVi", "numberLocale", "delimiter", "shape"));
    known.addAll(
        contract.isOfRecords()
            ? List.of("recordKey", "revision", "periodColumn", "stopAbovePercentRefused")
            : List.of("statementKey"));
    custom.refuseOthers(known);
    schema.end();
    return contract;
  }

  private Shape shape(YamlPart schema, CustomProperties custom) {
    String shape = custom.one("shape");
    if (shape.equals("records")) {
      return new Shape.Records(
          custom.list("recordKey"),
          custom.list("revision"),
          custom.one("periodColumn"),
          percent(schema, custom.one("stopAbovePercentRefused")));
    }
    if (!shape.isEmpty() && !shape.equals("statements")) {
      schema.problem(
          "customProperties", "has the shape \"%s\", not statements or records".formatted(shape));
    }
    return new Shape.Statements(custom.list("statementKey"));
  }

  private static int percent(YamlPart schema, String text) {
    if (text.matches("\\d{1,2}|100")) {
      return Integer.parseInt(text);
    }
    if (!text.isEmpty()) {
      schema.problem(
          "customProperties",
          "has the stopAbovePercentRefused \"%s\", not a whole number from 0 to 100"
              .formatted(text));
    }
    return 0;
  }

  private ContractColumn column(YamlPart property, Set<String> names) {
    String name = property.text("name");
    String logicalType = property.oneOf("logicalType", TYPES);
    String physicalType = property.text("physicalType");
    boolean required = property.flag("required");
    boolean inKey = property.flag("primaryKey");
    int keyPosition = property.number("primaryKeyPosition");
    if (inKey != keyPosition > 0) {
      property.problem("primaryKeyPosition", "and primaryKey do not go together");
    }
    List<String> examples = property.texts("examples");
    if (examples.isEmpty()) {
      property.problem("examples", "is missing");
    }
    CustomProperties custom = CustomProperties.of(property);
    List<ContractRule> rules = rules(property, names);
    List<String> allowed = rules.stream().flatMap(rule -> rule.validValues().stream()).toList();
    examples.stream()
        .filter(example -> !allowed.isEmpty() && !allowed.contains(example))
        .forEach(
            example ->
                property.problem(
                    "examples", "holds \"%s\", which is not allowed".formatted(example)));
    String register = custom.oneIfAny("register");
    if (!register.isEmpty() && !REGISTERS.contains(register)) {
      property.problem(
          "customProperties",
          "has the register \"%s\", not one of %s"
              .formatted(register, String.join(", ", REGISTERS)));
    }
    ContractColumn column =
        new ContractColumn(
            name,
            logicalType,
            physicalType,
            required,
            keyPosition,
            allowed,
            examples,
            property.text("description"),
            custom.one("descriptionVi"),
            custom.oneIfAny("unit"),
            property.text("classification"),
            register,
            limits(property),
            rules);
    custom.refuseOthers(List.of("descriptionVi", "unit", "register"));
    property.end();
    return column;
  }

  private static ValueLimits limits(YamlPart property) {
    YamlPart options = property.part("logicalTypeOptions");
    ValueLimits limits =
        new ValueLimits(
            options.textIfAny("minimum").orElse(""),
            options.textIfAny("exclusiveMinimum").orElse(""),
            options.textIfAny("maximum").orElse(""),
            options.textIfAny("pattern").orElse(""));
    options.end();
    return limits;
  }

  private List<ContractRule> rules(YamlPart part, Set<String> columns) {
    return part.parts("quality").stream().map(quality -> rule(quality, columns)).toList();
  }

  private ContractRule rule(YamlPart quality, Set<String> columns) {
    String name = quality.text("name");
    String type = quality.oneOf("type", List.of("text", "library", "custom"));
    quality.text("dimension");
    String severity = quality.oneOf("severity", List.of("error", "warning"));
    String description = quality.text("description");
    CustomProperties custom = CustomProperties.of(quality);
    String descriptionVi = custom.one("descriptionVi");
    List<String> validValues = List.of();
    Optional<RowRule> rowRule = Optional.empty();
    if (type.equals("library")) {
      quality.oneOf("metric", List.of("invalidValues"));
      quality.oneOf("mustBe", List.of("0"));
      YamlPart arguments = quality.part("arguments");
      validValues = arguments.texts("validValues");
      if (validValues.isEmpty()) {
        arguments.problem("validValues", "is missing");
      }
      arguments.end();
    } else if (type.equals("custom")) {
      quality.oneOf("engine", List.of("bienmau"));
      rowRule = rowRule(quality, columns);
    }
    if (!name.matches("[A-Z][A-Z0-9_]*")) {
      quality.problem("name", "is \"%s\", not a code such as CELL_COUNT".formatted(name));
    }
    custom.refuseOthers(List.of("descriptionVi"));
    quality.end();
    return new ContractRule(
        name, severity, description, descriptionVi, validValues, rowRule.orElse(null));
  }

  private static Optional<RowRule> rowRule(YamlPart quality, Set<String> columns) {
    String text = quality.text("implementation");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(RowRule.parse(text, columns));
    } catch (IllegalArgumentException notARule) {
      quality.problem("implementation", notARule.getMessage());
      return Optional.empty();
    }
  }

  private static NumberLocale numberLocale(YamlPart schema, CustomProperties custom) {
    String locale = custom.one("numberLocale");
    for (NumberLocale known : NumberLocale.values()) {
      if (known.name().equals(locale)) {
        return known;
      }
    }
    schema.problem(
        "customProperties",
        "has the numberLocale \"%s\", not VI, EN or UNDECLARED".formatted(locale));
    return NumberLocale.UNDECLARED;
  }

  private static char delimiter(YamlPart schema, CustomProperties custom) {
    String delimiter = custom.one("delimiter");
    if (delimiter.length() != 1) {
      schema.problem(
          "customProperties", "has the delimiter \"%s\", not one character".formatted(delimiter));
      return ',';
    }
    return delimiter.charAt(0);
  }
}
