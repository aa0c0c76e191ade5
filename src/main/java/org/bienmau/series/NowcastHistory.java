package org.bienmau.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Nowcasts of the running month and, made again in the same situation, of all months before, with
 * what they turned out to be worth.
 *
 * <p>An interval is what so many of the earlier errors stayed within that one more may be expected
 * to do as well: of n errors, regardless of sign, the one of rank ⌈(n + 1) p⌉ (split conformal
 * prediction: Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018, Journal of the American
 * Statistical Association 113). Below 4 errors there is no interval of 80 %, below 19 none of 95 %.
 */
public final class NowcastHistory {
  private static final int[] USUAL_DAYS = {10, 20};
  private static final int LONGEST_BACK = 3;

  private NowcastHistory() {}

  /**
   * A nowcast and what became of it.
   *
   * @param month nowcast
   * @param day up to which its trucks were counted, or the end of a shorter month
   * @param monthsBack how long before the month the newest turnover was
   * @param outcome made or not
   * @param errors how many earlier nowcasts of the same day and distance met a turnover
   * @param reach80 of the interval of 80 % on the logarithm, {@code NaN} without one
   * @param reach95 of the interval of 95 %
   */
  public record Entry(
      YearMonth month,
      int day,
      int monthsBack,
      TurnoverNowcast.Outcome outcome,
      int errors,
      double reach80,
      double reach95) {}

  /** What is known when a nowcast is made. */
  private record Situation(int day, int monthsBack) {}

  /** Past months at the tenth and twentieth day, and the running ones with their own past. */
  public static List<Entry> of(TurnoverNowcast nowcast) {
    LocalDate lastDay = nowcast.lastDay();
    YearMonth known = nowcast.lastTurnover();
    List<Entry> entries = new ArrayList<>();
    Set<Situation> situations = new LinkedHashSet<>();
    for (int day : USUAL_DAYS) {
      situations.add(new Situation(day, 1));
    }
    List<YearMonth> running =
        nowcast.months().stream()
            .filter(month -> month.isAfter(known) && !month.atDay(1).isAfter(lastDay))
            .toList();
    for (YearMonth month : running) {
      Situation now = now(month, known, lastDay);
      if (now.monthsBack() > LONGEST_BACK) {
        entries.add(tooOld(month, now, known));
      } else {
        situations.add(now);
      }
    }
    for (Situation situation : situations) {
      List<YearMonth> months = new ArrayList<>();
      nowcast.months().stream().filter(month -> !month.isAfter(known)).forEach(months::add);
      running.stream()
          .filter(month -> now(month, known, lastDay).equals(situation))
          .forEach(months::add);
      entries.addAll(scored(nowcast, situation, months));
    }
    return List.copyOf(entries);
  }

  private static Situation now(YearMonth month, YearMonth known, LocalDate lastDay) {
    LocalDate last = month.atEndOfMonth().isAfter(lastDay) ? lastDay : month.atEndOfMonth();
    return new Situation(last.getDayOfMonth(), monthsBetween(known, month));
  }

  private static int monthsBetween(YearMonth from, YearMonth to) {
    return Math.toIntExact(from.until(to, ChronoUnit.MONTHS));
  }

  private static Entry tooOld(YearMonth month, Situation now, YearMonth known) {
    String detail =
        "The newest turnover is of %s; it may be %d months old.".formatted(known, LONGEST_BACK);
    return new Entry(
        month,
        now.day(),
        now.monthsBack(),
        new TurnoverNowcast.NotMade(TurnoverNowcast.Reason.TURNOVER_TOO_OLD, detail),
        0,
        Double.NaN,
        Double.NaN);
  }

  /** Errors of a month count for those that were made when its turnover was known. */
  private static List<Entry> scored(
      TurnoverNowcast nowcast, Situation situation, List<YearMonth> months) {
    List<Entry> entries = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    int counted = 0;
    for (YearMonth month : months) {
      while (counted < entries.size()
          && monthsBetween(months.get(counted), month) >= situation.monthsBack()) {
        addError(errors, entries.get(counted).outcome(), nowcast.turnover(months.get(counted)));
        counted++;
      }
      TurnoverNowcast.Outcome outcome = nowcast.at(month, situation.day(), situation.monthsBack());
      entries.add(
          new Entry(
              month,
              situation.day(),
              situation.monthsBack(),
              outcome,
              errors.size(),
              reach(errors, 80),
              reach(errors, 95)));
    }
    return entries;
  }

  private static void addError(
      List<Double> errors, TurnoverNowcast.Outcome outcome, double actual) {
    if (outcome instanceof TurnoverNowcast.Made made && actual > 0) {
      errors.add(Math.abs(Math.log(actual / made.value())));
    }
  }

  /** The error of rank ⌈(n + 1) p⌉; {@code NaN} when there are fewer. */
  static double reach(List<Double> errors, int percent) {
    int rank = ((errors.size() + 1) * percent + 99) / 100;
    return rank > errors.size()
        ? Double.NaN
        : errors.stream().sorted().skip(rank - 1L).findFirst().orElseThrow();
  }
}
