package org.bienmau.simulate;

import org.bienmau.simulate.Shapes.Fault;

/** Writes the visits of one month, and how those ended that were waiting when it began. */
final class CrossingMonth {
  /** Ids of spoilt rows: no series has this number. */
  private static final int SPOILT_SERIES = 999;

  private static final int SPOILT_OF_A_MONTH = 100_000;

  private final History history;
  private final VisitShape shape;
  private final Timeline.Month month;
  private final DeliveryFile file;
  private final Books books;
  private final Spoiler spoiler;
  private final Planting late;
  private final Planting repeated;
  private final Visit visit = new Visit();
  private final CsvBytes scratch = new CsvBytes(512);
  private final int[][] transferred;
  private final long[][] missing;
  private long row;

  CrossingMonth(
      History history, VisitShape shape, Timeline.Month month, DeliveryFile file, Books books) {
    this.history = history;
    this.shape = shape;
    this.month = month;
    this.file = file;
    this.books = books;
    row = history.trucks.visitsBefore(month);
    spoiler =
        new Spoiler(
            history.model,
            Visit.DATASET,
            Visit.HEADER,
            month.start(),
            history.request.seed(),
            history.request.crossings(),
            row,
            books);
    late = planting("late_per_million", 1);
    repeated = planting("repeated_per_million", 2);
    transferred = new int[history.trucks.series()][month.days()];
    missing = new long[history.trucks.series()][2];
  }

  long refused() {
    return spoiler.refused();
  }

  /** Writes the month's file up to what other months add to it. */
  void write() {
    Trucks trucks = history.trucks;
    for (int day = month.firstDay(); day <= month.lastDay(); day++) {
      for (int series = 0; series < trucks.series(); series++) {
        int first = trucks.arrivedBefore(series, day);
        int end = trucks.arrivedBefore(series, day + 1);
        for (int number = first; number < end; number++) {
          visit.make(history, shape, series, number, day);
          arrive();
        }
      }
    }
    for (int series = 0; series < trucks.series(); series++) {
      int first = trucks.leftBefore(series, month.firstDay());
      int arrived = trucks.arrivedBefore(series, month.firstDay());
      int end = Math.min(arrived, trucks.leftBefore(series, month.lastDay() + 1));
      int day = month.firstDay();
      while (first < end && trucks.arrivedBefore(series, day) > first) {
        day--;
      }
      for (int number = first; number < end; number++) {
        while (trucks.arrivedBefore(series, day + 1) <= number) {
          day++;
        }
        visit.make(history, shape, series, number, day);
        end();
      }
    }
    spoiler.close(file);
    tell();
  }

  private void arrive() {
    boolean isKnown = visit.leftOn <= month.lastDay();
    long revisedAt = isKnown ? visit.lastStage() + 60 : (month.lastDay() + 1L) * Stamps.DAY - 1;
    int deliveredIn = late.takes(row) ? delayed() : month.index();
    if (deliveredIn == month.index()) {
      visit.write(file.row(), history.stamps, shape, 0, revisedAt, isKnown);
      file.endRow();
    } else {
      append(deliveredIn, 0, revisedAt, isKnown);
      record(Truth.LATE_ROW, deliveredIn);
      books.count("late rows");
    }
    if (repeated.takes(row)) {
      int again = Math.max(deliveredIn, delayed());
      append(again, 0, revisedAt, isKnown);
      books.later(again).repeated++;
      record(Truth.REPEATED_ROW, again);
      books.count("repeated rows");
    }
    if (isKnown) {
      settle(deliveredIn == month.index());
    }
    for (Fault fault : spoiler.due(row)) {
      spoil(fault, revisedAt, isKnown);
    }
    row++;
  }

  /** Tells how a visit ended that was written as waiting a month ago. */
  private void end() {
    visit.write(file.row(), history.stamps, shape, 1, visit.lastStage() + 60, true);
    file.endRow();
    settle(true);
    books.count("visits told later");
  }

  /** Counts what is known of an ended visit. */
  private void settle(boolean isInThisFile) {
    boolean disordered = visit.inspectedAt != 0 && visit.inspectedAt < visit.arrivedAt;
    if (disordered) {
      books.count("stages out of order");
      if (isInThisFile) {
        books.remark("STAGES_OUT_OF_ORDER");
      }
    }
    if (visit.outcome == Visit.Outcome.CLEARED) {
      missing[visit.series][0] += visit.inspectedAt == 0 ? 1 : 0;
      missing[visit.series][1] += visit.departedAt == 0 ? 1 : 0;
    } else if (visit.outcome == Visit.Outcome.TRANSFERRED) {
      transferred[visit.series][visit.leftOn - month.firstDay()]++;
    }
  }

  private void spoil(Fault fault, long revisedAt, boolean isKnown) {
    visit.idSeries = SPOILT_SERIES;
    visit.idNumber = month.index() * SPOILT_OF_A_MONTH + (int) spoiler.refused();
    scratch.clear();
    visit.write(scratch, history.stamps, shape, 0, revisedAt, isKnown);
    spoiler.write(fault, scratch, file);
  }

  private void append(int target, int revision, long revisedAt, boolean isKnown) {
    Books.Later later = books.later(target);
    visit.write(later.rows, history.stamps, shape, revision, revisedAt, isKnown);
    later.rows.line();
    later.count++;
    if (isKnown && visit.inspectedAt != 0 && visit.inspectedAt < visit.arrivedAt) {
      later.remark("STAGES_OUT_OF_ORDER");
    }
  }

  private void record(Truth table, int target) {
    CsvBytes out = books.truth(table);
    out.cell(Visit.DATASET).comma();
    visit.id(out).comma().comma().cell(month.name().toString()).comma();
    out.cell(History.fileName(Visit.DATASET, history.timeline.month(target))).line();
  }

  /** Writes the day's truth and what is missing. */
  private void tell() {
    Trucks trucks = history.trucks;
    CsvBytes days = books.truth(Truth.VEHICLE_DAY);
    CsvBytes stages = books.truth(Truth.MISSING_STAGE);
    for (int series = 0; series < trucks.series(); series++) {
      for (int day = month.firstDay(); day <= month.lastDay(); day++) {
        if (trucks.isQuiet(series, day)) {
          continue;
        }
        int moved = transferred[series][day - month.firstDay()];
        history.stamps.day(days, day).comma();
        place(days, series).comma().raw(shape.kinds[series]).comma();
        days.number(trucks.arrived(series, day))
            .comma()
            .number(trucks.cleared(series, day))
            .comma();
        days.number(trucks.turnedBack(series, day) - moved).comma().number(moved).comma();
        days.number(trucks.waiting(series, day)).line();
      }
      stage(stages, series, "inspected_at", missing[series][0]);
      stage(stages, series, "departed_at", missing[series][1]);
    }
  }

  private void stage(CsvBytes out, int series, String stage, long visits) {
    if (visits > 0) {
      out.cell(month.name().toString()).comma();
      place(out, series).comma().raw(shape.kinds[series]).comma();
      out.cell(stage).comma().number(visits).line();
    }
  }

  private CsvBytes place(CsvBytes out, int series) {
    return out.raw(shape.gates[series]).comma().raw(shape.directions[series]);
  }

  private int delayed() {
    return Math.min(history.timeline.size() - 1, month.index() + 1 + (int) (row % 2));
  }

  private Planting planting(String rate, int kind) {
    long rows = history.request.crossings();
    long count = Planting.count(history.model.parameter(rate), rows);
    return new Planting(history.request.seed(), kind, count, rows, row);
  }
}
