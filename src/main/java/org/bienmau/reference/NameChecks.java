package org.bienmau.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A name that several places share must say so in namesakes.csv. */
final class NameChecks {
  private final RegisterRows rows;
  private final RegisterContents contents;
  private final Problems problems;

  NameChecks(RegisterRows rows, RegisterContents contents, Problems problems) {
    this.rows = rows;
    this.contents = contents;
    this.problems = problems;
  }

  void run() {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (PlaceIndex.Named named : new PlaceIndex(rows).names()) {
      if (named.target().isOurs()) {
        owners
            .computeIfAbsent(named.name().bare(), any -> new TreeSet<>())
            .add(named.target().type().id() + " " + named.target().id());
      }
    }
    owners.forEach(this::checkShared);
  }

  private void checkShared(String name, Set<String> ids) {
    Set<String> listed =
        rows.namesakes().stream()
            .filter(namesake -> namesake.name() != null && namesake.scopeType() != null)
            .filter(namesake -> PlaceName.of(namesake.name()).bare().equals(name))
            .map(NameChecks::idOf)
            .collect(Collectors.toSet());
    if (ids.size() > 1 && !listed.containsAll(ids)) {
      List<String> missing = ids.stream().filter(id -> !listed.contains(id)).toList();
      problems.add(
          fileOf(missing),
          lineOf(missing),
          "the name '%s' belongs to %s; list all of them in namesakes.csv or take it away"
              .formatted(name, String.join(" and ", ids)));
    }
  }

  private static String idOf(Namesake namesake) {
    return namesake.scopeType().id() + " " + namesake.scopeId();
  }

  private static String fileOf(List<String> ids) {
    return ids.stream().anyMatch(id -> id.startsWith("gate ")) ? "gates.csv" : "areas.csv";
  }

  private long lineOf(List<String> ids) {
    return contents.gates().stream()
        .filter(gate -> ids.contains("gate " + gate.entry().id()))
        .mapToLong(gate -> gate.row().line())
        .max()
        .orElse(0);
  }
}
