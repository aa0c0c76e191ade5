package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bienmau.reference.Area;
import org.bienmau.reference.Direction;
import org.bienmau.reference.GatePlaces;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;

/**
 * Which forecasts of one measure are wholes and parts of each other: export and import of a place's
 * total, gates of their section, sections of an area.
 *
 * <p>Parts are those that made up the whole, to the cent, in each of the last twelve months; what
 * did not add up is not made to.
 */
final class ForecastTrees {
  static final String PART_MISSING = "part_missing";
  static final String PARTS_DIFFER = "parts_differ";
  static final String ENDS_EARLIER = "ends_earlier";
  static final String NO_PARTS = "no_parts";

  private static final int MONTHS_ADDED = 12;
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final List<Direction> WAYS = List.of(Direction.EXPORT, Direction.IMPORT);

  private final Registers registers;
  private final List<Direction> ways;
  private final boolean haveTotals;
  private final LocalDate lastMonth;
  private final Map<ForecastSeries.Place, Map<Direction, ForecastSeries>> places =
      new LinkedHashMap<>();
  private final List<Tree> trees = new ArrayList<>();
  private final List<Alone> alone = new ArrayList<>();

  /** A place, and the places below it that nothing lies below, or itself. */
  private record Branch(ForecastSeries.Place place, List<ForecastSeries.Place> leaves) {}

  /**
   * Forecasts that must add up.
   *
   * @param hierarchy the place at the top, and what lies below it
   * @param series of all wholes and parts
   * @param parts of each series, by number; a part is made up of itself
   * @param size how many parts there are
   */
  record Tree(String hierarchy, List<ForecastSeries> series, List<int[]> parts, int size) {}

  /** A series that is not reconciled, and why. */
  record Alone(ForecastSeries series, String reason) {}

  private ForecastTrees(
      Registers registers, List<Direction> ways, boolean haveTotals, LocalDate lastMonth) {
    this.registers = registers;
    this.ways = ways;
    this.haveTotals = haveTotals;
    this.lastMonth = lastMonth;
  }

  /** Of series that share everything but place and direction. */
  static List<ForecastTrees> of(List<ForecastSeries> series, Registers registers) {
    LocalDate lastMonth =
        series.stream().map(ForecastSeries::lastMonth).max(Comparator.naturalOrder()).orElseThrow();
    boolean haveTotals = series.stream().anyMatch(one -> one.direction() == Direction.TOTAL);
    List<List<Direction>> apart =
        haveTotals ? List.of(WAYS) : WAYS.stream().map(way -> List.of(way)).toList();
    return apart.stream()
        .map(
            ways -> {
              ForecastTrees trees = new ForecastTrees(registers, ways, haveTotals, lastMonth);
              trees.sort(
                  series.stream()
                      .filter(one -> haveTotals || ways.contains(one.direction()))
                      .toList());
              trees.grow();
              return trees;
            })
        .toList();
  }

  List<Tree> trees() {
    return trees;
  }

  List<Alone> alone() {
    return alone;
  }

  private void sort(List<ForecastSeries> series) {
    Map<ForecastSeries.Place, Map<Direction, ForecastSeries>> all =
        new TreeMap<>(
            Comparator.comparing(ForecastSeries.Place::type)
                .thenComparing(ForecastSeries.Place::id));
    for (ForecastSeries one : series) {
      if (one.lastMonth().equals(lastMonth)) {
        all.computeIfAbsent(one.place(), place -> new EnumMap<>(Direction.class))
            .put(one.direction(), one);
      } else {
        alone.add(new Alone(one, ENDS_EARLIER));
      }
    }
    all.forEach(
        (place, known) -> {
          if (known.size() < ways.size() + (haveTotals ? 1 : 0)) {
            known.values().forEach(one -> alone.add(new Alone(one, PART_MISSING)));
          } else if (haveTotals && !addsUp(known.get(Direction.TOTAL), parts(known))) {
            known.values().forEach(one -> alone.add(new Alone(one, PARTS_DIFFER)));
          } else {
            places.put(place, known);
          }
        });
  }

  private static List<ForecastSeries> parts(Map<Direction, ForecastSeries> known) {
    return WAYS.stream().map(known::get).toList();
  }

  private boolean addsUp(ForecastSeries whole, List<ForecastSeries> parts) {
    return Stream.iterate(lastMonth, month -> month.minusMonths(1))
        .limit(MONTHS_ADDED)
        .allMatch(
            month -> {
              BigDecimal value = whole.values().get(month);
              BigDecimal sum =
                  parts.stream()
                      .map(part -> part.added(month))
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              return value != null && value.subtract(sum).abs().compareTo(CENT) <= 0;
            });
  }

  private boolean addUp(ForecastSeries.Place whole, List<ForecastSeries.Place> parts) {
    return ways.stream()
        .allMatch(
            way ->
                addsUp(
                    places.get(whole).get(way),
                    parts.stream().map(part -> places.get(part).get(way)).toList()));
  }

  private void grow() {
    Set<ForecastSeries.Place> used = new LinkedHashSet<>();
    Map<String, List<Branch>> sections = sections(used);
    Set<String> held = new LinkedHashSet<>();
    for (Area area : registers.areas()) {
      ForecastSeries.Place whole = new ForecastSeries.Place(ScopeType.AREA, area.id());
      List<ForecastSeries.Place> parts =
          area.members().stream()
              .filter(sections::containsKey)
              .map(id -> new ForecastSeries.Place(ScopeType.SECTION, id))
              .toList();
      if (places.containsKey(whole)
          && parts.stream().noneMatch(part -> held.contains(part.id()))
          && parts.size() > 1
          && addUp(whole, parts)) {
        add(whole, parts.stream().flatMap(part -> sections.get(part.id()).stream()).toList());
        used.add(whole);
        parts.forEach(part -> held.add(part.id()));
      }
    }
    sections.forEach(
        (id, branches) -> {
          if (!held.contains(id)) {
            add(branches.get(0).place(), branches.subList(1, branches.size()));
          }
        });
    places.keySet().stream()
        .filter(place -> place.type() != ScopeType.SECTION && !used.contains(place))
        .forEach(place -> add(place, List.of()));
  }

  /** Each section with its gates, if they make it up; a lane is in its gate. */
  private Map<String, List<Branch>> sections(Set<ForecastSeries.Place> used) {
    Set<String> lanes = lanes();
    Map<String, List<Branch>> sections = new LinkedHashMap<>();
    for (ForecastSeries.Place section : places.keySet()) {
      if (section.type() != ScopeType.SECTION) {
        continue;
      }
      List<ForecastSeries.Place> gates =
          places.entrySet().stream()
              .filter(place -> place.getKey().type() == ScopeType.GATE)
              .filter(place -> !lanes.contains(place.getKey().id()))
              .filter(place -> section.id().equals(place.getValue().get(ways.get(0)).section()))
              .map(Map.Entry::getKey)
              .toList();
      List<Branch> branches = new ArrayList<>();
      if (!gates.isEmpty() && addUp(section, gates)) {
        branches.add(new Branch(section, gates));
        gates.forEach(gate -> branches.add(new Branch(gate, List.of(gate))));
        used.addAll(gates);
      } else {
        branches.add(new Branch(section, List.of(section)));
      }
      sections.put(section.id(), branches);
    }
    return sections;
  }

  private Set<String> lanes() {
    return new GatePlaces(registers)
        .all().stream()
            .filter(holds -> holds.scopeType() == ScopeType.GATE)
            .filter(holds -> !holds.scopeId().equals(holds.gateId()))
            .filter(holds -> holds.from() == null || !holds.from().isAfter(lastMonth))
            .filter(holds -> holds.to() == null || !holds.to().isBefore(lastMonth))
            .map(GatePlaces.Holds::gateId)
            .collect(Collectors.toSet());
  }

  /** A tree of a place over branches, or over nothing but its directions. */
  private void add(ForecastSeries.Place top, List<Branch> below) {
    List<ForecastSeries.Place> leaves =
        below.isEmpty()
            ? List.of(top)
            : below.stream().flatMap(branch -> branch.leaves().stream()).distinct().toList();
    List<Branch> branches =
        Stream.concat(Stream.of(new Branch(top, leaves)), below.stream()).toList();
    List<ForecastSeries> series = new ArrayList<>();
    List<int[]> parts = new ArrayList<>();
    for (Branch branch : branches) {
      int[] first =
          branch.leaves().stream().mapToInt(leaf -> ways.size() * leaves.indexOf(leaf)).toArray();
      for (int way = 0; way < ways.size(); way++) {
        int step = way;
        series.add(places.get(branch.place()).get(ways.get(way)));
        parts.add(Arrays.stream(first).map(part -> part + step).toArray());
      }
      if (haveTotals) {
        series.add(places.get(branch.place()).get(Direction.TOTAL));
        parts.add(
            Arrays.stream(first)
                .flatMap(part -> IntStream.range(part, part + ways.size()))
                .toArray());
      }
    }
    if (series.size() == 1) {
      alone.add(new Alone(series.get(0), NO_PARTS));
    } else {
      trees.add(new Tree(hierarchy(top, below), series, parts, ways.size() * leaves.size()));
    }
  }

  private String hierarchy(ForecastSeries.Place top, List<Branch> below) {
    Stream<String> levels =
        below.stream().map(branch -> branch.place().type().id() + "s").distinct();
    Stream<String> ends = haveTotals ? Stream.of("directions") : Stream.empty();
    return Stream.of(Stream.of(top.id()), levels, ends)
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }
}
