package org.bienmau.score;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.bienmau.series.Closure;
import org.bienmau.series.TimeSeries;

/**
 * Gates whose trade moves together, and an event at one of them: beside it another gate takes a
 * part of what it loses, far from it a third had gone its own way for years.
 *
 * @param concerned where the event is
 * @param neighbour that takes a part
 * @param wayward with a trend of its own, at which the event is put as well
 * @param controls that the event leaves alone
 * @param from first day of the event
 * @param to last day; null for one that lasts
 * @param effects planted on the logarithm of the concerned gate and of its neighbour
 */
record PlantedGroup(
    TimeSeries concerned,
    TimeSeries neighbour,
    TimeSeries wayward,
    List<TimeSeries> controls,
    LocalDate from,
    LocalDate to,
    double[] effects) {
  private static final int KIND = 2;
  private static final int SIZE = 120;
  private static final int CONTROLS = 6;
  private static final YearMonth START = YearMonth.of(2014, 1);
  private static final int EARLIEST = 60;
  private static final int LATEST = 108;
  private static final int FOLLOWED = 6;
  private static final double LASTING = 0.5;

  /** One of the groups of a seed. */
  static PlantedGroup of(long seed, int index) {
    return new Making(Seeds.of(seed, KIND, index)).group();
  }

  /** What the methods are told of the concerned gate: an event that ends is a closure. */
  List<Closure> registered() {
    return to == null ? List.of() : List.of(new Closure("planted", from, to));
  }

  private static final class Making {
    private final Random random;
    private final double[] common = new double[SIZE];
    private final double drift;
    private final double noise;

    Making(Random random) {
      this.random = random;
      drift = -0.002 + 0.01 * random.nextDouble();
      noise = 0.02 * Math.pow(3, random.nextDouble());
      for (int i = 1; i < SIZE; i++) {
        common[i] = common[i - 1] + drift + 0.01 * random.nextGaussian();
      }
    }

    PlantedGroup group() {
      int event = EARLIEST + random.nextInt(LATEST - EARLIEST);
      boolean lasts = random.nextDouble() < LASTING;
      int months = lasts ? SIZE - event : 2 + random.nextInt(FOLLOWED - 1);
      double effect =
          lasts ? Strengths.size(random, 0.15, 0.6) : Math.log(0.1 + 0.5 * random.nextDouble());
      double beside = Math.log1p(-0.3 * random.nextDouble() * Math.expm1(effect));
      double away = Strengths.size(random, 0.01, 0.025);
      List<TimeSeries> controls = new ArrayList<>();
      for (int i = 0; i < CONTROLS; i++) {
        controls.add(gate(0, event, 0, 0));
      }
      return new PlantedGroup(
          gate(effect, event, months, 0),
          gate(beside, event, months, 0),
          gate(effect, event, months, away),
          controls,
          START.plusMonths(event).atDay(1),
          lasts ? null : START.plusMonths(event + months - 1L).atEndOfMonth(),
          new double[] {effect, beside});
    }

    private TimeSeries gate(double effect, int event, int months, double drift) {
      PlantedTet tet = PlantedTet.drawn(random);
      double[] season =
          DoubleStream.generate(() -> 0.12 * random.nextGaussian()).limit(12).toArray();
      double[] values = new double[SIZE];
      double own = 10 * random.nextDouble();
      for (int i = 0; i < SIZE; i++) {
        YearMonth month = START.plusMonths(i);
        own += drift + 0.004 * random.nextGaussian();
        double log = common[i] + own + season[month.getMonthValue() - 1];
        log += i >= event && i < event + months ? effect : 0;
        values[i] =
            Math.exp(log + noise * random.nextGaussian())
                * Days.noisy(month, tet, List.of(), random);
      }
      return TimeSeries.monthly(START, values);
    }
  }
}
