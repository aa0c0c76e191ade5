package org.bienmau.source;

import java.time.LocalDate;
import java.util.Optional;
import org.bienmau.reference.MeasureKind;
import org.bienmau.reference.Period;

/**
 * When a figure became public, as far as that is proven.
 *
 * @param earliest first day on which it may have been printed
 * @param knownFrom first day on which it is proven to have been public
 */
record Publication(LocalDate earliest, LocalDate knownFrom, KnownFromBasis basis) {

  static Optional<Publication> of(Findings row, LocalDate accessed) {
    String printed = row.cell("published_on");
    if (printed.isEmpty()) {
      return Optional.of(new Publication(null, accessed, KnownFromBasis.ACCESSED));
    }
    Optional<Publication> publication = parsed(printed);
    if (publication.isEmpty()) {
      row.refuse(
          ReasonCode.NOT_A_DATE,
          "published_on",
          "Column published_on holds \"%s\", which is no day, month or year since 1900; write it as 2024-03-31, 2024-03 or 2024."
              .formatted(printed));
    }
    publication
        .filter(read -> read.earliest.isAfter(accessed))
        .ifPresent(
            read ->
                row.refuse(
                    ReasonCode.PUBLISHED_AFTER_ACCESS,
                    "published_on",
                    "The figure was published on %s, after the day it was read, %s."
                        .formatted(printed, accessed)));
    return publication.map(read -> read.notAfter(accessed));
  }

  /** Holds the day of publication and the day of reading to the period. */
  void holdTo(Findings row, Period period, MeasureKind kind, LocalDate accessed) {
    boolean mayLieAhead = kind == MeasureKind.PLAN || kind == MeasureKind.LIMIT;
    if (mayLieAhead) {
      return;
    }
    if (period.start().isAfter(accessed)) {
      row.refuse(
          ReasonCode.FUTURE_PERIOD,
          "period_start",
          "The period starts on %s, after the day the figure was read, %s; only plans and capacities lie ahead."
              .formatted(period.start(), accessed));
    } else if (knownFrom.isBefore(period.start())) {
      row.refuse(
          ReasonCode.PUBLISHED_BEFORE_PERIOD,
          "published_on",
          "The figure was published by %s, before its period starts on %s; only plans and capacities lie ahead."
              .formatted(knownFrom, period.start()));
    } else if (knownFrom.isBefore(period.end())) {
      row.remark(
          RemarkCode.EARLY_ESTIMATE,
          "Published by %s, before the period ended on %s: an estimate."
              .formatted(knownFrom, period.end()));
    }
  }

  private Publication notAfter(LocalDate accessed) {
    return knownFrom.isAfter(accessed) ? new Publication(earliest, accessed, basis) : this;
  }

  private static Optional<Publication> parsed(String printed) {
    if (printed.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return Findings.parsedDay(printed)
          .map(day -> new Publication(day, day, KnownFromBasis.PUBLISHED_DAY));
    }
    if (printed.matches("\\d{4}-\\d{2}")) {
      return Findings.parsedDay(printed + "-01")
          .map(
              first ->
                  new Publication(
                      first, first.plusMonths(1).minusDays(1), KnownFromBasis.PUBLISHED_MONTH));
    }
    if (printed.matches("\\d{4}")) {
      return Findings.parsedDay(printed + "-01-01")
          .map(
              first ->
                  new Publication(
                      first, first.plusYears(1).minusDays(1), KnownFromBasis.PUBLISHED_YEAR));
    }
    return Optional.empty();
  }
}
