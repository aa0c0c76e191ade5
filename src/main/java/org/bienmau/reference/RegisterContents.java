package org.bienmau.reference;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Everything that the register files hold, each entry with the row it came from. */
record RegisterContents(
    List<Located<Section>> sections,
    List<Located<Province>> provinces,
    List<Located<Gate>> gates,
    List<Located<GateStatus>> gateStatuses,
    List<Located<GateCapacity>> capacities,
    List<Located<Area>> areas,
    List<Located<Measure>> measures,
    List<Located<Unit>> units,
    List<Located<Goods>> goods,
    List<Located<Publisher>> publishers,
    List<Located<Event>> events,
    List<Located<Plan>> plans,
    List<Located<FxRate>> fxRates,
    List<Located<Namesake>> namesakes,
    List<Located<HsVintage>> hsVintages,
    List<Located<HsChapter>> hsChapters,
    List<Located<HsHeading>> hsHeadings,
    List<Located<CongestionLevel>> congestionLevels) {

  static RegisterContents read(RegisterTexts texts) {
    return new RegisterContents(
        read(texts, "sections.csv", RegisterColumns.SECTIONS, PlaceRows::section),
        read(texts, "provinces.csv", RegisterColumns.PROVINCES, PlaceRows::province),
        read(texts, "gates.csv", RegisterColumns.GATES, PlaceRows::gate),
        read(texts, "gate_status.csv", RegisterColumns.GATE_STATUS, PlaceRows::gateStatus),
        read(texts, "gate_capacity.csv", RegisterColumns.GATE_CAPACITY, PlaceRows::capacity),
        read(texts, "areas.csv", RegisterColumns.AREAS, PlaceRows::area),
        read(texts, "measures.csv", RegisterColumns.MEASURES, FactRows::measure),
        read(texts, "units.csv", RegisterColumns.UNITS, FactRows::unit),
        read(texts, "goods.csv", RegisterColumns.GOODS, FactRows::goods),
        read(texts, "publishers.csv", RegisterColumns.PUBLISHERS, FactRows::publisher),
        read(texts, "events.csv", RegisterColumns.EVENTS, FactRows::event),
        read(texts, "plans.csv", RegisterColumns.PLANS, FactRows::plan),
        read(texts, "fx_rates.csv", RegisterColumns.FX_RATES, FactRows::fxRate),
        read(texts, "namesakes.csv", RegisterColumns.NAMESAKES, PlaceRows::namesake),
        read(texts, "hs_vintages.csv", RegisterColumns.HS_VINTAGES, HsRows::vintage),
        read(texts, "hs_chapters.csv", RegisterColumns.HS_CHAPTERS, HsRows::chapter),
        read(texts, "hs_headings.csv", RegisterColumns.HS_HEADINGS, HsRows::heading),
        read(
            texts,
            "congestion_levels.csv",
            RegisterColumns.CONGESTION_LEVELS,
            FactRows::congestionLevel));
  }

  /** The entries alone, sections ordered from west to east. */
  RegisterRows rows(List<Holiday> holidays) {
    return new RegisterRows(
        entries(sections).stream().sorted((a, b) -> Integer.compare(a.order(), b.order())).toList(),
        entries(provinces),
        entries(gates),
        entries(gateStatuses),
        entries(capacities),
        entries(areas),
        entries(measures),
        entries(units),
        entries(goods),
        entries(publishers),
        entries(events),
        entries(plans),
        entries(fxRates),
        entries(namesakes),
        entries(hsVintages),
        entries(hsChapters),
        entries(hsHeadings),
        entries(congestionLevels).stream()
            .sorted(Comparator.comparingInt(CongestionLevel::order))
            .toList(),
        holidays);
  }

  private static <T> List<T> entries(List<Located<T>> located) {
    return located.stream().map(Located::entry).toList();
  }

  private static <T> List<Located<T>> read(
      RegisterTexts texts, String name, List<String> columns, Function<RegisterRow, T> mapping) {
    return texts.rows(name, columns).stream()
        .map(row -> new Located<>(mapping.apply(row), row))
        .toList();
  }
}
