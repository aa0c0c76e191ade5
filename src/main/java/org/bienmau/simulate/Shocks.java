package org.bienmau.simulate;

import java.util.ArrayList;
import java.util.List;
import org.bienmau.simulate.Draws.Stream;

/**
 * What happens to gates without a registered cause: levels that shift for good, single months out
 * of line, and noise. All sizes are natural logarithms of factors.
 */
final class Shocks {
  private static final int QUIET_MONTHS_AT_THE_ENDS = 9;
  private static final int MONTHS_BETWEEN_SHIFTS = 18;
  private static final int MONTHS_BETWEEN_ANOMALIES = 6;

  private final SimulationModel model;
  private final Border border;
  private final Timeline timeline;
  private final long seed;
  private final double dayNoise;
  private final double[][] shifts;
  private final double[][] anomalies;
  private final List<Planted> plantedShifts = new ArrayList<>();
  private final List<Planted> plantedAnomalies = new ArrayList<>();

  Shocks(SimulationModel model, Border border, Timeline timeline, Closures closures, long seed) {
    this.model = model;
    this.border = border;
    this.timeline = timeline;
    this.seed = seed;
    this.dayNoise = model.parameter("noise_gate_day");
    shifts = new double[border.groups()][timeline.size()];
    anomalies = new double[border.groups()][timeline.size()];
    for (int group = 0; group < border.groups(); group++) {
      plantShifts(group);
      plantAnomalies(group, closures);
    }
  }

  /** Level shifts: each holds from its month to the end. */
  List<Planted> shifts() {
    return plantedShifts;
  }

  /** Anomalies: each holds for its month alone. */
  List<Planted> anomalies() {
    return plantedAnomalies;
  }

  double shift(int group, int month) {
    return shifts[group][month];
  }

  double anomaly(int group, int month) {
    return anomalies[group][month];
  }

  /** The noise of a gate and direction in a month, with what its section shares. */
  double monthNoise(int group, Timeline.Month month) {
    int section = border.groupSection(group) * Border.DIRECTIONS + group % Border.DIRECTIONS;
    double own = parameter("noise_gate_month");
    return parameter("noise_section_month") * normal(Stream.SECTION_MONTH, section, month.key())
        + own
            * StrictMath.sqrt(0.8)
            * (normal(Stream.GATE_MONTH, gateKey(group), month.key())
                + 0.5 * normal(Stream.GATE_MONTH, gateKey(group), month.key() - 1));
  }

  /** The noise of goods in a section, direction and month. */
  double goodsNoise(int section, int direction, int goods, Timeline.Month month) {
    long series = (section * 2L + direction) * 1000 + goods;
    return parameter("noise_goods_month") * normal(Stream.GOODS_MONTH, series, month.key());
  }

  /** The noise of a gate and direction on a day. */
  double dayNoise(int group, int day) {
    return dayNoise * normal(Stream.GATE_DAY, gateKey(group), day);
  }

  private void plantShifts(int group) {
    Draws draws = Draws.of(seed, Stream.SHIFT, gateKey(group));
    double chance = parameter("shift_per_gate_year") / 12;
    int quietUntil = QUIET_MONTHS_AT_THE_ENDS;
    for (int m = 0; m < timeline.size(); m++) {
      boolean due = draws.chance(chance);
      double size = size(draws, "shift_least", "shift_most");
      if (due && m >= quietUntil && m < timeline.size() - QUIET_MONTHS_AT_THE_ENDS) {
        plantedShifts.add(new Planted(group, m, size));
        quietUntil = m + MONTHS_BETWEEN_SHIFTS;
        for (int later = m; later < timeline.size(); later++) {
          shifts[group][later] += size;
        }
      }
    }
  }

  /** A month that a stop touches is out of line already. */
  private void plantAnomalies(int group, Closures closures) {
    Draws draws = Draws.of(seed, Stream.ANOMALY, gateKey(group));
    double chance = parameter("anomaly_per_gate_month");
    int quietUntil = QUIET_MONTHS_AT_THE_ENDS;
    for (Timeline.Month month : timeline.months()) {
      boolean due = draws.chance(chance);
      double size = size(draws, "anomaly_least", "anomaly_most");
      if (due && month.index() >= quietUntil && !isStopped(group, month, closures)) {
        plantedAnomalies.add(new Planted(group, month.index(), size));
        anomalies[group][month.index()] = size;
        quietUntil = month.index() + MONTHS_BETWEEN_ANOMALIES;
      }
    }
  }

  private boolean isStopped(int group, Timeline.Month month, Closures closures) {
    for (Closures.Stop stop : closures.in(month)) {
      for (int c = border.groupStart[group]; c < border.groupStart[group + 1]; c++) {
        if (stop.cells[c]) {
          return true;
        }
      }
    }
    return false;
  }

  private double size(Draws draws, String least, String most) {
    double sign = draws.chance(0.5) ? 1 : -1;
    return sign * draws.between(parameter(least), parameter(most));
  }

  private double normal(Stream stream, long series, long time) {
    return Draws.of(seed, stream, series, time).normal();
  }

  private double parameter(String name) {
    return model.parameter(name);
  }

  /** A key that stays with the gate when others are added to the model. */
  private long gateKey(int group) {
    return border.gates.get(group / Border.DIRECTIONS).id().hashCode() * 2L
        + group % Border.DIRECTIONS;
  }

  /** A shock: the gate and direction, the month in which it begins, its size. */
  record Planted(int group, int month, double size) {}
}
