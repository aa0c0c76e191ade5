package org.bienmau.reference;

import java.time.LocalDate;

/** Turns rows of the other registers (measures, goods, plans, …) into entries. */
final class FactRows {
  private static final String HS_CODE = "\\d{2}|\\d{4}|\\d{4}\\.\\d{2}|\\d{4}\\.\\d{2}\\.\\d{2}";

  private FactRows() {}

  static Measure measure(RegisterRow row) {
    return new Measure(
        row.text("measure_id"),
        row.list("printed_names"),
        row.text("name_vi"),
        row.text("name_en"),
        row.text("unit"),
        row.constant("kind", MeasureKind.class),
        row.flag("is_trade"),
        row.flag("adds_over_directions"),
        row.flag("adds_over_time"),
        row.flag("adds_over_scopes"),
        row.wholeBetween(0, 9, "decimals"),
        row.text("definition"),
        row.source(),
        row.note());
  }

  static Unit unit(RegisterRow row) {
    return new Unit(
        row.text("unit"),
        row.list("aliases"),
        row.text("base_unit"),
        row.positive("factor"),
        row.oneOf(
            "dimension", "money", "weight", "vehicles", "rate", "length", "share", "count", "time"),
        row.source(),
        row.note());
  }

  static Goods goods(RegisterRow row) {
    Goods goods =
        new Goods(
            row.text("goods_id"),
            row.list("printed_names"),
            row.text("name_vi"),
            row.text("name_en"),
            row.optional("parent_id"),
            row.list("hs_codes"),
            row.optional("hs_vintage"),
            row.mark("homogeneous"),
            row.mark("overlaps"),
            row.source(),
            row.note());
    goods.hsCodes().stream()
        .filter(code -> !code.equals(GoodsCodes.REST) && !code.matches(HS_CODE))
        .forEach(
            code ->
                row.refuse(
                    "hs_codes", "'%s' is no code such as 08, 0810 or 0810.60".formatted(code)));
    boolean codes = !goods.hsCodes().isEmpty() && !goods.takesTheRest();
    if (codes != (goods.hsVintage() != null)) {
      row.refuse("hs_vintage", "it must be there exactly when there are hs_codes");
    }
    if (goods.hsCodes().contains(GoodsCodes.REST) && !goods.takesTheRest()) {
      row.refuse("hs_codes", "* stands for all codes that nobody claims, so it stands alone");
    }
    return goods;
  }

  static Publisher publisher(RegisterRow row) {
    return new Publisher(
        row.text("pattern"),
        row.text("name"),
        row.wholeBetween(1, 4, "tier"),
        row.text("kind"),
        row.mark("simulated"),
        row.source(),
        row.note());
  }

  static Event event(RegisterRow row) {
    return new Event(
        row.text("event_id"),
        row.requiredDay("start"),
        row.day("end"),
        row.oneOf("precision", "day", "range", "month", "year"),
        row.constant("scope_type", ScopeType.class),
        row.list("scope_ids"),
        row.text("kind"),
        row.text("effect"),
        row.text("label_vi"),
        row.text("label_en"),
        row.source(),
        row.oneOf("confidence", "high", "medium", "low"),
        row.note());
  }

  static Plan plan(RegisterRow row) {
    return new Plan(
        row.text("plan_id"),
        row.constant("scope_type", ScopeType.class),
        row.text("scope_id"),
        row.text("measure_id"),
        row.constant("direction", Direction.class),
        row.constant("regime", Regime.class),
        period(row),
        row.positive("target_low"),
        row.positive("target_high"),
        row.text("unit"),
        row.constant("qualifier", Qualifier.class),
        row.optional("published_on"),
        row.source(),
        row.note());
  }

  static FxRate fxRate(RegisterRow row) {
    return new FxRate(
        row.oneOf("kind", "month", "year"),
        row.requiredDay("period_start"),
        row.requiredDay("period_end"),
        row.text("base"),
        row.text("quote"),
        row.positive("rate"),
        row.source(),
        row.note());
  }

  static CongestionLevel congestionLevel(RegisterRow row) {
    return new CongestionLevel(
        row.text("level"),
        row.wholeBetween(0, 99, "order"),
        row.text("name_vi"),
        row.text("name_en"),
        row.wholeBetween(0, 1_000_000, "above"),
        row.source(),
        row.note());
  }

  private static Period period(RegisterRow row) {
    PeriodKind kind = row.constant("period_kind", PeriodKind.class);
    LocalDate start = row.requiredDay("period_start");
    LocalDate end = row.requiredDay("period_end");
    if (kind == null || start == null || end == null) {
      return null;
    }
    try {
      return new Period(kind, start, end);
    } catch (IllegalArgumentException notOfTheKind) {
      row.refuse("period_end", notOfTheKind.getMessage());
      return null;
    }
  }
}
