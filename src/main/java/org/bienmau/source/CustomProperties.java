package org.bienmau.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The customProperties of a part of a contract: what the standard has no key for. */
final class CustomProperties {
  private static final Set<String> LISTS = Set.of("statementKey", "recordKey", "revision");

  private final YamlPart part;
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private CustomProperties(YamlPart part) {
    this.part = part;
  }

  static CustomProperties of(YamlPart part) {
    CustomProperties custom = new CustomProperties(part);
    for (YamlPart property : part.parts("customProperties")) {
      String name = property.text("property");
      List<String> value =
          LISTS.contains(name) ? property.texts("value") : List.of(property.text("value"));
      property.end();
      if (custom.values.put(name, value) != null) {
        part.problem("customProperties", "repeats \"%s\"".formatted(name));
      }
    }
    return custom;
  }

  /** A value that must be there; empty, and a problem, when it is not. */
  String one(String name) {
    if (!values.containsKey(name)) {
      part.problem("customProperties", "lacks \"%s\"".formatted(name));
    }
    return oneIfAny(name);
  }

  /** A value; empty when there is none. */
  String oneIfAny(String name) {
    return values.containsKey(name) ? values.get(name).get(0) : "";
  }

  /** A list of values; empty when there is none. */
  List<String> list(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** What is not known here would be a promise that nobody keeps. */
  void refuseOthers(List<String> known) {
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name -> part.problem("customProperties", "holds the unknown \"%s\"".formatted(name)));
  }
}
