package org.bienmau.simulate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bienmau.simulate.MonthWork.Part;
import org.bienmau.simulate.SimulationSummary.WrittenFile;
import org.bienmau.source.ContentHash;

/**
 * Puts months together in their order: appends to each file what earlier months left for it, closes
 * it, writes its provenance and keeps the books.
 */
final class Deliveries implements AutoCloseable {
  private static final String FINAL = "final";

  private final History history;
  private final Path folder;
  private final TruthFiles truth;
  private final ProvenanceFiles provenance;
  private final Yearbooks yearbooks;
  private final Map<String, Map<Integer, List<Books.Later>>> later = new HashMap<>();
  private final Map<String, Long> planted = new TreeMap<>();
  private final List<WrittenFile> written = new ArrayList<>();

  Deliveries(History history, Path folder) {
    this.history = history;
    this.folder = folder;
    this.truth = new TruthFiles(folder.resolve(Simulation.TRUTH));
    this.provenance = new ProvenanceFiles(history);
    this.yearbooks = new Yearbooks(history, folder);
  }

  /** Takes the next month in. */
  void add(MonthWork.Result result) {
    Timeline.Month month = result.month;
    truth.append(result.books);
    LocalDate delivered = history.delivery(month);
    for (int i = 0; i < result.earlier.size(); i++) {
      LocalDate day = i == 0 ? month.name().atDay(22) : month.name().plusMonths(1).atDay(2);
      close(result.earlier.get(i), day, "earlier " + (i + 1), 0, 0);
    }
    for (Part part : result.parts) {
      long repeated = appendLater(part, month);
      truth.append(part.books);
      remarks(part);
      part.books.counts().forEach((what, count) -> planted.merge(what, count, Long::sum));
      planted.merge("refused rows", part.refused, Long::sum);
      close(part.file, delivered, FINAL, part.refused, repeated);
    }
    statistics(result);
  }

  private void statistics(MonthWork.Result result) {
    yearbooks.add(result);
    int year = result.month.name().getYear();
    if (result.month.name().getMonthValue() == 12) {
      List<DeliveryFile> files = yearbooks.write(year);
      close(files.get(0), LocalDate.of(year + 1, 1, 31), FINAL, 0, 0);
      close(files.get(1), LocalDate.of(year + 1, 6, 30), FINAL, 0, 0);
      GateWorkbook workbook = yearbooks.workbook(year);
      write(
          folder.resolve(GateWorkbook.fileName(year)),
          workbook.file(year),
          workbook.rows(),
          LocalDate.of(year + 1, 6, 30));
    }
  }

  /** Writes what can only be told in the end. */
  void finish() {
    EndTruth end = new EndTruth(history);
    Books books = new Books();
    end.write(books);
    yearbooks.write(books);
    truth.append(books);
    close(RateFile.write(history, folder), history.lastDelivery(), FINAL, 0, 0);
    TruthReadme.write(history.request, folder.resolve(Simulation.TRUTH));
    planted.put("level shifts", (long) history.shocks.shifts().size());
    planted.put("anomalies", (long) history.shocks.anomalies().size());
  }

  SimulationSummary summary() {
    return new SimulationSummary(written, planted);
  }

  @Override
  public void close() {
    truth.close();
  }

  /** Appends the rows that were kept for this file, and keeps those that it has for others. */
  private long appendLater(Part part, Timeline.Month month) {
    Map<Integer, List<Books.Later>> waiting =
        later.computeIfAbsent(part.file.dataset(), any -> new HashMap<>());
    part.books
        .later()
        .forEach(
            (target, rows) -> waiting.computeIfAbsent(target, any -> new ArrayList<>()).add(rows));
    long repeated = 0;
    List<Books.Later> due = waiting.remove(month.index());
    for (Books.Later rows : due == null ? List.<Books.Later>of() : due) {
      part.file.append(rows.rows, rows.count);
      rows.remarks.forEach((code, count) -> part.books.remarks().merge(code, count, Long::sum));
      repeated += rows.repeated;
    }
    return repeated;
  }

  private void remarks(Part part) {
    CsvBytes out = new CsvBytes(256);
    part.books
        .remarks()
        .forEach(
            (code, rows) ->
                out.cell(part.file.name()).comma().cell(code).comma().number(rows).line());
    truth.append(Truth.REMARK, out);
  }

  /** Writes the workbook of a year. */
  private void write(Path path, byte[] bytes, long rows, LocalDate delivered) {
    try {
      Files.write(path, bytes, StandardOpenOption.CREATE_NEW);
      ContentHash content = ContentHash.of(new ByteArrayInputStream(bytes));
      describe(new Described(path, GateWorkbook.DATASET, rows, content), delivered, FINAL, 0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s.".formatted(path, e.getMessage()), e);
    }
  }

  private void close(
      DeliveryFile file, LocalDate delivered, String state, long refused, long repeated) {
    ContentHash content = file.close();
    describe(
        new Described(file.path(), file.dataset(), file.rows(), content),
        delivered,
        state,
        refused,
        repeated);
  }

  /** Writes the provenance of a file and keeps the books on it. */
  private void describe(
      Described file, LocalDate delivered, String state, long refused, long repeated) {
    provenance.write(file.path, file.dataset, delivered, file.content);
    String name = folder.relativize(file.path).toString().replace('\\', '/');
    written.add(new WrittenFile(name, file.dataset, file.rows, refused, file.content.bytes()));
    CsvBytes out = new CsvBytes(256);
    out.cell(name).comma().cell(file.dataset).comma().cell(delivered.toString()).comma();
    out.cell(state).comma().number(file.rows).comma().number(refused).comma();
    out.number(repeated).comma().number(file.content.bytes()).comma();
    out.cell(file.content.sha256()).line();
    truth.append(Truth.FILE, out);
  }

  /** A file that is closed. */
  private record Described(Path path, String dataset, long rows, ContentHash content) {}
}
