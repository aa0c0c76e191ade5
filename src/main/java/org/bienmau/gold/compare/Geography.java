package org.bienmau.gold.compare;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bienmau.reference.Province;
import org.bienmau.reference.Registers;
import org.bienmau.reference.Section;

/**
 * The three ways to cut the border: into the provinces of the time, into those of today, and into
 * the sections that never change.
 *
 * @param sections ids from west to east
 * @param provinces every state of every province
 */
record Geography(List<String> sections, List<Province> provinces) implements Serializable {
  static final String AS_WAS = "as_was";
  static final String AS_NOW = "as_now";
  static final String SECTIONS = "sections";

  /**
   * A province or a section.
   *
   * @param sections the border sections in it, from west to east
   * @param throughout whether it was one and the same stretch of border on all days of the period
   */
  record Place(String geography, String id, List<String> sections, boolean throughout) {}

  static Geography of(Registers registers) {
    return new Geography(
        registers.sections().stream().map(Section::id).toList(),
        registers.provinces().stream()
            .filter(province -> !province.sectionIds().isEmpty())
            .toList());
  }

  /** All places of all three geographies on the days of a period. */
  List<Place> places(LocalDate start, LocalDate end) {
    List<Place> places = new ArrayList<>();
    sections.forEach(id -> places.add(new Place(SECTIONS, id, List.of(id), true)));
    provinces.stream()
        .filter(province -> province.validTo() == null)
        .forEach(
            province ->
                places.add(new Place(AS_NOW, province.id(), inOrder(province.sectionIds()), true)));
    statesOn(start, end).forEach((id, states) -> places.add(ofTheTime(id, states, start, end)));
    return places;
  }

  private TreeMap<String, List<Province>> statesOn(LocalDate start, LocalDate end) {
    return provinces.stream()
        .filter(province -> province.validFrom() == null || !province.validFrom().isAfter(end))
        .filter(province -> province.validTo() == null || !province.validTo().isBefore(start))
        .collect(Collectors.groupingBy(Province::id, TreeMap::new, Collectors.toList()));
  }

  private Place ofTheTime(String id, List<Province> states, LocalDate start, LocalDate end) {
    Set<String> held = new TreeSet<>();
    states.forEach(state -> held.addAll(state.sectionIds()));
    boolean begun =
        states.stream()
            .anyMatch(state -> state.validFrom() == null || !state.validFrom().isAfter(start));
    boolean lasting =
        states.stream()
            .anyMatch(state -> state.validTo() == null || !state.validTo().isBefore(end));
    boolean steady = states.stream().allMatch(state -> held.size() == state.sectionIds().size());
    return new Place(AS_WAS, id, inOrder(held), begun && lasting && steady);
  }

  private List<String> inOrder(Iterable<String> ids) {
    Set<String> wanted = new TreeSet<>();
    ids.forEach(wanted::add);
    return sections.stream().filter(wanted::contains).toList();
  }
}
