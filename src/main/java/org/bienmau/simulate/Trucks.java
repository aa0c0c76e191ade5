package org.bienmau.simulate;

import java.util.Arrays;
import java.util.List;
import org.bienmau.simulate.Draws.Stream;
import org.bienmau.simulate.Shapes.GoodsKind;

/**
 * How many trucks arrive, are cleared, turn back and wait on each day, by gate, direction and kind
 * of load (a series). Trucks follow from tonnes; each gate and direction is a queue with a capacity
 * a day, first come first served within a kind. The visits and the daily counts are both written
 * from these numbers, so that they agree.
 */
final class Trucks {
  static final int KINDS = 4;
  static final int EMPTY = 3;
  static final String[] KIND = {"fruit", "other", "new_vehicle", "empty"};

  private static final double KG_OF_A_TONNE = 1000;
  private static final double LEAST_LEFT = 0.02;

  private final History history;
  private final Border border;
  private final Timeline timeline;
  private final double response;
  private final double headroom;
  private final int longestWait;

  /** By group: loads expected by kind and day, and what can be cleared a day, for a level of 1. */
  private final double[][][] loads;

  private final double[][] capacity;

  /** By series: trucks that arrived or left before a day; by series and day: those cleared. */
  private final int[][] arrivedBefore;

  private final int[][] leftBefore;
  private final int[][] cleared;

  Trucks(History history) {
    this.history = history;
    this.response = history.model.parameter("arrival_response");
    this.headroom = history.model.parameter("capacity_headroom");
    this.longestWait = (int) history.model.parameter("longest_wait_days");
    this.border = history.border;
    this.timeline = history.timeline;
    int days = timeline.days();
    loads = new double[border.groups()][KINDS - 1][days];
    capacity = new double[border.groups()][days];
    arrivedBefore = new int[border.groups() * KINDS][days + 1];
    leftBefore = new int[border.groups() * KINDS][days + 1];
    cleared = new int[border.groups() * KINDS][days];
  }

  int series() {
    return arrivedBefore.length;
  }

  int arrivedBefore(int series, int day) {
    return arrivedBefore[series][day - timeline.firstDay()];
  }

  int leftBefore(int series, int day) {
    return leftBefore[series][day - timeline.firstDay()];
  }

  int arrived(int series, int day) {
    return arrivedBefore(series, day + 1) - arrivedBefore(series, day);
  }

  int cleared(int series, int day) {
    return cleared[series][day - timeline.firstDay()];
  }

  /** Trucks that left uncleared: turned back or sent to another gate. */
  int turnedBack(int series, int day) {
    return leftBefore(series, day + 1) - leftBefore(series, day) - cleared(series, day);
  }

  int waiting(int series, int day) {
    return arrivedBefore(series, day + 1) - leftBefore(series, day + 1);
  }

  /** Whether nothing arrives, leaves or waits on a day. */
  boolean isQuiet(int series, int day) {
    return arrived(series, day) == 0
        && waiting(series, day) == 0
        && arrivedBefore(series, day) == leftBefore(series, day);
  }

  /** Visits of all months before one. */
  long visitsBefore(Timeline.Month month) {
    long visits = 0;
    for (int[] series : arrivedBefore) {
      visits += series[month.firstDay() - timeline.firstDay()];
    }
    return visits;
  }

  /** Whether the series has any truck in the history. */
  boolean isUsed(int series) {
    return all(series) > 0;
  }

  /** Trucks of the series in the whole history. */
  int all(int series) {
    return arrivedBefore[series][timeline.days()];
  }

  /** Takes what a month expects; months write to places of their own. */
  void survey(MonthFlow flow) {
    double[] tonnesPerUsd = new double[border.goods.size()];
    for (int g = 0; g < tonnesPerUsd.length; g++) {
      GoodsKind kind = border.goods.get(g);
      tonnesPerUsd[g] = 1 / history.demand.price(kind, flow.month.position()) / KG_OF_A_TONNE;
    }
    for (int group = 0; group < border.groups(); group++) {
      for (int day = 0; border.hasTrucks(group / 2) && day < flow.month.days(); day++) {
        survey(flow, group, day, tonnesPerUsd);
      }
    }
  }

  private void survey(MonthFlow flow, int group, int day, double[] tonnesPerUsd) {
    int at = flow.month.firstDay() + day - timeline.firstDay();
    double usual = 0;
    for (int c = border.groupStart[group]; c < border.groupStart[group + 1]; c++) {
      GoodsKind kind = border.goods.get(border.cellGoods[c]);
      double trucksPerUsd = tonnesPerUsd[border.cellGoods[c]] / kind.payloadTonnes();
      double unstopped = flow.unstopped[day][c];
      double left = unstopped == 0 ? 1 : flow.usd[day][c] / unstopped;
      double coming = left >= 1 ? left : StrictMath.pow(Math.max(LEAST_LEFT, left), response);
      loads[group][kind(kind)][at] += unstopped * coming * trucksPerUsd;
      usual += flow.plain[c] * flow.open[day][group] * trucksPerUsd;
    }
    int start = border.groupStart[group];
    int end = border.groupStart[group + 1];
    double unstopped = MonthFlow.sum(flow.unstopped[day], start, end);
    double stopped = MonthFlow.sum(flow.usd[day], start, end);
    double ordinary = flow.ordinary[day][group];
    double atWork =
        unstopped == 0 ? 0 : Math.min(1, stopped / unstopped) * Math.min(1, unstopped / ordinary);
    capacity[group][at] = usual * atWork * headroom;
  }

  /** Turns expectations into whole trucks and lets them queue; needs the levels. */
  void run() {
    double[] monthWeights = new double[timeline.size()];
    for (Timeline.Month month : timeline.months()) {
      for (int day = 0; day < month.days(); day++) {
        monthWeights[month.index()] += Arrays.stream(weights(month, day)).sum();
      }
    }
    double sum = Arrays.stream(monthWeights).sum();
    double scale = sum == 0 ? 0 : history.request.crossings() / sum;
    long[] visits = Apportionment.of(history.request.crossings(), monthWeights);
    Queues queues = new Queues(history.model, border.groups());
    for (Timeline.Month month : timeline.months()) {
      arrive(month, visits[month.index()], monthWeights[month.index()]);
      for (int day = 0; day < month.days(); day++) {
        queue(queues, month, day, scale);
      }
    }
  }

  /** Loads and empties expected on a day, by series. */
  private double[] weights(Timeline.Month month, int day) {
    double[] weights = new double[series()];
    int at = month.firstDay() + day - timeline.firstDay();
    for (int group = 0; group < border.groups(); group++) {
      int section = border.groupSection(group);
      double level = history.path.level(section, month.index());
      double back = 0;
      for (int kind = 0; kind < EMPTY; kind++) {
        weights[group * KINDS + kind] = level * loads[group][kind][at];
        back += level * loads[group ^ 1][kind][at];
      }
      weights[group * KINDS + EMPTY] =
          back * border.sections.get(section).empty()[group % Border.DIRECTIONS];
    }
    return weights;
  }

  /** Gives the month's visits to its days and series, each as near to its share as whole allows. */
  private void arrive(Timeline.Month month, long visits, double monthWeight) {
    double step = visits == 0 ? Double.MAX_VALUE : monthWeight / visits;
    double next = step * Draws.of(history.request.seed(), Stream.ARRIVALS, month.key()).unit();
    double passed = 0;
    long given = 0;
    int lastSeries = 0;
    for (int day = 0; day < month.days(); day++) {
      int at = month.firstDay() + day - timeline.firstDay();
      double[] weights = weights(month, day);
      for (int s = 0; s < weights.length; s++) {
        passed += weights[s];
        int trucks = 0;
        while (given < visits && next < passed) {
          trucks++;
          given++;
          next += step;
        }
        lastSeries = weights[s] > 0 ? s : lastSeries;
        if (given < visits && day == month.days() - 1 && s == weights.length - 1) {
          arrivedBefore[lastSeries][at + 1] += (int) (visits - given);
        }
        arrivedBefore[s][at + 1] += arrivedBefore[s][at] + trucks;
      }
    }
  }

  private void queue(Queues queues, Timeline.Month month, int day, double scale) {
    int at = month.firstDay() + day - timeline.firstDay();
    Draws draws = Draws.of(history.request.seed(), Stream.ARRIVALS, month.key(), day);
    int[] before = new int[KINDS];
    int[] arrivals = new int[KINDS];
    for (int group = 0; group < border.groups(); group++) {
      double level = history.path.level(border.groupSection(group), month.index());
      int[] tooLong = new int[KINDS];
      for (int kind = 0; kind < KINDS; kind++) {
        int s = group * KINDS + kind;
        before[kind] = arrivedBefore[s][at] - leftBefore[s][at];
        arrivals[kind] = arrivedBefore[s][at + 1] - arrivedBefore[s][at];
        int patience = Math.max(0, at - longestWait);
        tooLong[kind] = Math.max(0, arrivedBefore[s][patience] - leftBefore[s][at]);
      }
      queues.day(group, scale * level * capacity[group][at], before, arrivals, tooLong, draws);
      for (int kind = 0; kind < KINDS; kind++) {
        int s = group * KINDS + kind;
        cleared[s][at] = queues.cleared(kind);
        leftBefore[s][at + 1] = leftBefore[s][at] + queues.cleared(kind) + queues.turnedBack(kind);
      }
    }
  }

  private static int kind(GoodsKind goods) {
    for (int kind = 0; kind < EMPTY; kind++) {
      if (KIND[kind].equals(goods.cargoKind())) {
        return kind;
      }
    }
    throw new InvalidModelException(
        List.of(
            "goods.csv gives '%s' the kind of load '%s'; it must be fruit, other or new_vehicle."
                .formatted(goods.id(), goods.cargoKind())));
  }
}
