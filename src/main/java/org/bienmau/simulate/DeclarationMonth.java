package org.bienmau.simulate;

import java.util.Arrays;
import java.util.List;
import org.bienmau.simulate.Draws.Stream;
import org.bienmau.simulate.Shapes.Fault;

/**
 * Writes the declarations of one month: lines day by day and gate by gate, in their order of time.
 */
final class DeclarationMonth {
  private static final int OPENS = 6 * 3_600 + 1_800;
  private static final int OPEN_FOR = 14 * 3_600;
  private static final int MOST_ITEMS = 12;
  private static final int SECONDS_OF_A_MINUTE = 60;
  private static final int TRADERS_OF_A_SECTION = 100_000;

  private final History history;
  private final DeclarationWords words;
  private final Timeline.Month month;
  private final MonthFlow flow;
  private final MonthTerms terms;
  private final Draws draws;
  private final DeclarationBooks books;
  private final DeclarationLine line = new DeclarationLine();
  private final double[] lineMean;
  private long row;
  private int[] picks = new int[256];
  private int picked;

  DeclarationMonth(
      History history, DeclarationWords words, MonthFlow flow, DeclarationBooks books) {
    this.history = history;
    this.words = words;
    this.flow = flow;
    this.month = flow.month;
    this.books = books;
    this.terms = new MonthTerms(history, words, flow);
    this.draws = Draws.of(history.request.seed(), Stream.LINES, month.key());
    this.lineMean = new double[history.border.cellCount()];
    row = history.linesBefore[month.index()];
    line.source = words.source;
    line.monthNumber = month.name().getYear() % 100 * 100 + month.name().getMonthValue();
  }

  /** Writes all lines of the month. */
  void write() {
    long lines = history.linesOfMonth[month.index()];
    double[] perUsd = linesPerUsd();
    double weight = 0;
    for (double[] day : flow.usd) {
      for (int c = 0; c < perUsd.length; c++) {
        weight += day[c] * perUsd[c];
      }
    }
    double step = lines == 0 ? Double.MAX_VALUE : weight / lines;
    for (int c = 0; c < perUsd.length; c++) {
      lineMean[c] = perUsd[c] == 0 ? 0 : level(c) * step / perUsd[c];
    }
    pick(lines, step, perUsd);
  }

  /**
   * Goes through all cells of all days and takes a line whenever the weights passed reach the next
   * step: every cell has as many lines as its weight asks for, rounded up or down.
   */
  private void pick(long lines, double step, double[] perUsd) {
    double next = step * draws.unit();
    double passed = 0;
    long taken = 0;
    Border border = history.border;
    int last = 0;
    for (int day = 0; day < month.days(); day++) {
      double[] usd = flow.usd[day];
      int block = -1;
      for (int c = 0; c < usd.length; c++) {
        int blockOfCell = border.cellGroup[c] * border.families.size() + border.cellFamily[c];
        if (blockOfCell != block) {
          declare(day);
          block = blockOfCell;
        }
        passed += usd[c] * perUsd[c];
        while (taken < lines && next < passed) {
          take(c);
          taken++;
          next += step;
        }
        last = usd[c] > 0 ? c : last;
      }
      if (day == month.days() - 1) {
        declare(day);
        // The last step may be lost in the rounding of a sum of millions of terms.
        for (; taken < lines; taken++) {
          take(last);
        }
      }
      declare(day);
    }
  }

  private void take(int cell) {
    if (picked == picks.length) {
      picks = Arrays.copyOf(picks, 2 * picked);
    }
    picks[picked++] = cell;
  }

  /** Makes declarations of the lines that were taken for one day, gate, direction and family. */
  private void declare(int day) {
    if (picked == 0) {
      return;
    }
    for (int i = picked - 1; i > 0; i--) {
      int other = draws.below(i + 1);
      int cell = picks[i];
      picks[i] = picks[other];
      picks[other] = cell;
    }
    long dayStart = (month.firstDay() + day) * (long) Stamps.DAY;
    int done = 0;
    while (done < picked) {
      int items = 1;
      while (items < MOST_ITEMS && done + items < picked && draws.chance(words.moreItems)) {
        items++;
      }
      long second = OPENS + (long) (OPEN_FOR * ((done + draws.unit()) / picked));
      declaration(dayStart + second, done, items);
      done += items;
    }
    picked = 0;
  }

  private void declaration(long registeredAt, int from, int items) {
    Border border = history.border;
    int group = border.cellGroup[picks[from]];
    int family = border.cellFamily[picks[from]];
    int section = border.groupSection(group);
    int direction = group % Border.DIRECTIONS;
    int regime = DeclarationWords.choice(terms.regimePassed[section][family], draws.unit());
    int currency = DeclarationWords.choice(words.currencyPassed[regime], draws.unit());
    line.number = books.nextNumber();
    line.registeredAt = registeredAt;
    line.gate = words.gates[group / Border.DIRECTIONS];
    line.direction = words.directions[direction];
    line.regime = words.regimes[regime];
    line.currency = words.currencies[currency];
    line.basis = words.bases[direction];
    line.partner =
        words.partners[regime][DeclarationWords.choice(words.partnerPassed[regime], draws.unit())];
    line.trader = section * TRADERS_OF_A_SECTION + trader(section);
    line.origin = words.origins[origin()];
    clear();
    double size = terms.regimeSize[section][family][regime];
    for (int item = 0; item < items; item++) {
      line.item = item + 1;
      item(picks[from + item], regime, currency, size);
    }
  }

  private void item(int cell, int regime, int currency, double size) {
    int goods = history.border.cellGoods[cell];
    int code = DeclarationWords.choice(terms.codePassed[goods], draws.unit());
    line.hsCode = terms.codes[goods][code];
    double usd = lineMean[cell] * size * words.value.factor(draws.next());
    double whole = currency == 2 ? 100 : 1;
    line.cents = (long) (usd * terms.perDollar[currency] * 100 / whole + 0.5) * (long) whole;
    double kg = usd / terms.price[goods] * words.weight[goods].factor(draws.next());
    line.netGrams = Math.max(1, (long) (kg * 1000 + 0.5));
    double packing = words.packing * draws.unit();
    boolean unweighed = draws.chance(words.grossMissing);
    line.grossGrams = unweighed ? 0 : line.netGrams + (long) (line.netGrams * packing);
    line.revision = 0;
    line.revisedAt = line.registeredAt + draws.below(900);
    line.status = DeclarationLine.ACTIVE;
    List<Fault> faults = books.write(line, row, Tally.place(cell, regime, code, currency), draws);
    for (Fault fault : faults) {
      books.spoil(fault, line);
    }
    row++;
  }

  /** Chooses the channel and the time of clearance; some are never cleared. */
  private void clear() {
    int channel = DeclarationWords.choice(words.channelPassed, draws.unit());
    line.channel = words.channels[channel];
    double minutes = words.channelMinutes[channel] * words.minutes.factor(draws.next());
    line.clearedAt =
        draws.chance(words.uncleared)
            ? 0
            : line.registeredAt + 60 + (long) (minutes * SECONDS_OF_A_MINUTE);
  }

  private int origin() {
    if (!draws.chance(words.originShare)) {
      return 0;
    }
    return draws.chance(words.secondOriginShare) ? 2 : 1;
  }

  /** Few traders have most of the declarations: the rank of each is log-uniform (Zipf's law). */
  private int trader(int section) {
    double[] ranks = words.traderRanks[section];
    long draw = draws.next();
    int place = (int) (draw >>> 54);
    double within = (draw & 0xffffff) * 0x1p-24;
    return (int) (ranks[place] + within * (ranks[place + 1] - ranks[place]));
  }

  private double[] linesPerUsd() {
    double[] sums = flow.cellSums();
    double[] perUsd = new double[sums.length];
    for (int c = 0; c < sums.length; c++) {
      double usd = level(c) * sums[c];
      perUsd[c] = usd == 0 ? 0 : level(c) * history.linesPerUsd(c, usd);
    }
    return perUsd;
  }

  private double level(int cell) {
    return history.path.level(
        history.border.groupSection(history.border.cellGroup[cell]), month.index());
  }
}
