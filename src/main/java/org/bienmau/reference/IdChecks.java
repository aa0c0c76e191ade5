package org.bienmau.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every id stands once, and every id that a row names exists. */
final class IdChecks {
  private final RegisterContents contents;
  private final Set<String> sections;
  private final Set<String> provinces;
  private final Set<String> gates;
  private final Set<String> areas;
  private final Set<String> units;
  private final Set<String> measures;

  IdChecks(RegisterContents contents) {
    this.contents = contents;
    this.sections = ids(contents.sections(), Section::id);
    this.provinces = ids(contents.provinces(), Province::id);
    this.gates = ids(contents.gates(), Gate::id);
    this.areas = ids(contents.areas(), Area::id);
    this.units = ids(contents.units(), Unit::id);
    this.measures = ids(contents.measures(), Measure::id);
  }

  void run() {
    checkUnique();
    contents.provinces().forEach(this::checkProvince);
    contents.gates().forEach(gate -> known(gate.row(), "section_id", gate.entry().sectionId()));
    contents.gateStatuses().forEach(this::checkGateStatus);
    contents.capacities().forEach(one -> known(one.row(), "gate_id", one.entry().gateId()));
    contents.areas().forEach(one -> knownAll(one.row(), "members", one.entry().members()));
    contents.measures().forEach(one -> known(one.row(), "unit", one.entry().unit()));
    contents.units().forEach(one -> known(one.row(), "base_unit", one.entry().baseUnit()));
    contents.goods().forEach(this::checkGoods);
    contents.events().forEach(this::checkEvent);
    contents.plans().forEach(this::checkPlan);
    contents.namesakes().forEach(this::checkNamesake);
  }

  private void checkUnique() {
    unique(contents.sections(), "section_id", Section::id);
    unique(contents.sections(), "order", Section::order);
    unique(contents.gates(), "gate_id", Gate::id);
    unique(contents.measures(), "measure_id", Measure::id);
    unique(contents.units(), "unit", Unit::id);
    unique(contents.goods(), "goods_id", Goods::id);
    unique(contents.publishers(), "pattern", publisher -> Publishers.fold(publisher.pattern()));
    unique(contents.events(), "event_id", Event::id);
    unique(contents.plans(), "plan_id", Plan::id);
    unique(contents.hsVintages(), "hs_vintage", HsVintage::id);
    unique(contents.hsVintages(), "valid_from", HsVintage::validFrom);
    unique(contents.hsChapters(), "chapter", HsChapter::code);
    unique(contents.hsHeadings(), "heading", HsHeading::code);
    unique(contents.congestionLevels(), "level", CongestionLevel::id);
    unique(contents.congestionLevels(), "order", CongestionLevel::order);
    unique(
        contents.fxRates(),
        "period_start",
        rate -> List.of(rate.kind() + rate.start(), rate.base() + rate.quote()));
  }

  private void checkProvince(Located<Province> province) {
    knownAll(province.row(), "section_ids", province.entry().sectionIds());
    province
        .entry()
        .predecessors()
        .forEach(id -> in(provinces, province.row(), "predecessors", id));
    in(provinces, province.row(), "successor", province.entry().successor());
  }

  private void checkGateStatus(Located<GateStatus> status) {
    known(status.row(), "gate_id", status.entry().gateId());
    in(gates, status.row(), "parent_gate_id", status.entry().parentGateId());
  }

  private void checkGoods(Located<Goods> goods) {
    in(ids(contents.goods(), Goods::id), goods.row(), "parent_id", goods.entry().parentId());
  }

  private void checkEvent(Located<Event> event) {
    if (event.entry().scopeIds().isEmpty()) {
      event.row().refuse("scope_ids", "it must name at least one place");
    }
    event
        .entry()
        .scopeIds()
        .forEach(id -> in(scopes(event.entry().scopeType()), event.row(), "scope_ids", id));
  }

  private void checkPlan(Located<Plan> plan) {
    in(scopes(plan.entry().scopeType()), plan.row(), "scope_id", plan.entry().scopeId());
    in(measures, plan.row(), "measure_id", plan.entry().measureId());
    known(plan.row(), "unit", plan.entry().unit());
  }

  private void checkNamesake(Located<Namesake> namesake) {
    if (namesake.entry().scopeId() != null && namesake.entry().scopeType() == null) {
      namesake.row().refuse("scope_type", "a row with a scope_id needs it");
    }
    in(
        scopes(namesake.entry().scopeType()),
        namesake.row(),
        "scope_id",
        namesake.entry().scopeId());
  }

  private Set<String> scopes(ScopeType type) {
    if (type == null) {
      return Set.of();
    }
    return switch (type) {
      case SECTION -> sections;
      case GATE -> gates;
      case AREA -> areas;
    };
  }

  private void knownAll(RegisterRow row, String column, List<String> ids) {
    ids.forEach(id -> known(row, column, id));
  }

  private void known(RegisterRow row, String column, String id) {
    Set<String> known =
        switch (column) {
          case "gate_id" -> gates;
          case "unit", "base_unit" -> units;
          default -> sections;
        };
    in(known, row, column, id);
  }

  private static void in(Set<String> known, RegisterRow row, String column, String id) {
    if (id != null && !known.contains(id)) {
      String nearest =
          EditDistance.nearest(id, known).map(" (nearest is %s)"::formatted).orElse("");
      row.refuseRow(
          "column %s names '%s', which is not registered%s".formatted(column, id, nearest));
    }
  }

  private static <T> Set<String> ids(Collection<Located<T>> rows, Function<T, String> id) {
    return rows.stream()
        .map(row -> id.apply(row.entry()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static <T> void unique(
      List<Located<T>> rows, String column, Function<T, Object> keyOfEntry) {
    Map<Object, Long> lines = new HashMap<>();
    for (Located<T> row : rows) {
      Object key = keyOfEntry.apply(row.entry());
      Long before = key == null ? null : lines.putIfAbsent(key, row.row().line());
      if (before != null) {
        row.row().refuse(column, "line %d has it already".formatted(before));
      }
    }
  }
}
