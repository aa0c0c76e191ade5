package org.bienmau.reference;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lengths add up, parents lead to a top, ranges go upwards, printed names mean one thing. */
final class StructureChecks {
  /** What a section faces that lies opposite to several regions. */
  private static final String SEVERAL = "both";

  /** Printed lengths of the sections are often rounded to a tenth of a kilometre. */
  private static final BigDecimal TOLERANCE_KM = new BigDecimal("0.5");

  private final RegisterContents contents;
  private final Problems problems;

  StructureChecks(RegisterContents contents, Problems problems) {
    this.contents = contents;
    this.problems = problems;
  }

  void run() {
    checkBorder();
    checkOtherSide();
    checkGates();
    checkGoods();
    contents.units().forEach(this::checkBaseUnit);
    contents.capacities().forEach(this::checkCapacity);
    contents.plans().forEach(this::checkPlan);
    checkCongestionLevels();
    checkPrintedNames();
  }

  /** One area holds all sections, and its line is as long as they are together. */
  private void checkBorder() {
    List<Located<Area>> whole =
        contents.areas().stream()
            .filter(area -> Area.WHOLE_BORDER.equals(area.entry().kind()))
            .toList();
    if (whole.size() != 1) {
      problems.add(
          "areas.csv",
          0,
          "exactly one row must be of kind %s, which holds all sections; found %s"
              .formatted(
                  Area.WHOLE_BORDER, whole.stream().map(area -> area.entry().id()).toList()));
      return;
    }
    Located<Area> border = whole.get(0);
    Set<String> sections =
        contents.sections().stream()
            .map(section -> section.entry().id())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (border.entry().members() != null
        && !sections.equals(Set.copyOf(border.entry().members()))) {
      border.row().refuse("members", "it must name every section, as it is the whole border");
    }
    checkLength(border);
  }

  private void checkLength(Located<Area> border) {
    BigDecimal line = border.entry().borderKm();
    boolean anyUnread =
        contents.sections().stream().anyMatch(section -> section.entry().borderKm() == null);
    if (line == null || anyUnread) {
      return;
    }
    BigDecimal sum =
        contents.sections().stream()
            .map(section -> section.entry().borderKm())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.subtract(line).abs().compareTo(TOLERANCE_KM) > 0) {
      border
          .row()
          .refuse(
              "border_km",
              "the sections add up to %s km (tolerance %s km)".formatted(sum, TOLERANCE_KM));
    }
  }

  /** A gate leads into a region that a section of the border faces. */
  private void checkOtherSide() {
    Set<String> regions =
        contents.sections().stream()
            .map(section -> section.entry().faces())
            .filter(faces -> faces != null && !faces.equals(SEVERAL))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Located<Gate> gate : contents.gates()) {
      String region = gate.entry().cnRegion();
      if (region != null && !regions.isEmpty() && !regions.contains(region)) {
        gate.row()
            .refuse("cn_region", "no section faces it; they face " + String.join(", ", regions));
      }
    }
  }

  private void checkGates() {
    Map<String, String> sections = new HashMap<>();
    contents.gates().forEach(gate -> sections.put(gate.entry().id(), gate.entry().sectionId()));
    Map<String, Set<String>> parents = new HashMap<>();
    for (Located<GateStatus> status : contents.gateStatuses()) {
      String gate = status.entry().gateId();
      String parent = status.entry().parentGateId();
      Set<String> ofGate = parents.computeIfAbsent(gate, any -> new HashSet<>());
      if (parent != null) {
        ofGate.add(parent);
        if (!Objects.equals(
            sections.get(gate), sections.getOrDefault(parent, sections.get(gate)))) {
          status.row().refuse("parent_gate_id", "it lies in another section");
        }
        if (leadsTo(gate, parent, parents, new HashSet<>())) {
          status.row().refuse("parent_gate_id", "its parents lead back to " + gate);
        }
      }
    }
    for (Located<Gate> gate : contents.gates()) {
      if (gate.entry().id() != null && !parents.containsKey(gate.entry().id())) {
        gate.row().refuse("gate_id", "gate_status.csv has no row for it");
      }
    }
  }

  private void checkGoods() {
    Map<String, Set<String>> parents = new HashMap<>();
    for (Located<Goods> goods : contents.goods()) {
      String parent = goods.entry().parentId();
      if (parent == null) {
        continue;
      }
      parents.computeIfAbsent(goods.entry().id(), any -> new HashSet<>()).add(parent);
      if (leadsTo(goods.entry().id(), parent, parents, new HashSet<>())) {
        goods.row().refuse("parent_id", "its parents lead back to " + goods.entry().id());
      }
    }
    checkHomogeneous(parents);
    checkRest();
    List<String> roots =
        contents.goods().stream()
            .map(Located::entry)
            .filter(goods -> goods.parentId() == null)
            .map(Goods::id)
            .toList();
    if (roots.size() != 1) {
      problems.add("goods.csv", 0, "exactly one row may be without parent_id, found " + roots);
    }
  }

  private void checkRest() {
    contents.goods().stream()
        .filter(goods -> goods.entry().takesTheRest())
        .skip(1)
        .forEach(
            goods -> goods.row().refuse("hs_codes", "only one row may take all unclaimed codes"));
  }

  /** Prices of a kind of goods and of a group that holds it would count the same trade twice. */
  private void checkHomogeneous(Map<String, Set<String>> parents) {
    List<Located<Goods>> marked =
        contents.goods().stream().filter(goods -> goods.entry().homogeneous()).toList();
    for (Located<Goods> goods : marked) {
      marked.stream()
          .map(other -> other.entry().id())
          .filter(other -> other != null && !other.equals(goods.entry().id()))
          .filter(other -> leadsTo(other, goods.entry().id(), parents, new HashSet<>()))
          .forEach(
              other ->
                  goods
                      .row()
                      .refuse(
                          "homogeneous", "it is a part of " + other + ", which is marked so too"));
    }
  }

  private static boolean leadsTo(
      String goal, String from, Map<String, Set<String>> parents, Set<String> seen) {
    return from.equals(goal)
        || seen.add(from)
            && parents.getOrDefault(from, Set.of()).stream()
                .anyMatch(parent -> leadsTo(goal, parent, parents, seen));
  }

  private void checkBaseUnit(Located<Unit> unit) {
    boolean isBase = Objects.equals(unit.entry().id(), unit.entry().baseUnit());
    BigDecimal factor = unit.entry().factor();
    if (isBase && factor != null && factor.compareTo(BigDecimal.ONE) != 0) {
      unit.row().refuse("factor", "a base unit has factor 1");
    }
  }

  private void checkCapacity(Located<GateCapacity> capacity) {
    refuseFallingRange(
        capacity.row(), "capacity_low", capacity.entry().low(), capacity.entry().high());
  }

  private void checkPlan(Located<Plan> plan) {
    refuseFallingRange(plan.row(), "target_low", plan.entry().low(), plan.entry().high());
  }

  /**
   * The lowest level holds from zero on, each further one above more vehicles than the one before.
   */
  private void checkCongestionLevels() {
    List<Located<CongestionLevel>> levels =
        contents.congestionLevels().stream()
            .sorted(Comparator.comparingInt(level -> level.entry().order()))
            .toList();
    int before = -1;
    for (Located<CongestionLevel> level : levels) {
      boolean lowest = before < 0;
      if (lowest && level.entry().above() != 0) {
        level.row().refuse("above", "the lowest level begins at 0");
      } else if (level.entry().above() <= before) {
        level.row().refuse("above", "it does not lie above that of the level before");
      }
      before = level.entry().above();
    }
  }

  private static void refuseFallingRange(
      RegisterRow row, String column, BigDecimal low, BigDecimal high) {
    if (low != null && high != null && low.compareTo(high) > 0) {
      row.refuse(column, "it lies above the upper bound " + high);
    }
  }

  private void checkPrintedNames() {
    PrintedNames units = new PrintedNames();
    for (Located<Unit> unit : contents.units()) {
      units.claim(unit.row(), "aliases", unit.entry().id(), unit.entry().aliases());
    }
    PrintedNames goods = new PrintedNames();
    for (Located<Goods> one : contents.goods()) {
      goods.claim(one.row(), "printed_names", one.entry().id(), one.entry().printedNames());
    }
    // One printed name may serve two measures as long as their units tell them apart.
    Map<String, List<Located<Measure>>> byUnit =
        contents.measures().stream()
            .filter(measure -> measure.entry().unit() != null)
            .collect(Collectors.groupingBy(measure -> measure.entry().unit()));
    for (List<Located<Measure>> sameUnit : byUnit.values()) {
      PrintedNames measures = new PrintedNames();
      for (Located<Measure> one : sameUnit) {
        measures.claim(one.row(), "printed_names", one.entry().id(), one.entry().printedNames());
      }
    }
  }

  /** Remembers which id a printed name belongs to. */
  private static final class PrintedNames {
    private final Map<String, String> owners = new HashMap<>();

    void claim(RegisterRow row, String column, String id, List<String> names) {
      if (id == null) {
        return;
      }
      Set<String> all = names.stream().map(Registers::fold).collect(Collectors.toSet());
      all.add(Registers.fold(id));
      for (String name : all) {
        String owner = owners.putIfAbsent(name, id);
        if (owner != null && !owner.equals(id)) {
          row.refuseRow("column %s has '%s', which %s has already".formatted(column, name, owner));
        }
      }
    }
  }
}
