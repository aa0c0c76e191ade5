package org.bienmau.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bends the regressors of closures: a month that is shut on half of its days loses half of its
 * trade and not, as shares on the logarithm would have it, the root of it.
 *
 * <p>If closed days keep a part {@code f} of their trade, a month that is shut on a share {@code s}
 * of its days keeps {@code 1 - s (1 - f)}. Its logarithm over that of {@code f} is the regressor
 * whose coefficient is the logarithm of {@code f}. As {@code f} is what is to be estimated, it is
 * estimated again until it hardly moves, with the airline model and without outliers.
 */
final class ClosedDays {
  /** Each one leaves about a third of the error of the one before. */
  private static final int ROUNDS = 3;

  /** Nothing is known to leave less; the logarithm needs something. */
  private static final double LEAST_LEFT = 0.02;

  /** From here on there is nothing to bend: shares are right for small effects. */
  private static final double MOST_LEFT = 0.98;

  private ClosedDays() {}

  /**
   * The regressors with those of closures bent.
   *
   * @param straight of which those of closures hold shares of days
   */
  static List<Regressor> bent(TimeSeries series, List<Regressor> straight) throws RefusedException {
    List<Regressor> bent = straight;
    for (int round = 0;
        round < ROUNDS && straight.stream().anyMatch(ClosedDays::isPartly);
        round++) {
      List<Effect> effects =
          TramoSeats.estimate(series, bent, ArimaOrders.AIRLINE, List.of()).model().effects();
      bent =
          IntStream.range(0, straight.size())
              .mapToObj(i -> bent(straight.get(i), Math.exp(effects.get(i).coefficient())))
              .toList();
    }
    return bent;
  }

  private static boolean isPartly(Regressor regressor) {
    return regressor.kind() == Effect.Kind.CLOSURE
        && Arrays.stream(regressor.values()).anyMatch(share -> share > 0 && share < 1);
  }

  /** One of a closure whose days keep a part of their trade; any other as it is. */
  static Regressor bent(Regressor straight, double left) {
    if (!isPartly(straight) || left > MOST_LEFT) {
      return straight;
    }
    double part = Math.max(left, LEAST_LEFT);
    double whole = Math.log(part);
    return new Regressor(
        straight.name(),
        straight.kind(),
        Arrays.stream(straight.values())
            .map(share -> Math.log1p(-share * (1 - part)) / whole)
            .toArray());
  }
}
