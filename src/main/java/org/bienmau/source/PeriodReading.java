package org.bienmau.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bienmau.reference.Period;
import org.bienmau.reference.PeriodKind;

/** Reads the period of a row. */
final class PeriodReading {
  private PeriodReading() {}

  static Optional<Period> of(Findings row) {
    Optional<LocalDate> start = row.day("period_start");
    Optional<LocalDate> end = row.day("period_end");
    Optional<PeriodKind> kind = row.constant("period_kind", PeriodKind.class);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (end.get().isBefore(start.get())) {
      row.refuse(
          ReasonCode.PERIOD_REVERSED,
          "period_end",
          "The period ends on %s, before it starts on %s.".formatted(end.get(), start.get()));
      return Optional.empty();
    }
    return kind.flatMap(printed -> period(row, printed, start.get(), end.get()));
  }

  private static Optional<Period> period(
      Findings row, PeriodKind kind, LocalDate start, LocalDate end) {
    if (Period.fits(kind, start, end)) {
      return Optional.of(new Period(kind, start, end));
    }
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    if (kind == PeriodKind.MONTH && days >= 28 && days <= 31) {
      row.remark(
          RemarkCode.REPORTING_MONTH,
          "The month from %s to %s is one of the customs' own calendar; it is kept as a range."
              .formatted(start, end));
      return Optional.of(new Period(PeriodKind.RANGE, start, end));
    }
    row.refuse(
        ReasonCode.PERIOD_KIND_MISMATCH,
        "period_kind",
        "The days %s to %s are not the first and the last one of a %s."
            .formatted(start, end, kind.id()));
    return Optional.empty();
  }
}
