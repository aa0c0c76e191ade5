package org.bienmau.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bienmau.reference.Registers;

/**
 * Writes a simulated history: files that keep the contracts of the datasets, each with its
 * provenance, and the tables of what was planted in them.
 *
 * <p>Months are made side by side, each from its own random numbers, and put together in their
 * order, so that the bytes depend on the request, the model and the registers alone.
 */
public final class Simulation {
  /** The folder, beside the files, of states in which some of them were delivered before. */
  public static final String EARLIER = "earlier";

  /** The folder, beside the files, of what was planted; whoever takes the files in passes it by. */
  public static final String TRUTH = "_truth";

  /** What the name of every file begins with. */
  public static final String FILE_PREFIX = "simulated_";

  /** Each worker has so many months ready before they are needed. */
  private static final int MONTHS_AHEAD = 2;

  private Simulation() {}

  /** Hears how far the simulation has come. */
  @FunctionalInterface
  public interface Listener {
    /** So many of all months are written. */
    void months(int done, int of);
  }

  /**
   * Writes the files into a folder, which is made where it is missing.
   *
   * @param folder has none of the files yet
   * @throws UncheckedIOException if a file is there already or cannot be written
   */
  public static SimulationSummary write(
      SimulationRequest request,
      SimulationModel model,
      Registers registers,
      Path folder,
      Listener listener) {
    ExecutorService workers = Executors.newFixedThreadPool(request.threads());
    try {
      makeFolders(folder);
      History history = new History(request, model, registers, workers);
      try (Deliveries deliveries = new Deliveries(history, folder)) {
        write(history, deliveries, folder, workers, listener);
        return deliveries.summary();
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static void write(
      History history,
      Deliveries deliveries,
      Path folder,
      ExecutorService workers,
      Listener listener) {
    MonthWork work =
        new MonthWork(history, new DeclarationWords(history), new VisitShape(history), folder);
    Deque<Future<MonthWork.Result>> ahead = new ArrayDeque<>();
    int size = history.timeline.size();
    int begun = 0;
    for (int done = 0; done < size; done++) {
      while (begun < size && ahead.size() < history.request.threads() * MONTHS_AHEAD) {
        Timeline.Month month = history.timeline.month(begun++);
        ahead.add(workers.submit(() -> work.make(month)));
      }
      deliveries.add(History.await(ahead.remove()));
      listener.months(done + 1, size);
    }
    deliveries.finish();
  }

  private static void makeFolders(Path folder) {
    try {
      Files.createDirectories(folder.resolve(TRUTH));
      Files.createDirectories(folder.resolve(EARLIER).resolve("1"));
      Files.createDirectories(folder.resolve(EARLIER).resolve("2"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot make the folder %s: %s.".formatted(folder, e.getMessage()), e);
    }
  }
}
