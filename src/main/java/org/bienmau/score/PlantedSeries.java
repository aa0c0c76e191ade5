package org.bienmau.score;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bienmau.series.Closure;
import org.bienmau.series.TimeSeries;

/**
 * A monthly series whose making is known, and the year that follows it.
 *
 * @param known what the methods are given
 * @param later the twelve months after, held back
 * @param tet what was planted around it
 * @param closures that the methods are told of
 * @param anomalies sizes by month
 * @param shifts of the level, sizes by their first months
 */
record PlantedSeries(
    TimeSeries known,
    double[] later,
    PlantedTet tet,
    List<PlantedClosure> closures,
    Map<YearMonth, Double> anomalies,
    Map<YearMonth, Double> shifts) {
  private static final int KIND = 1;
  private static final int MONTHS = 12;
  private static final int SHORTEST = 72;
  private static final int LONGEST = 156;
  private static final YearMonth EARLIEST_END = YearMonth.of(2022, 1);
  private static final int ENDS = 35;

  /** Nothing is planted so near to the first month and so near to the last. */
  private static final int QUIET_BEGINNING = 9;

  private static final int QUIET_END = 3;
  private static final int BETWEEN_ANOMALIES = 6;
  private static final int BETWEEN_SHIFTS = 18;
  private static final double CLOSED = 0.4;
  private static final double WITH_GAPS = 0.15;

  /** One of the series of a seed; the same every time, and another for another index. */
  static PlantedSeries of(long seed, int index) {
    return new Making(Seeds.of(seed, KIND, index)).series();
  }

  List<Closure> registered() {
    return closures.stream().map(PlantedClosure::closure).toList();
  }

  /** Logarithm of what Tết did to each known month. */
  double[] logTet() {
    double[] logs = new double[known.size()];
    Arrays.setAll(logs, i -> Days.logTet(known.period(i), tet));
    return logs;
  }

  /** What is drawn, in the order in which it is drawn. */
  private static final class Making {
    private final Random random;
    private final Strengths strengths;
    private final PlantedTet tet;
    private final int size;
    private final YearMonth start;
    private final double[] season = new double[MONTHS];
    private final List<PlantedClosure> closures = new ArrayList<>();
    private final Map<YearMonth, Double> anomalies = new TreeMap<>();
    private final Map<YearMonth, Double> shifts = new TreeMap<>();

    Making(Random random) {
      this.random = random;
      strengths = Strengths.drawn(random);
      tet = PlantedTet.drawn(random);
      size = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
      start = EARLIEST_END.plusMonths(random.nextInt(ENDS)).minusMonths(size - 1L);
    }

    PlantedSeries series() {
      drawSeason();
      if (random.nextDouble() < CLOSED) {
        closures.add(closure());
      }
      drawShifts();
      drawAnomalies();
      double[] values = values();
      double[] known = Arrays.copyOf(values, size);
      if (random.nextDouble() < WITH_GAPS) {
        known[1 + random.nextInt(size - 2)] = Double.NaN;
        known[1 + random.nextInt(size - 2)] = Double.NaN;
      }
      return new PlantedSeries(
          TimeSeries.monthly(start, known),
          Arrays.copyOfRange(values, size, size + MONTHS),
          tet,
          closures,
          anomalies,
          shifts);
    }

    private void drawSeason() {
      double phase = 2 * Math.PI * random.nextDouble();
      for (int month = 0; month < MONTHS; month++) {
        season[month] =
            strengths.season()
                * (0.7 * Math.sin(month * Math.PI / 6 + phase) + 0.3 * random.nextGaussian());
      }
    }

    private PlantedClosure closure() {
      int from = 24 + random.nextInt(size - 36);
      LocalDate first = start.plusMonths(from).atDay(1 + random.nextInt(28));
      LocalDate last = first.plusDays(14 + random.nextInt(106));
      return new PlantedClosure(
          new Closure("planted", first, last), 0.03 + 0.57 * random.nextDouble());
    }

    private void drawShifts() {
      int quietUntil = QUIET_BEGINNING;
      for (int i = 0; i < size - QUIET_END; i++) {
        boolean due = random.nextDouble() < strengths.shifts();
        double change = Strengths.size(random, Strengths.LEAST_SHIFT, Strengths.LARGEST_SHIFT);
        if (due && i >= quietUntil) {
          shifts.put(start.plusMonths(i), change);
          quietUntil = i + BETWEEN_SHIFTS;
        }
      }
    }

    private void drawAnomalies() {
      int quietUntil = QUIET_BEGINNING;
      for (int i = 0; i < size - QUIET_END; i++) {
        YearMonth month = start.plusMonths(i);
        boolean due = random.nextDouble() < strengths.anomalies();
        double change = Strengths.size(random, Strengths.LEAST_ANOMALY, Strengths.LARGEST_ANOMALY);
        if (due && i >= quietUntil && closures.stream().noneMatch(one -> one.touches(month))) {
          anomalies.put(month, change);
          quietUntil = i + BETWEEN_ANOMALIES;
        }
      }
    }

    private double[] values() {
      double[] values = new double[size + MONTHS];
      double level = 3 + 17 * random.nextDouble();
      for (int i = 0; i < values.length; i++) {
        YearMonth month = start.plusMonths(i);
        level +=
            strengths.drift()
                + strengths.wandering() * random.nextGaussian()
                + shifts.getOrDefault(month, 0.0);
        double log =
            level
                + season[month.getMonthValue() - 1]
                + anomalies.getOrDefault(month, 0.0)
                + strengths.noise() * random.nextGaussian();
        values[i] = Math.exp(log) * Days.noisy(month, tet, closures, random);
      }
      return values;
    }
  }
}
