package org.bienmau.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Rows that hold from one day to another follow each other without gap or overlap. */
final class IntervalChecks {
  /** Provinces must be known from here on; the figures begin in 2001. */
  private static final LocalDate PROVINCES_SINCE = LocalDate.of(1991, 1, 1);

  private final RegisterContents contents;
  private final Problems problems;

  IntervalChecks(RegisterContents contents, Problems problems) {
    this.contents = contents;
    this.problems = problems;
  }

  void run() {
    check(
        contents.provinces(), Province::id, one -> new Days(one.validFrom(), one.validTo()), true);
    check(
        contents.gateStatuses(),
        GateStatus::gateId,
        one -> new Days(one.validFrom(), one.validTo()),
        true);
    check(contents.areas(), Area::id, one -> new Days(one.validFrom(), one.validTo()), true);
    // What a gate can take is often not known for a while: gaps are allowed.
    check(
        contents.capacities(),
        one -> one.gateId() + " " + one.direction(),
        one -> new Days(one.validFrom(), one.validTo()),
        false);
    contents.events().forEach(this::checkEvent);
    contents.fxRates().forEach(this::checkRate);
    contents.sections().forEach(this::checkProvinceOfEveryDay);
  }

  private void checkEvent(Located<Event> event) {
    Days days = new Days(event.entry().start(), event.entry().end());
    if (days.isBackward()) {
      event.row().refuse("end", "it lies before the start");
    }
  }

  private void checkRate(Located<FxRate> rate) {
    LocalDate start = rate.entry().start();
    if (start == null || rate.entry().end() == null) {
      return;
    }
    LocalDate due = start.plusMonths("year".equals(rate.entry().kind()) ? 12 : 1).minusDays(1);
    if (start.getDayOfMonth() != 1 || !due.equals(rate.entry().end())) {
      rate.row().refuse("period_end", "the dates are not those of a " + rate.entry().kind());
    }
  }

  private <T> void check(
      List<Located<T>> rows, Function<T, String> key, Function<T, Days> days, boolean gapless) {
    Map<String, List<Span>> spans = new LinkedHashMap<>();
    for (Located<T> row : rows) {
      Days own = days.apply(row.entry());
      if (own.isBackward()) {
        row.row().refuse("valid_to", "it lies before valid_from");
      } else if (row.row().isSound()) {
        spans
            .computeIfAbsent(key.apply(row.entry()), any -> new ArrayList<>())
            .add(new Span(own, row.row()));
      }
    }
    spans.forEach((id, ofOne) -> checkOrder(id, ofOne, gapless));
  }

  private static void checkOrder(String id, List<Span> spans, boolean gapless) {
    spans.sort(Comparator.comparing(span -> span.days().start()));
    for (int i = 1; i < spans.size(); i++) {
      Span before = spans.get(i - 1);
      Span after = spans.get(i);
      long line = before.row().line();
      LocalDate due = before.days().dayAfter();
      if (after.days().start().isBefore(due)) {
        after.row().refuseRow("%s overlaps line %d".formatted(id, line));
      } else if (gapless && after.days().start().isAfter(due)) {
        after
            .row()
            .refuseRow(
                "%s is not known from %s to %s, between line %d and this line"
                    .formatted(id, due, after.days().start().minusDays(1), line));
      }
    }
  }

  private void checkProvinceOfEveryDay(Located<Section> section) {
    String id = section.entry().id();
    List<Province> holders =
        contents.provinces().stream()
            .map(Located::entry)
            .filter(province -> province.sectionIds().contains(id))
            .toList();
    TreeSet<LocalDate> changes = new TreeSet<>(List.of(PROVINCES_SINCE));
    for (Province holder : holders) {
      Days days = new Days(holder.validFrom(), holder.validTo());
      changes.add(days.start());
      changes.add(days.dayAfter());
    }
    for (LocalDate day : changes.tailSet(PROVINCES_SINCE)) {
      long count = holders.stream().filter(holder -> holder.holdsOn(day)).count();
      if (count != 1 && day.isBefore(LocalDate.MAX)) {
        problems.add(
            "provinces.csv",
            0,
            "section %s lies in %d provinces on %s, it must be exactly one"
                .formatted(id, count, day));
      }
    }
  }

  /** A stretch of days; open ends reach as far as dates go. */
  private record Days(LocalDate from, LocalDate to) {
    LocalDate start() {
      return from == null ? LocalDate.MIN : from;
    }

    LocalDate dayAfter() {
      return to == null ? LocalDate.MAX : to.plusDays(1);
    }

    boolean isBackward() {
      return from != null && to != null && to.isBefore(from);
    }
  }

  private record Span(Days days, RegisterRow row) {}
}
