package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A stretch of local days, both ends included.
 *
 * @param kind what kind of stretch it is; it says how far back the period before lies
 */
public record Period(PeriodKind kind, LocalDate start, LocalDate end) implements Serializable {
  /** Kinds from the most to the least regular. */
  private static final List<PeriodKind> REGULARITY =
      List.of(
          PeriodKind.YEAR,
          PeriodKind.HALF,
          PeriodKind.QUARTER,
          PeriodKind.JAN_FEB,
          PeriodKind.MONTH,
          PeriodKind.YTD,
          PeriodKind.RANGE);

  /**
   * @throws IllegalArgumentException if the end lies before the start or the dates are not those of
   *     the kind, for example a month that does not begin on its first day
   */
  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "Cannot use the period %s to %s: it ends before it starts.".formatted(start, end));
    }
    if (!fits(kind, start, end)) {
      throw new IllegalArgumentException(
          "Cannot use %s to %s as a %s: it does not have the first and the last day of one."
              .formatted(start, end, kind.id()));
    }
  }

  /** Whether the two days are the first and the last one of such a period. */
  public static boolean fits(PeriodKind kind, LocalDate start, LocalDate end) {
    if (kind == PeriodKind.YTD) {
      return start.getDayOfYear() == 1 && start.getYear() == end.getYear() && !end.isBefore(start);
    }
    LocalDate due = fullEnd(kind, start);
    return due == null ? !end.isBefore(start) : due.equals(end);
  }

  /**
   * The name of the period, unique together with nothing else: {@code 2024-03}, {@code 2024-Q1},
   * {@code 2024-M01-M02}, {@code 2024-H1}, {@code 2024}, {@code 2024-YTD-05-31}, {@code
   * 2024-03-05}, {@code 2024-03-05@point}, {@code 2024-03-05..2024-04-02}.
   */
  public String id() {
    int year = start.getYear();
    return switch (kind) {
      case DAY -> start.toString();
      case MONTH -> "%d-%02d".formatted(year, start.getMonthValue());
      case JAN_FEB -> "%d-M01-M02".formatted(year);
      case QUARTER -> "%d-Q%d".formatted(year, (start.getMonthValue() + 2) / 3);
      case HALF -> "%d-H%d".formatted(year, start.getMonthValue() < 7 ? 1 : 2);
      case YEAR -> String.valueOf(year);
      case YTD -> "%d-YTD-%02d-%02d".formatted(year, end.getMonthValue(), end.getDayOfMonth());
      case RANGE -> start + ".." + end;
      case POINT -> start + "@point";
    };
  }

  /**
   * The same days under the most regular kind: a year-to-date figure that ends with February is
   * January and February, one that ends in March the first quarter, one that ends in December the
   * year. Two sources that count the same days then speak of the same cell, whatever they call it.
   * Days, points and ranges without a known start stay.
   */
  public Period regular() {
    if (kind == PeriodKind.DAY || kind == PeriodKind.POINT || start.equals(end)) {
      return this;
    }
    return REGULARITY.stream()
        .filter(regular -> fits(regular, start, end))
        .findFirst()
        .map(regular -> new Period(regular, start, end))
        .orElse(this);
  }

  private static LocalDate fullEnd(PeriodKind kind, LocalDate start) {
    return switch (kind) {
      case DAY, POINT -> start;
      case MONTH -> full(start, 1);
      case JAN_FEB ->
          start.getDayOfYear() == 1 ? start.plusMonths(2).minusDays(1) : start.minusDays(1);
      case QUARTER -> full(start, 3);
      case HALF -> full(start, 6);
      case YEAR -> full(start, 12);
      case YTD, RANGE -> null;
    };
  }

  private static LocalDate full(LocalDate start, int months) {
    boolean aligned = start.getDayOfMonth() == 1 && (start.getMonthValue() - 1) % months == 0;
    return aligned ? start.plusMonths(months).minusDays(1) : start.minusDays(1);
  }
}
