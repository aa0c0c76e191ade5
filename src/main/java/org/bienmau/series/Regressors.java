package org.bienmau.series;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Makes the columns of a regression model from festivals and closures. */
final class Regressors {

  private static final double ROUNDING = 1e-9;

  private Regressors() {}

  /**
   * One column per window that moves between periods; {@code size} reaches past the series over
   * what is forecast. The first quarter always holds all of the lunar new year, so quarters have
   * none.
   */
  static List<Regressor> festivals(List<FestivalWindow> windows, TimeSeries series, int size) {
    return windows.stream()
        .map(
            window ->
                new Regressor(
                    window.name(),
                    Effect.Kind.of(window.festival()),
                    window.regressor(series.frequency(), series.start(), size)))
        .filter(regressor -> moves(regressor, series))
        .toList();
  }

  private static boolean moves(Regressor regressor, TimeSeries series) {
    return Arrays.stream(regressor.values(), 0, series.size())
        .anyMatch(share -> Math.abs(share) > ROUNDING);
  }

  /**
   * One column per closure: the share of each period's days on which it was shut.
   *
   * <p>Closures that touch the same period are one column, because the period's one value cannot
   * tell them apart. A closure that touches no known value is left out: nothing tells its effect.
   */
  static List<Regressor> closures(List<Closure> closures, TimeSeries series, int size) {
    List<Shut> shut = new ArrayList<>();
    closures.stream()
        .sorted(Comparator.comparing(Closure::from).thenComparing(Closure::id))
        .forEach(closure -> join(shut, Shut.of(closure, series, size)));
    return shut.stream()
        .filter(one -> one.touchesKnownValue(series))
        .map(one -> new Regressor(one.name(), Effect.Kind.CLOSURE, one.shares(series, size)))
        .toList();
  }

  /** Share of each period's days on which any of the closures holds, 0 to 1. */
  static double[] shareShut(List<Closure> closures, TimeSeries series) {
    Shut all = new Shut(new TreeSet<>(), new BitSet(), new BitSet());
    closures.forEach(closure -> all.add(Shut.of(closure, series, series.size())));
    return all.shares(series, series.size());
  }

  private static void join(List<Shut> shut, Shut next) {
    // Sorted by first day, so a new one can only meet the last; yet a long earlier one may reach
    // on.
    for (Shut earlier : shut) {
      if (earlier.periods().intersects(next.periods())) {
        earlier.add(next);
        return;
      }
    }
    shut.add(next);
  }

  private static LocalDate firstDay(TimeSeries series, int period) {
    return series.period(period).atDay(1);
  }

  /** Days shut, counted from the first day of the series. */
  private record Shut(TreeSet<String> ids, BitSet days, BitSet periods) {

    static Shut of(Closure closure, TimeSeries series, int size) {
      long first = firstDay(series, 0).toEpochDay();
      long end = firstDay(series, size).toEpochDay();
      long from = Math.max(closure.from().toEpochDay(), first);
      long to = Math.min(closure.to().toEpochDay() + 1, end);
      BitSet days = new BitSet();
      BitSet periods = new BitSet();
      if (from < to) {
        days.set((int) (from - first), (int) (to - first));
        periods.set(
            series.indexOf(YearMonth.from(LocalDate.ofEpochDay(from))),
            series.indexOf(YearMonth.from(LocalDate.ofEpochDay(to - 1))) + 1);
      }
      TreeSet<String> ids = new TreeSet<>();
      ids.add(closure.id());
      return new Shut(ids, days, periods);
    }

    void add(Shut other) {
      ids.addAll(other.ids);
      days.or(other.days);
      periods.or(other.periods);
    }

    String name() {
      return String.join("+", ids);
    }

    boolean touchesKnownValue(TimeSeries series) {
      return periods.stream().anyMatch(i -> i < series.size() && !Double.isNaN(series.value(i)));
    }

    double[] shares(TimeSeries series, int size) {
      long first = firstDay(series, 0).toEpochDay();
      double[] shares = new double[size];
      periods.stream()
          .forEach(
              i -> {
                int from = (int) (firstDay(series, i).toEpochDay() - first);
                int to = (int) (firstDay(series, i + 1).toEpochDay() - first);
                shares[i] = (double) days.get(from, to).cardinality() / (to - from);
              });
      return shares;
    }
  }
}
