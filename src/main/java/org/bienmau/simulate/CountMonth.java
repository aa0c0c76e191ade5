package org.bienmau.simulate;

import java.util.List;
import org.bienmau.simulate.Draws.Stream;
import org.bienmau.simulate.Shapes.Fault;

/**
 * Writes the daily counts of one month: a row for all loads, and one for each kind of which there
 * are many, on each day that a gate works or trucks wait at it. Trucks sent to another gate count
 * as turned back.
 */
final class CountMonth {
  static final String DATASET = "vehicle_counts";
  static final String HEADER =
      "source_id,gate_id,day,direction,cargo_kind,arrived,cleared,turned_back,waiting,published_at";

  private static final int PUBLISHED_AT = 7 * 3_600 + 1_800;
  private static final int CORRECTED_AFTER_DAYS = 3;
  private static final byte[] ALL = CsvBytes.utf8("all");
  private static final int NUMBERS = 4;

  private final History history;
  private final VisitShape shape;
  private final Timeline.Month month;
  private final DeliveryFile file;
  private final Books books;
  private final Spoiler spoiler;
  private final byte[] source;
  private final double corrected;
  private final double missing;
  private final CsvBytes scratch = new CsvBytes(256);
  private long row;

  CountMonth(
      History history, VisitShape shape, Timeline.Month month, DeliveryFile file, Books books) {
    this.history = history;
    this.shape = shape;
    this.month = month;
    this.file = file;
    this.books = books;
    source = CsvBytes.utf8(history.model.source(DATASET));
    corrected = history.model.parameter("count_corrected_per_million") / 1e6;
    missing = history.model.parameter("count_missing_per_million") / 1e6;
    row = rows(history, shape, history.timeline.firstDay(), month.firstDay());
    spoiler =
        new Spoiler(
            history.model,
            DATASET,
            HEADER,
            month.start(),
            history.request.seed(),
            rows(history, shape, history.timeline.firstDay(), history.timeline.lastDay() + 1),
            row,
            books);
  }

  long refused() {
    return spoiler.refused();
  }

  /** Writes the month's file up to what other months add to it. */
  void write() {
    for (int day = month.firstDay(); day <= month.lastDay(); day++) {
      for (int group = 0; group < history.border.groups(); group++) {
        if (reports(history, shape, group, day)) {
          report(group, day);
        }
      }
    }
    spoiler.close(file);
  }

  /** How many good rows there are from one day to before another, corrections not counted. */
  private static long rows(History history, VisitShape shape, int from, int before) {
    long rows = 0;
    for (int group = 0; group < history.border.groups(); group++) {
      int kinds = 0;
      for (int kind = 0; kind < Trucks.KINDS; kind++) {
        kinds += tellsKinds(history, group * Trucks.KINDS + kind) ? 1 : 0;
      }
      for (int day = from; day < before; day++) {
        rows += reports(history, shape, group, day) ? kinds + 1 : 0;
      }
    }
    return rows;
  }

  /** A gate reports on each day that it works, and as long as trucks are left at it. */
  private static boolean reports(History history, VisitShape shape, int group, int day) {
    boolean used = false;
    boolean busy = false;
    for (int kind = 0; kind < Trucks.KINDS; kind++) {
      int series = group * Trucks.KINDS + kind;
      used |= history.trucks.isUsed(series);
      busy |= history.trucks.isUsed(series) && !history.trucks.isQuiet(series, day);
    }
    return used && (busy || shape.works(group * Trucks.KINDS, day));
  }

  /** Only where there are many trucks of a kind do boards count kinds. */
  private static boolean tellsKinds(History history, int series) {
    return history.trucks.all(series) >= history.kindCountedFrom * history.timeline.days();
  }

  private void report(int group, int day) {
    int[] all = new int[NUMBERS];
    for (int kind = 0; kind < Trucks.KINDS; kind++) {
      int series = group * Trucks.KINDS + kind;
      if (history.trucks.isUsed(series)) {
        int[] numbers = numbers(series, day);
        for (int i = 0; i < NUMBERS; i++) {
          all[i] += numbers[i];
        }
        if (tellsKinds(history, series)) {
          publish(series, shape.kinds[series], day, numbers);
        }
      }
    }
    publish(group * Trucks.KINDS, ALL, day, all);
  }

  private int[] numbers(int series, int day) {
    Trucks trucks = history.trucks;
    return new int[] {
      trucks.arrived(series, day),
      trucks.cleared(series, day),
      trucks.turnedBack(series, day),
      trucks.waiting(series, day)
    };
  }

  private void publish(int series, byte[] kind, int day, int[] numbers) {
    Draws draws = Draws.of(history.request.seed(), Stream.COUNTS, series, day, kind == ALL ? 1 : 0);
    boolean isMissing = draws.chance(missing);
    boolean isCorrected = !isMissing && draws.chance(corrected);
    long at = (day + 1L) * Stamps.DAY + PUBLISHED_AT;
    int slip = isCorrected ? 1 + draws.below(9) : 0;
    int[] first = numbers.clone();
    first[1] += slip;
    first[3] = isMissing ? -1 : Math.max(0, first[3] - slip);
    write(file.row(), series, kind, day, first, at);
    file.endRow();
    remark(series, day);
    if (isMissing) {
      key(books.truth(Truth.MISSING_COUNT), series, kind, day).comma().cell("waiting").line();
      books.count("missing counts");
    }
    if (isCorrected) {
      correct(series, kind, day, numbers, first, at);
    }
    List<Fault> faults = spoiler.due(row++);
    for (Fault fault : faults) {
      scratch.clear();
      write(scratch, series, kind, day, numbers, at - 1 - spoiler.refused());
      spoiler.write(fault, scratch, file);
    }
  }

  private void correct(int series, byte[] kind, int day, int[] numbers, int[] first, long at) {
    write(file.row(), series, kind, day, numbers, at + CORRECTED_AFTER_DAYS * (long) Stamps.DAY);
    file.endRow();
    remark(series, day);
    CsvBytes out = books.truth(Truth.CORRECTED_COUNT);
    key(out, series, kind, day).comma().number(first[1]).comma().number(numbers[1]).comma();
    out.cell(file.name()).line();
    books.count("corrected counts");
  }

  private void remark(int series, int day) {
    if (!shape.works(series, day)) {
      books.remark("GATE_NOT_OPEN");
    }
  }

  private CsvBytes key(CsvBytes out, int series, byte[] kind, int day) {
    history.stamps.day(out, day).comma().raw(shape.gates[series]).comma();
    return out.raw(shape.directions[series]).comma().raw(kind);
  }

  /** A number below zero is one that nobody wrote down. */
  private void write(
      CsvBytes out, int series, byte[] kind, int day, int[] numbers, long publishedAt) {
    out.raw(source).comma().raw(shape.gates[series]).comma();
    history.stamps.day(out, day).comma().raw(shape.directions[series]).comma().raw(kind).comma();
    for (int number : numbers) {
      (number < 0 ? out : out.number(number)).comma();
    }
    history.stamps.local(out, publishedAt);
  }
}
