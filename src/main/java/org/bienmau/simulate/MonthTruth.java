package org.bienmau.simulate;

import java.util.List;
import org.bienmau.simulate.Closures.Stop;
import org.bienmau.simulate.Shapes.HsCode;

/** Writes what was planned for a month: expected sums and what each cause does to them. */
final class MonthTruth {
  private final History history;
  private final Border border;
  private final MonthFlow flow;

  MonthTruth(History history, MonthFlow flow) {
    this.history = history;
    this.border = history.border;
    this.flow = flow;
  }

  void write(Books books) {
    for (int group = 0; group < border.groups(); group++) {
      double level = level(group);
      double usd = 0;
      double trend = 0;
      for (int day = 0; day < flow.month.days(); day++) {
        usd +=
            level
                * MonthFlow.sum(
                    flow.usd[day], border.groupStart[group], border.groupStart[group + 1]);
        trend +=
            level
                * flow.open[day][group]
                * MonthFlow.sum(flow.plain, border.groupStart[group], border.groupStart[group + 1]);
      }
      if (usd > 0) {
        expected(books.truth(Truth.EXPECTED_MONTH), group, usd, trend);
      }
    }
    for (int s = 0; s < flow.stops.size(); s++) {
      diverted(books.truth(Truth.DIVERSION), flow.stops.get(s), flow.diverted[s]);
    }
  }

  /** Writes the exact sums of what holds when everything has arrived. */
  void write(Books books, Tally tally) {
    CsvBytes out = books.truth(Truth.TRADE_MONTH);
    for (int c = 0; c < border.cellCount(); c++) {
      List<HsCode> codes = history.codes(border.cellGoods[c], flow.month);
      for (int regime = 0; regime < Tally.REGIMES; regime++) {
        for (int code = 0; code < codes.size(); code++) {
          for (int currency = 0; currency < Tally.CURRENCIES; currency++) {
            int place = Tally.place(c, regime, code, currency);
            if (tally.lines[place] > 0) {
              key(out, border.cellGroup[c]).comma();
              out.cell(DeclarationWords.REGIME[regime].id()).comma();
              out.cell(border.goods.get(border.cellGoods[c]).id()).comma();
              out.cell(border.goods.get(border.cellGoods[c]).goodsId()).comma();
              out.cell(codes.get(code).code()).comma();
              out.cell(Rates.CURRENCY[currency]).comma().number(tally.lines[place]).comma();
              out.thousandths(tally.grams[place]).comma().hundredths(tally.cents[place]).line();
            }
          }
        }
      }
    }
  }

  private void expected(CsvBytes out, int group, double usd, double trend) {
    double level = level(group);
    double diverted = 0;
    for (double[] stop : flow.diverted) {
      diverted += level * stop[group];
    }
    double own = usd - diverted;
    int month = flow.month.index();
    double withoutStops = level * flow.withoutStops[group];
    history.tetEffects.add(group, month, own, level * flow.withoutTet[group]);
    key(out, group).comma().number(StrictMath.round(usd)).comma();
    out.number(StrictMath.round(trend)).comma();
    log(out, own / (level * flow.withoutTet[group])).comma();
    log(out, withoutStops == 0 ? 1 : usd / withoutStops).comma();
    out.decimal(history.shocks.shift(group, month), 6).comma();
    out.decimal(history.shocks.anomaly(group, month), 6).comma();
    out.decimal(history.shocks.monthNoise(group, flow.month), 6).line();
  }

  private void diverted(CsvBytes out, Stop stop, double[] amounts) {
    for (int group = 0; group < amounts.length; group++) {
      if (amounts[group] > 0) {
        out.cell(flow.month.name().toString()).comma().cell(stop.event).comma();
        out.cell(border.gates.get(group / Border.DIRECTIONS).id()).comma();
        out.cell(Border.DIRECTION[group % Border.DIRECTIONS].id()).comma();
        out.number(StrictMath.round(level(group) * amounts[group])).line();
      }
    }
  }

  private CsvBytes key(CsvBytes out, int group) {
    int gate = group / Border.DIRECTIONS;
    out.cell(flow.month.name().toString()).comma();
    out.cell(border.sections.get(border.gateSection[gate]).id()).comma();
    out.cell(border.gates.get(gate).id()).comma();
    return out.cell(Border.DIRECTION[group % Border.DIRECTIONS].id());
  }

  private double level(int group) {
    return history.path.level(border.groupSection(group), flow.month.index());
  }

  /** The natural logarithm; nothing at all when nothing is left. */
  private static CsvBytes log(CsvBytes out, double ratio) {
    return ratio > 0 ? out.decimal(StrictMath.log(ratio), 6) : out;
  }
}
