package org.bienmau.source.layout;

import java.time.LocalDate;
import java.util.List;
import org.bienmau.reference.PeriodKind;

/**
 * The days that a date stands for when it is said to name a period.
 *
 * @param start its first day
 * @param end its last day
 */
record Period(LocalDate start, LocalDate end) {
  /** The kinds that one date can name; a range needs two. */
  static final List<PeriodKind> KINDS =
      List.of(
          PeriodKind.DAY,
          PeriodKind.POINT,
          PeriodKind.MONTH,
          PeriodKind.QUARTER,
          PeriodKind.HALF,
          PeriodKind.YTD,
          PeriodKind.YEAR);

  /** Whether a date that is given so exactly names a period of the kind. */
  static boolean fits(DateForm.Exactness exactness, PeriodKind kind) {
    DateForm.Exactness least =
        switch (kind) {
          case DAY, POINT -> DateForm.Exactness.DAY;
          case MONTH, HALF, YTD -> DateForm.Exactness.MONTH;
          case QUARTER -> DateForm.Exactness.QUARTER;
          default -> DateForm.Exactness.YEAR;
        };
    return exactness.compareTo(least) >= 0;
  }

  /** The period of a kind in which a date lies; the year up to it for a year to date. */
  static Period of(DateForm.Moment moment, PeriodKind kind) {
    LocalDate day = moment.day();
    LocalDate year = day.withDayOfYear(1);
    return switch (kind) {
      case DAY, POINT -> new Period(day, day);
      case MONTH -> months(day.withDayOfMonth(1), 1);
      case QUARTER -> months(year.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1), 3);
      case HALF -> months(year.withMonth(day.getMonthValue() < 7 ? 1 : 7), 6);
      case YTD ->
          new Period(
              year,
              moment.exactness().compareTo(DateForm.Exactness.DAY) >= 0
                  ? day
                  : day.plusMonths(1).minusDays(1));
      default -> months(year, 12);
    };
  }

  private static Period months(LocalDate start, int months) {
    return new Period(start, start.plusMonths(months).minusDays(1));
  }
}
