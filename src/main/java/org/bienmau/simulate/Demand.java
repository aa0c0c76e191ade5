package org.bienmau.simulate;

import java.time.LocalDate;
import java.util.Arrays;
import org.bienmau.simulate.Closures.Stop;
import org.bienmau.simulate.Shapes.GoodsKind;

/**
 * What is expected to cross on each day of a month, by cell, for a section level of 1 USD a day:
 * the product of shares, season, calendar, Tết, closures, diversions, shocks and noise.
 */
final class Demand {
  /** A gate that takes over can at most do so much more than its own flow. */
  private static final double MOST_TAKEN_OVER = 2;

  private final SimulationModel model;
  private final Border border;
  private final DayShape days;
  private final Closures closures;
  private final Shocks shocks;
  private final SectionPath path;

  Demand(
      SimulationModel model,
      Border border,
      DayShape days,
      Closures closures,
      Shocks shocks,
      SectionPath path) {
    this.model = model;
    this.border = border;
    this.days = days;
    this.closures = closures;
    this.shocks = shocks;
    this.path = path;
  }

  /** The price of goods in USD a kilogram at a moment. */
  double price(GoodsKind kind, double position) {
    double first = model.parameter("first_year");
    double passed = (position - 0.5 - first) / (model.parameter("last_year") - first);
    return kind.priceFirst() * StrictMath.pow(kind.priceLast() / kind.priceFirst(), passed);
  }

  MonthFlow month(Timeline.Month month) {
    MonthFlow flow = new MonthFlow(border, month, closures.in(month));
    double[] shares = monthShares(month, flow);
    boolean[][] working = new boolean[border.gates.size()][];
    for (int g = 0; g < working.length; g++) {
      working[g] = border.workingDays(g, month);
    }
    double[][] holidays = new double[border.sections.size()][2 * border.families.size()];
    for (int day = 0; day < month.days(); day++) {
      LocalDate date = month.start().plusDays(day);
      holidays(date, holidays);
      fill(flow, day, date, shares, openShares(month, working, day), holidays);
    }
    return flow;
  }

  /** What holds all month: direction, goods, season, shifts, anomalies, noise of the month. */
  private double[] monthShares(Timeline.Month month, MonthFlow flow) {
    double[] shares = new double[border.cellCount()];
    int season = month.name().getMonthValue() - 1;
    for (int group = 0; group < border.groups(); group++) {
      border.goodsShares(
          group,
          month.position(),
          model.parameter("first_year"),
          model.parameter("last_year"),
          shares);
      int section = border.groupSection(group);
      int direction = group % Border.DIRECTIONS;
      double level =
          path.directionShare(section, direction, month)
              * StrictMath.exp(shocks.shift(group, month.index()));
      double passing =
          StrictMath.exp(shocks.anomaly(group, month.index()) + shocks.monthNoise(group, month));
      for (int c = border.groupStart[group]; c < border.groupStart[group + 1]; c++) {
        GoodsKind kind = border.goods.get(border.cellGoods[c]);
        shares[c] *= level;
        flow.plain[c] = shares[c];
        shares[c] *=
            passing
                * model.seasons.get(kind.season())[season]
                * StrictMath.exp(shocks.goodsNoise(section, direction, border.cellGoods[c], month));
      }
    }
    return shares;
  }

  /** The share of each group in its section and direction among the gates that work on a day. */
  private double[] openShares(Timeline.Month month, boolean[][] working, int day) {
    double[] open = new double[border.groups()];
    double[] sums = new double[border.sections.size() * Border.DIRECTIONS];
    for (int group = 0; group < open.length; group++) {
      open[group] =
          working[group / Border.DIRECTIONS][day] ? border.weight(group, month.position()) : 0;
      sums[place(group)] += open[group];
    }
    for (int group = 0; group < open.length; group++) {
      open[group] = sums[place(group)] == 0 ? 0 : open[group] / sums[place(group)];
    }
    return open;
  }

  private int place(int group) {
    return border.groupSection(group) * Border.DIRECTIONS + group % Border.DIRECTIONS;
  }

  private void holidays(LocalDate date, double[][] into) {
    int families = border.families.size();
    for (int s = 0; s < into.length; s++) {
      double strength = border.sections.get(s).tetStrength();
      for (int f = 0; f < families; f++) {
        into[s][f] = days.holiday(date, 0, f, strength);
        into[s][families + f] = days.holiday(date, 1, f, strength);
      }
    }
  }

  private void fill(
      MonthFlow flow,
      int day,
      LocalDate date,
      double[] shares,
      double[] open,
      double[][] holidays) {
    double[] left = left(flow, (int) date.toEpochDay());
    for (int group = 0; group < border.groups(); group++) {
      if (open[group] == 0) {
        continue;
      }
      int direction = group % Border.DIRECTIONS;
      double dayFactor =
          open[group]
              * days.calendar(date, direction)
              * StrictMath.exp(shocks.dayNoise(group, (int) date.toEpochDay()));
      double[] holiday = holidays[border.groupSection(group)];
      for (int c = border.groupStart[group]; c < border.groupStart[group + 1]; c++) {
        double tet = holiday[direction * border.families.size() + border.cellFamily[c]];
        double unstopped = shares[c] * dayFactor * tet;
        flow.unstopped[day][c] = unstopped;
        flow.usd[day][c] = unstopped * left[c];
        flow.withoutTet[group] += unstopped * left[c] / tet;
        flow.withoutStops[group] += unstopped;
        flow.ordinary[day][group] += unstopped / tet;
      }
    }
    flow.open[day] = open;
    divert(flow, day, (int) date.toEpochDay());
  }

  /** The part of each cell that the stops leave; where several hold, the strictest counts. */
  private double[] left(MonthFlow flow, int epochDay) {
    double[] left = new double[border.cellCount()];
    Arrays.fill(left, 1);
    for (Stop stop : flow.stops) {
      double factor = stop.factorOn(epochDay);
      for (int c = 0; factor < 1 && c < left.length; c++) {
        left[c] = stop.cells[c] ? Math.min(left[c], factor) : left[c];
      }
    }
    return left;
  }

  private void divert(MonthFlow flow, int day, int epochDay) {
    for (int i = 0; i < flow.stops.size(); i++) {
      Stop stop = flow.stops.get(i);
      if (stop.divertedShare > 0 && stop.factorOn(epochDay) < 1) {
        divert(flow, day, i, stop);
      }
    }
  }

  private void divert(MonthFlow flow, int day, int stopIndex, Stop stop) {
    int families = border.families.size();
    double[] usd = flow.usd[day];
    double[] lost = new double[Border.DIRECTIONS * families];
    double[] taking = new double[lost.length];
    for (int c = 0; c < usd.length; c++) {
      int group = border.cellGroup[c];
      int kind = group % Border.DIRECTIONS * families + border.cellFamily[c];
      double level = path.roughLevel(border.groupSection(group), flow.month);
      lost[kind] += stop.cells[c] ? level * (flow.unstopped[day][c] - usd[c]) : 0;
      taking[kind] += stop.takesOver[group / Border.DIRECTIONS] ? level * usd[c] : 0;
    }
    for (int c = 0; c < usd.length; c++) {
      int group = border.cellGroup[c];
      int kind = group % Border.DIRECTIONS * families + border.cellFamily[c];
      if (stop.takesOver[group / Border.DIRECTIONS] && taking[kind] > 0 && lost[kind] > 0) {
        double share = stop.divertedShare * lost[kind] / taking[kind];
        double more = usd[c] * Math.min(MOST_TAKEN_OVER, share);
        usd[c] += more;
        flow.diverted[stopIndex][group] += more;
      }
    }
  }
}
