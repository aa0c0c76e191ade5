package org.bienmau.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes all files of one month, up to the rows that other months add to them. */
final class MonthWork {
  private final History history;
  private final DeclarationWords words;
  private final VisitShape shape;
  private final Path folder;

  MonthWork(History history, DeclarationWords words, VisitShape shape, Path folder) {
    this.history = history;
    this.words = words;
    this.shape = shape;
    this.folder = folder;
  }

  Result make(Timeline.Month month) {
    Result result = new Result(month);
    MonthFlow flow = history.demand.month(month);
    declarations(flow, result);
    MonthTruth truth = new MonthTruth(history, flow);
    truth.write(result.books);
    truth.write(result.books, result.settled);
    if (history.request.crossings() > 0) {
      Part crossings = part(Visit.DATASET, Visit.HEADER, month, result);
      CrossingMonth visits =
          new CrossingMonth(history, shape, month, crossings.file, crossings.books);
      visits.write();
      crossings.refused = visits.refused();
      Part counts = part(CountMonth.DATASET, CountMonth.HEADER, month, result);
      CountMonth days = new CountMonth(history, shape, month, counts.file, counts.books);
      days.write();
      counts.refused = days.refused();
    }
    return result;
  }

  private void declarations(MonthFlow flow, Result result) {
    Part part = part(DeclarationWords.DATASET, DeclarationLine.HEADER, flow.month, result);
    Redelivery redelivery = redelivery(flow.month);
    DeclarationBooks books =
        new DeclarationBooks(history, words, flow.month, part.file, redelivery, part.books);
    new DeclarationMonth(history, words, flow, books).write();
    books.close();
    part.refused = books.refused();
    result.settled = books.settled;
    result.first = books.first;
    for (DeliveryFile earlier : redelivery.files()) {
      result.earlier.add(earlier);
    }
  }

  private Redelivery redelivery(Timeline.Month month) {
    int every = (int) history.model.parameter("redelivered_every");
    int first = (int) history.model.parameter("month_of_first_redelivery");
    if (every == 0 || month.index() < first || (month.index() - first) % every != 0) {
      return Redelivery.NONE;
    }
    String name = History.fileName(DeclarationWords.DATASET, month);
    return Redelivery.of(
        file(folder.resolve(Simulation.EARLIER).resolve("1").resolve(name)),
        file(folder.resolve(Simulation.EARLIER).resolve("2").resolve(name)),
        month);
  }

  private static DeliveryFile file(Path path) {
    return new DeliveryFile(path, DeclarationWords.DATASET, DeclarationLine.HEADER);
  }

  private Part part(String dataset, String header, Timeline.Month month, Result result) {
    DeliveryFile file =
        new DeliveryFile(folder.resolve(History.fileName(dataset, month)), dataset, header);
    Part part = new Part(file, new Books());
    result.parts.add(part);
    return part;
  }

  /** The files of a month that are still open, and its books. */
  static final class Result {
    final Timeline.Month month;
    final List<Part> parts = new ArrayList<>();
    final List<DeliveryFile> earlier = new ArrayList<>();
    final Books books = new Books();
    Tally settled;
    Tally first;

    Result(Timeline.Month month) {
      this.month = month;
    }
  }

  /** One file with its books. */
  static final class Part {
    final DeliveryFile file;
    final Books books;
    long refused;

    Part(DeliveryFile file, Books books) {
      this.file = file;
      this.books = books;
    }
  }
}
