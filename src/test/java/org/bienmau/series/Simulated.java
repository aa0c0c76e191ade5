package org.bienmau.series;

import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/** Monthly trade from 2011 with known parts: drift, season, festivals, noise. */
public record Simulated(
    long seed, int months, double noise, double buildUp, double stop, double restart) {
  public static final YearMonth START = YearMonth.of(2011, 1);

  /** Twelve years with the festivals of an average gate. */
  public static Simulated usual(long seed) {
    return new Simulated(seed, 144, 0.04, 0.20, -0.50, -0.20);
  }

  public static Simulated quiet(long seed, int months) {
    return new Simulated(seed, months, 0.04, 0, 0, 0);
  }

  public TimeSeries series() {
    return TimeSeries.monthly(START, values());
  }

  public double[] values() {
    Random random = new Random(seed);
    double[] season = new double[12];
    for (int month = 0; month < 12; month++) {
      season[month] = 0.12 * Math.sin(month * Math.PI / 6 + 1) + 0.05 * random.nextGaussian();
    }
    double[] festival = festival();
    double[] values = new double[months];
    double level = Math.log(1000);
    for (int i = 0; i < months; i++) {
      level += 0.005 + 0.01 * random.nextGaussian();
      values[i] = Math.exp(level + season[i % 12] + festival[i] + noise * random.nextGaussian());
    }
    return values;
  }

  /** Effect on the logarithm. */
  double[] festival() {
    double[] effects = {buildUp, stop, restart};
    double[] sum = new double[months];
    List<FestivalWindow> windows = FestivalWindow.STANDARD;
    for (int w = 0; w < effects.length; w++) {
      double[] shares = windows.get(w).regressor(Frequency.MONTHLY, START, months);
      for (int i = 0; i < months; i++) {
        sum[i] += effects[w] * shares[i];
      }
    }
    return sum;
  }
}
