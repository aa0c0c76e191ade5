package org.bienmau.simulate;

/**
 * One day of a gate and direction: who is cleared, who turns back, who stays.
 *
 * <p>waiting at the end = waiting before + arrived − cleared − turned back, in whole trucks.
 */
final class Queues {
  private final double overnight;
  private final double turnedBackShare;
  private final double[] credit;
  private final int[] cleared = new int[Trucks.KINDS];
  private final int[] turnedBack = new int[Trucks.KINDS];

  Queues(SimulationModel model, int groups) {
    overnight = model.parameter("overnight_share");
    turnedBackShare = model.parameter("turned_back_share");
    credit = new double[groups];
  }

  int cleared(int kind) {
    return cleared[kind];
  }

  int turnedBack(int kind) {
    return turnedBack[kind];
  }

  /**
   * @param capacity loaded trucks that can be cleared; at most one is saved up for the next day
   * @param before waiting when the day begins, by kind
   * @param arrivals arriving on the day, by kind
   * @param tooLong those waiting who have no patience left, by kind
   */
  void day(int group, double capacity, int[] before, int[] arrivals, int[] tooLong, Draws draws) {
    credit[group] = Math.min(credit[group], 1) + capacity;
    int canClear = (int) credit[group];
    int[] ready = new int[Trucks.KINDS];
    int allReady = 0;
    for (int kind = 0; kind < Trucks.KINDS; kind++) {
      int beyondToday = Math.max(0, before[kind] - canClear);
      int givingUp = Math.min(beyondToday, (int) (turnedBackShare * beyondToday + draws.unit()));
      turnedBack[kind] = Math.max(givingUp, tooLong[kind]);
      int late = kind == Trucks.EMPTY ? 0 : (int) (overnight * arrivals[kind] + draws.unit());
      ready[kind] = before[kind] - turnedBack[kind] + arrivals[kind] - late;
      allReady += kind == Trucks.EMPTY ? 0 : ready[kind];
    }
    int left = Math.min(canClear, allReady);
    credit[group] -= left;
    cleared[Trucks.EMPTY] = ready[Trucks.EMPTY];
    // Whoever is over after the proportional shares goes to the kinds in their order.
    int rest = left;
    for (int kind = 0; kind < Trucks.EMPTY; kind++) {
      cleared[kind] = allReady == 0 ? 0 : (int) ((long) left * ready[kind] / allReady);
      rest -= cleared[kind];
    }
    for (int kind = 0; kind < Trucks.EMPTY; kind++) {
      int more = Math.min(rest, ready[kind] - cleared[kind]);
      cleared[kind] += more;
      rest -= more;
    }
  }
}
