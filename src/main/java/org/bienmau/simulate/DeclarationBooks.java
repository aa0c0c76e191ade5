package org.bienmau.simulate;

import java.util.List;
import org.bienmau.simulate.Shapes.Fault;

/**
 * Puts the lines of a month where they belong: into its file, late into another's, again as an
 * amendment, a cancellation or word for word; and keeps the exact sums of what holds in the end.
 */
final class DeclarationBooks {
  private static final int LONGEST_DELAY = 3;
  private static final int DAYS_TO_AMEND = 24;

  private final History history;
  private final DeclarationWords words;
  private final Timeline.Month month;
  private final DeliveryFile file;
  private final Redelivery redelivery;
  private final Stamps stamps;
  private final Books books;
  private final Spoiler spoiler;
  private final Planting late;
  private final Planting cancelled;
  private final Planting amended;
  private final Planting repeated;
  private final Planting oddBasis;
  private final double amendedTwice;
  private final double amendmentSpread;
  private final CsvBytes scratch = new CsvBytes(512);

  /** What holds when everything has arrived, and what the month's own file says. */
  final Tally settled;

  final Tally first;
  private long number;

  /** What a reader has to remark about the line under way; null for nothing. */
  private String remark;

  DeclarationBooks(
      History history,
      DeclarationWords words,
      Timeline.Month month,
      DeliveryFile file,
      Redelivery redelivery,
      Books books) {
    this.history = history;
    this.words = words;
    this.month = month;
    this.file = file;
    this.redelivery = redelivery;
    this.books = books;
    this.stamps = history.stamps;
    settled = new Tally(history.border);
    first = new Tally(history.border);
    long firstRow = history.linesBefore[month.index()];
    spoiler =
        new Spoiler(
            history.model,
            DeclarationWords.DATASET,
            DeclarationLine.HEADER,
            month.start(),
            history.request.seed(),
            history.request.lines(),
            firstRow,
            books);
    late = planting("late_per_million", firstRow);
    cancelled = planting("cancelled_per_million", firstRow);
    amended = planting("amended_per_million", firstRow);
    repeated = planting("repeated_per_million", firstRow);
    oddBasis = planting("odd_basis_per_million", firstRow);
    amendedTwice = history.model.parameter("amended_twice_share");
    amendmentSpread = history.model.parameter("amendment_spread");
  }

  long nextNumber() {
    return ++number;
  }

  long refused() {
    return spoiler.refused();
  }

  /**
   * Writes a good line.
   *
   * @param row its number in the history
   * @param place where its sums are kept
   * @return the faults that are due beside it
   */
  List<Fault> write(DeclarationLine line, long row, int place, Draws draws) {
    byte[] usualBasis = line.basis;
    remark = null;
    if (oddBasis.takes(row)) {
      boolean export = line.direction == words.directions[0];
      line.basis = words.bases[export ? 1 : 0];
      remark = export ? "EXPORT_NOT_FOB" : "IMPORT_NOT_CIF";
    }
    int deliveredIn = late.takes(row) ? delayed(draws) : month.index();
    if (deliveredIn == month.index()) {
      line.write(file.row(), stamps);
      redelivery.take(line, stamps, file);
      file.endRow();
      if (remark != null) {
        books.remark(remark);
      }
      first.add(place, 1, line.netGrams, line.cents);
    } else {
      append(line, deliveredIn);
      record(Truth.LATE_ROW, line, deliveredIn);
      books.count("late rows");
    }
    long grams = line.netGrams;
    long cents = line.cents;
    if (repeated.takes(row)) {
      repeat(line, Math.max(deliveredIn, delayed(draws)));
    }
    if (cancelled.takes(row)) {
      revise(
          line, 1, DeclarationLine.CANCELLED, Math.max(deliveredIn, delayed(draws)), place, draws);
    } else {
      if (amended.takes(row)) {
        amend(line, deliveredIn, place, draws);
      }
      settled.add(place, 1, line.netGrams, line.cents);
    }
    line.netGrams = grams;
    line.cents = cents;
    line.revision = 0;
    line.basis = usualBasis;
    return spoiler.due(row);
  }

  /** Writes a spoilt copy of a line under the number of a declaration of its own. */
  void spoil(Fault fault, DeclarationLine line) {
    long good = line.number;
    int item = line.item;
    line.number = nextNumber();
    line.item = 1;
    scratch.clear();
    line.write(scratch, stamps);
    spoiler.write(fault, scratch, file);
    line.number = good;
    line.item = item;
  }

  /** Closes the books of the month. */
  void close() {
    spoiler.close(file);
  }

  private void amend(DeclarationLine line, int deliveredIn, int place, Draws draws) {
    boolean twice = draws.chance(amendedTwice);
    change(line, draws);
    revise(line, 1, DeclarationLine.ACTIVE, Math.max(deliveredIn, delayed(draws)), place, draws);
    if (twice) {
      change(line, draws);
      revise(line, 2, DeclarationLine.ACTIVE, Math.max(deliveredIn, delayed(draws)), place, draws);
    }
  }

  private void change(DeclarationLine line, Draws draws) {
    double factor = 1 + amendmentSpread * (2 * draws.unit() - 1);
    line.cents = (long) (line.cents / 100 * factor) * 100;
    line.netGrams = Math.max(1, (long) (line.netGrams * factor));
    line.grossGrams = line.grossGrams == 0 ? 0 : Math.max(line.netGrams, line.grossGrams);
  }

  private void revise(
      DeclarationLine line, int revision, byte[] status, int target, int place, Draws draws) {
    long end = (history.timeline.month(target).lastDay() + 1L) * Stamps.DAY - 1;
    long longest = Math.min(DAYS_TO_AMEND * (long) Stamps.DAY, end - line.registeredAt);
    line.revision = revision;
    line.revisedAt =
        line.registeredAt + longest * revision / 3 + draws.below((int) (longest / 3) + 1);
    line.status = status;
    append(line, target);
    CsvBytes out = books.truth(Truth.AMENDMENT);
    key(out, line).comma().number(revision).comma().raw(status).comma();
    out.cell(History.fileName(DeclarationWords.DATASET, history.timeline.month(target))).comma();
    out.thousandths(line.netGrams).comma().hundredths(line.cents).comma().raw(line.currency).line();
    line.status = DeclarationLine.ACTIVE;
    books.count(status == DeclarationLine.CANCELLED ? "cancellations" : "amendments");
    if (target == month.index()) {
      books.count("amendments in the same file");
    }
  }

  private void repeat(DeclarationLine line, int target) {
    append(line, target);
    books.later(target).repeated++;
    record(Truth.REPEATED_ROW, line, target);
    books.count("repeated rows");
  }

  private void append(DeclarationLine line, int target) {
    Books.Later later = books.later(target);
    line.write(later.rows, stamps);
    later.rows.line();
    later.count++;
    if (remark != null) {
      later.remark(remark);
    }
  }

  private void record(Truth table, DeclarationLine line, int target) {
    CsvBytes out = books.truth(table);
    key(out, line).comma();
    out.cell(History.fileName(DeclarationWords.DATASET, history.timeline.month(target))).line();
  }

  private CsvBytes key(CsvBytes out, DeclarationLine line) {
    out.cell(DeclarationWords.DATASET).comma();
    line.number(out).comma().number(line.item).comma();
    return out.cell(month.name().toString());
  }

  private int delayed(Draws draws) {
    int delay = 1 + draws.below(LONGEST_DELAY);
    return Math.min(history.timeline.size() - 1, month.index() + delay);
  }

  private Planting planting(String rate, long firstRow) {
    long rows = history.request.lines();
    long count = Planting.count(history.model.parameter(rate), rows);
    return new Planting(history.request.seed(), rate.hashCode(), count, rows, firstRow);
  }
}
