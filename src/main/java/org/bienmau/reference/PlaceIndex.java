package org.bienmau.reference;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Gates, areas and namesakes by their comparable names. */
final class PlaceIndex implements Serializable {
  private final List<Named> names = new ArrayList<>();
  private final Map<String, List<Named>> byBareName = new HashMap<>();
  private final Map<String, PlaceTarget> ours = new HashMap<>();

  PlaceIndex(RegisterRows rows) {
    rows.sections().forEach(this::addSection);
    rows.gates().forEach(this::addGate);
    rows.areas().forEach(this::addArea);
    rows.namesakes().forEach(this::addNamesake);
    for (Named named : names) {
      byBareName.computeIfAbsent(named.name().bare(), any -> new ArrayList<>()).add(named);
    }
  }

  /** What a name stands for, sections left out: their names change with the provinces. */
  List<PlaceTarget> find(PlaceName name) {
    return byBareName.getOrDefault(name.bare(), List.of()).stream()
        .filter(named -> named.target().type() != ScopeType.SECTION)
        .filter(named -> name.fits(named.name()))
        .map(Named::target)
        .distinct()
        .toList();
  }

  /** Whether the name has marks that the register writes otherwise. */
  boolean isKnownWithOtherMarks(PlaceName name) {
    return byBareName.containsKey(name.bare());
  }

  /** Gates whose other side has this name. */
  List<PlaceTarget> facing(PlaceName counterpart) {
    return ours.values().stream()
        .filter(target -> target.facesOneNamed(counterpart))
        .sorted(Comparator.comparing(PlaceTarget::id))
        .toList();
  }

  /**
   * At most three places whose names come nearest, of one kind if that is given; where names differ
   * in their marks only, just those.
   */
  List<PlaceTarget> nearest(PlaceName name, ScopeType wanted) {
    boolean sameLetters = isKnownWithOtherMarks(name);
    return names.stream()
        .filter(named -> wanted == null || named.target().type() == wanted)
        .filter(
            named -> sameLetters ? name.bare().equals(named.name().bare()) : isNear(name, named))
        .sorted(
            Comparator.comparingInt((Named named) -> distance(name, named))
                .thenComparing(named -> named.name().marked()))
        .map(Named::target)
        .distinct()
        .limit(3)
        .toList();
  }

  PlaceTarget section(String id) {
    return ours.get(key(ScopeType.SECTION, id));
  }

  Collection<Named> names() {
    return names;
  }

  private static boolean isNear(PlaceName name, Named named) {
    return EditDistance.isNear(name.bare(), named.name().bare());
  }

  private static int distance(PlaceName name, Named named) {
    return 100 * EditDistance.between(name.bare(), named.name().bare())
        + EditDistance.between(name.marked(), named.name().marked());
  }

  private void addSection(Section section) {
    add(
        new PlaceTarget(
            ScopeType.SECTION,
            section.id(),
            section.id(),
            section.nameVi() + ", border section",
            null,
            List.of()),
        Stream.of(section.nameVi(), section.nameEn()));
  }

  private void addGate(Gate gate) {
    List<PlaceName> counterparts =
        Stream.concat(
                Stream.of(gate.cnNameVi(), gate.cnNamePinyin(), gate.cnNameHanzi()),
                gate.cnAliases().stream())
            .filter(Objects::nonNull)
            .map(PlaceName::of)
            .toList();
    add(
        new PlaceTarget(
            ScopeType.GATE,
            gate.id(),
            gate.sectionId(),
            "%s, %s gate".formatted(gate.nameVi(), gate.mode()),
            null,
            counterparts),
        Stream.concat(Stream.of(gate.nameVi(), gate.nameEn()), gate.aliases().stream()));
  }

  private void addArea(Area area) {
    add(
        new PlaceTarget(ScopeType.AREA, area.id(), null, area.nameVi(), null, List.of()),
        Stream.concat(Stream.of(area.nameVi(), area.nameEn()), area.aliases().stream()));
  }

  private void addNamesake(Namesake namesake) {
    PlaceTarget known = ours.get(key(namesake.scopeType(), namesake.scopeId()));
    String what = "%s, %s, %s".formatted(namesake.name(), namesake.what(), namesake.where());
    List<PlaceName> counterparts =
        Stream.ofNullable(namesake.counterpart()).map(PlaceName::of).toList();
    PlaceTarget foreign =
        new PlaceTarget(namesake.scopeType(), null, null, what, namesake.province(), counterparts);
    addNames(known == null ? foreign : known, Stream.of(namesake.name()));
  }

  private void add(PlaceTarget target, Stream<String> spellings) {
    ours.putIfAbsent(key(target.type(), target.id()), target);
    addNames(target, spellings);
  }

  private void addNames(PlaceTarget target, Stream<String> spellings) {
    spellings
        .filter(Objects::nonNull)
        .map(PlaceName::of)
        .distinct()
        .forEach(name -> names.add(new Named(name, target)));
  }

  private static String key(ScopeType type, String id) {
    return type + " " + id;
  }

  /** One spelling of one place. */
  record Named(PlaceName name, PlaceTarget target) implements Serializable {}
}
