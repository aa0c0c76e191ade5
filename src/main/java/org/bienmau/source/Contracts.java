package org.bienmau.source;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads contracts, strictly: a key that is not known here is an error, like a part that is missing.
 */
public final class Contracts {
  private static final List<String> TYPES =
      List.of("string", "date", "number", "integer", "boolean");
  private static final List<String> STATUSES = List.of("draft", "active", "deprecated", "retired");

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
    Map<String, List<String>> custom = customProperties(schema);
    List<ContractColumn> columns = schema.parts("properties").stream().map(this::column).toList();
    List<String> key = custom.getOrDefault("statementKey", List.of());
    refuseOddColumns(schema, columns, key);
    Contract contract =
        new Contract(
            file,
            id,
            version,
            status,
            name,
            description,
            one(schema, custom, "descriptionVi"),
            numberLocale(schema, custom),
            delimiter(schema, custom),
            key,
            columns,
            rules(schema));
    refuseOtherCustomProperties(
        schema, custom, List.of("descriptionVi", "numberLocale", "delimiter", "statementKey"));
    schema.end();
    return contract;
  }

  private ContractColumn column(YamlPart property) {
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
    Map<String, List<String>> custom = customProperties(property);
    List<ContractRule> rules = rules(property);
    List<String> allowed = rules.stream().flatMap(rule -> rule.validValues().stream()).toList();
    examples.stream()
        .filter(example -> !allowed.isEmpty() && !allowed.contains(example))
        .forEach(
            example ->
                property.problem(
                    "examples", "holds \"%s\", which is not allowed".formatted(example)));
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
            one(property, custom, "descriptionVi"),
            custom.containsKey("unit") ? one(property, custom, "unit") : "",
            property.text("classification"),
            rules);
    refuseOtherCustomProperties(property, custom, List.of("descriptionVi", "unit"));
    property.end();
    return column;
  }

  private List<ContractRule> rules(YamlPart part) {
    return part.parts("quality").stream().map(this::rule).toList();
  }

  private ContractRule rule(YamlPart quality) {
    String name = quality.text("name");
    String type = quality.oneOf("type", List.of("text", "library"));
    quality.text("dimension");
    String severity = quality.oneOf("severity", List.of("error", "warning"));
    String description = quality.text("description");
    Map<String, List<String>> custom = customProperties(quality);
    String descriptionVi = one(quality, custom, "descriptionVi");
    List<String> validValues = List.of();
    if (type.equals("library")) {
      quality.oneOf("metric", List.of("invalidValues"));
      quality.oneOf("mustBe", List.of("0"));
      YamlPart arguments = quality.part("arguments");
      validValues = arguments.texts("validValues");
      if (validValues.isEmpty()) {
        arguments.problem("validValues", "is missing");
      }
      arguments.end();
    }
    refuseOtherCustomProperties(quality, custom, List.of("descriptionVi"));
    quality.end();
    return new ContractRule(name, severity, description, descriptionVi, validValues);
  }

  private static Map<String, List<String>> customProperties(YamlPart part) {
    Map<String, List<String>> custom = new LinkedHashMap<>();
    for (YamlPart property : part.parts("customProperties")) {
      String name = property.text("property");
      List<String> values =
          name.equals("statementKey") ? property.texts("value") : List.of(property.text("value"));
      property.end();
      if (custom.put(name, values) != null) {
        part.problem("customProperties", "repeats \"%s\"".formatted(name));
      }
    }
    return custom;
  }

  private static String one(YamlPart part, Map<String, List<String>> custom, String name) {
    if (!custom.containsKey(name)) {
      part.problem("customProperties", "lacks \"%s\"".formatted(name));
      return "";
    }
    return custom.get(name).get(0);
  }

  private static void refuseOtherCustomProperties(
      YamlPart part, Map<String, List<String>> custom, List<String> known) {
    custom.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name -> part.problem("customProperties", "holds the unknown \"%s\"".formatted(name)));
  }

  private static NumberLocale numberLocale(YamlPart schema, Map<String, List<String>> custom) {
    String locale = one(schema, custom, "numberLocale");
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

  private static char delimiter(YamlPart schema, Map<String, List<String>> custom) {
    String delimiter = one(schema, custom, "delimiter");
    if (delimiter.length() != 1) {
      schema.problem(
          "customProperties", "has the delimiter \"%s\", not one character".formatted(delimiter));
      return ',';
    }
    return delimiter.charAt(0);
  }

  private static void refuseOddColumns(
      YamlPart schema, List<ContractColumn> columns, List<String> statementKey) {
    Set<String> names = new HashSet<>();
    columns.stream()
        .map(ContractColumn::name)
        .filter(name -> !names.add(name))
        .forEach(name -> schema.problem("properties", "repeats the column %s".formatted(name)));
    List<Integer> positions =
        columns.stream().map(ContractColumn::keyPosition).filter(p -> p > 0).sorted().toList();
    if (positions.isEmpty()
        || !positions.equals(IntStream.rangeClosed(1, positions.size()).boxed().toList())) {
      schema.problem("properties", "has the key positions %s, not 1, 2, 3 …".formatted(positions));
    }
    if (statementKey.isEmpty() || !names.containsAll(statementKey)) {
      schema.problem(
          "customProperties",
          "has a statementKey %s of other than its columns".formatted(statementKey));
    }
  }
}
