package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Border sections by the names of provinces.
 *
 * <p>A section keeps its own name for ever. The name of a province stands for the section it held
 * on the date, so that Tuyên Quang is a border section from 2025-07-01 on and not before.
 */
final class SectionNames implements Serializable {
  private final Map<Section, List<PlaceName>> sections = new LinkedHashMap<>();
  private final Map<Province, List<PlaceName>> provinces = new LinkedHashMap<>();

  SectionNames(RegisterRows rows) {
    rows.sections().forEach(one -> sections.put(one, names(Stream.of(one.nameVi(), one.nameEn()))));
    rows.provinces().forEach(one -> provinces.put(one, names(spellings(one))));
  }

  /**
   * The sections that a name stands for.
   *
   * @param date day of the figure, null when not known
   */
  Answer find(PlaceName name, LocalDate date) {
    List<String> own = fitting(name, sections).stream().map(Section::id).toList();
    List<Province> named = fitting(name, provinces);
    return date == null ? withoutDate(own, named) : onDate(own, named, date);
  }

  private static Answer withoutDate(List<String> own, List<Province> named) {
    List<String> held =
        named.stream().flatMap(province -> province.sectionIds().stream()).distinct().toList();
    boolean always = named.stream().noneMatch(province -> province.sectionIds().isEmpty());
    if (!own.isEmpty() || held.isEmpty() || (always && held.size() == 1)) {
      return new Answer(own.isEmpty() ? held : own, null);
    }
    return new Answer(held, "the province held it only for a time, so a date is needed");
  }

  private static Answer onDate(List<String> own, List<Province> named, LocalDate date) {
    List<Province> then = named.stream().filter(province -> province.holdsOn(date)).toList();
    List<String> held =
        then.stream().flatMap(province -> province.sectionIds().stream()).distinct().toList();
    if (held.size() > 1) {
      return new Answer(held, "the province of that name held several sections on " + date);
    }
    if (!held.isEmpty() || !own.isEmpty() || named.isEmpty()) {
      return new Answer(held.isEmpty() ? own : held, null);
    }
    return new Answer(List.of(), "no province of that name had a border with China on " + date);
  }

  private static Stream<String> spellings(Province province) {
    return Stream.concat(
        Stream.of(province.nameVi(), province.nameEn()), province.aliases().stream());
  }

  private static List<PlaceName> names(Stream<String> spellings) {
    return spellings.filter(Objects::nonNull).map(PlaceName::of).toList();
  }

  private static <T> List<T> fitting(PlaceName name, Map<T, List<PlaceName>> named) {
    return named.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(name::fits))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * What a name stands for among sections.
   *
   * @param sectionIds none, one or several
   * @param why why it is not simply one; null when there is nothing to say
   */
  record Answer(List<String> sectionIds, String why) {}
}
