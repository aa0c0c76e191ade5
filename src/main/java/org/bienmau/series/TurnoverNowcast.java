package org.bienmau.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a month's turnover from the trucks that have passed so far: trucks of the month, by the
 * usual {@linkplain TruckPace pace}, times what the months before had a truck.
 *
 * <p>Of a month it uses nothing but its trucks up to a day, and of others only what came before.
 */
public final class TurnoverNowcast {
  /** Turnover a truck comes from so many months, the newest of twice as many. */
  private static final int MONTHS_OF_VALUE = 3;

  private final DailyCounts trucks;
  private final DailyCounts ofOpenDays;
  private final TimeSeries turnover;
  private final List<Closure> closures;
  private final Map<YearMonth, TruckPace> paces = new HashMap<>();

  /**
   * @param trucks cleared on each day
   * @param turnover of months, of one source and regime; {@code NaN} where unknown
   * @param closures that shut the whole place
   */
  public TurnoverNowcast(DailyCounts trucks, TimeSeries turnover, List<Closure> closures) {
    this.trucks = trucks;
    this.turnover = turnover;
    this.closures = List.copyOf(closures);
    this.ofOpenDays = trucks.without(closures);
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /**
   * A nowcast.
   *
   * @param trucksSoFar cleared up to the day
   * @param share of the month's trucks that has usually passed by then, 0 to 1
   * @param trucks of the whole month to be expected
   * @param perTruck turnover a truck of the months before
   * @param value turnover of the month to be expected
   */
  public record Made(double trucksSoFar, double share, double trucks, double perTruck, double value)
      implements Outcome {}

  /**
   * No nowcast.
   *
   * @param reason code
   * @param detail one English sentence
   */
  public record NotMade(Reason reason, String detail) implements Outcome {}

  /** Why there is no nowcast. */
  public enum Reason {
    /** A day of the month so far has no number. */
    DAYS_MISSING,
    /** Nothing has passed yet. */
    NO_TRUCKS,
    /** The place is shut, or was for half of the days so far: nobody knows the pace after that. */
    CLOSED,
    /** The year before tells less than eight days of a weekday. */
    TOO_FEW_DAYS,
    /** The month lies around Tết, and no earlier Tết is known. */
    NO_TET_BEFORE,
    /** Fewer than three of the six months before have turnover and trucks. */
    TOO_FEW_MONTHS,
    /** The newest turnover is older than three months. */
    TURNOVER_TOO_OLD
  }

  /**
   * The nowcast of a month.
   *
   * @param day of the month up to which trucks are counted; a shorter month is counted to its end
   * @param monthsBack how long before the month the newest turnover was: 1 for the month before
   */
  public Outcome at(YearMonth month, int day, int monthsBack) {
    LocalDate first = month.atDay(1);
    LocalDate last = month.atDay(Math.min(day, month.lengthOfMonth()));
    var unknown = trucks.firstUnknown(first, last);
    if (unknown.isPresent()) {
      return notMade(Reason.DAYS_MISSING, "No number is known of %s.", unknown.get());
    }
    double soFar = trucks.sum(first, last);
    if (soFar == 0) {
      return notMade(Reason.NO_TRUCKS, "No truck was cleared up to %s.", last);
    }
    boolean isWhole = last.equals(month.atEndOfMonth());
    if (!isWhole) {
      NotMade refused = refusedPace(month, last);
      if (refused != null) {
        return refused;
      }
    }
    double share = isWhole ? 1 : share(month, last);
    return valued(month, monthsBack, soFar, share);
  }

  private NotMade refusedPace(YearMonth month, LocalDate last) {
    long open = openDays(month.atDay(1), last);
    if (isShut(last) || 2 * open <= last.getDayOfMonth()) {
      return notMade(
          Reason.CLOSED, "The place was open on %d of %d days.", open, last.getDayOfMonth());
    }
    if (!pace(month).isKnown()) {
      return notMade(
          Reason.TOO_FEW_DAYS, "The year before %s tells too little of a weekday.", month);
    }
    if (!pace(month).knows(month)) {
      return notMade(Reason.NO_TET_BEFORE, "No Tết before %s is known.", month);
    }
    return share(month, last) > 0
        ? null
        : notMade(Reason.TOO_FEW_DAYS, "In the year before %s such days had no trucks.", month);
  }

  private Outcome valued(YearMonth month, int monthsBack, double soFar, double share) {
    double value = 0;
    double passed = 0;
    int months = 0;
    for (int i = 0; i < 2 * MONTHS_OF_VALUE && months < MONTHS_OF_VALUE; i++) {
      YearMonth before = month.minusMonths((long) monthsBack + i);
      double known = turnover(before);
      double with = trucks.sum(before);
      if (known >= 0 && with > 0) {
        value += known;
        passed += with;
        months++;
      }
    }
    if (months < MONTHS_OF_VALUE || value == 0) {
      return notMade(
          Reason.TOO_FEW_MONTHS,
          "Of the six months up to %s, %s turnover and trucks of these sources; %d are needed.",
          month.minusMonths(monthsBack),
          Plural.of(months, "%d has", "%d have"),
          MONTHS_OF_VALUE);
    }
    double expected = soFar / share;
    return new Made(soFar, share, expected, value / passed, expected * value / passed);
  }

  /** Days that the place was shut so far weigh nothing; how long it will be shut nobody knows. */
  private double share(YearMonth month, LocalDate last) {
    double done = 0;
    double all = 0;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate one = month.atDay(day);
      boolean isPast = !one.isAfter(last);
      double weight = isPast && isShut(one) ? 0 : pace(month).weight(one);
      all += weight;
      done += isPast ? weight : 0;
    }
    return done / all;
  }

  private long openDays(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).filter(day -> !isShut(day)).count();
  }

  private boolean isShut(LocalDate day) {
    return closures.stream().anyMatch(closure -> closure.holds(day));
  }

  private TruckPace pace(YearMonth month) {
    return paces.computeIfAbsent(month, one -> new TruckPace(one.atDay(1), ofOpenDays));
  }

  /** The turnover of a month; {@code NaN} where it is not known. */
  double turnover(YearMonth month) {
    int index = turnover.indexOf(month);
    return index < 0 || index >= turnover.size() ? Double.NaN : turnover.value(index);
  }

  /** Every month from the first that is there from its first day on. */
  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    YearMonth last = YearMonth.from(trucks.end());
    YearMonth first = YearMonth.from(trucks.start().minusDays(1)).plusMonths(1);
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  /** The last day with a number, or the day before the first. */
  LocalDate lastDay() {
    LocalDate day = trucks.end();
    while (Double.isNaN(trucks.value(day)) && !day.isBefore(trucks.start())) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The newest month with a turnover. */
  YearMonth lastTurnover() {
    TimeSeries known = turnover.trimmed();
    return known.period(known.size() - 1);
  }

  private static NotMade notMade(Reason reason, String detail, Object... of) {
    return new NotMade(reason, detail.formatted(of));
  }
}
