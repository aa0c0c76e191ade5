package org.bienmau.score;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bienmau.series.Analysed;
import org.bienmau.series.Analysis;

/**
 * Planted series and groups of gates of one seed, and how the methods fare with them. The figures
 * depend on the seed and the numbers alone, not on the threads.
 */
public final class Bank {
  private final long seed;
  private final int threads;
  private final ScoreSheet sheet = new ScoreSheet();
  private int refused;

  public Bank(long seed, int threads) {
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * Analyses so many series as the tables of series do.
   *
   * @param done told the number of series that are done
   */
  public void scoreSeries(int count, IntConsumer done) {
    score(count, done, index -> series(PlantedSeries.of(seed, index)));
  }

  /** Adjusts so many groups of nine gates, and asks for the effect of an event in each. */
  public void scoreGroups(int count, IntConsumer done) {
    score(count, done, index -> Optional.of(GroupScore.of(PlantedGroup.of(seed, index))));
  }

  /** What was reached, by criterion. */
  public List<ScoreLine> lines() {
    return sheet.lines();
  }

  /** Series that the methods refused. */
  public int refused() {
    return refused;
  }

  private static Optional<ScoreSheet> series(PlantedSeries planted) {
    return Analysis.of(planted.known(), planted.registered()) instanceof Analysed analysed
        ? Optional.of(SeriesScore.of(planted, analysed))
        : Optional.empty();
  }

  private interface Scorer {
    Optional<ScoreSheet> score(int index);
  }

  private void score(int count, IntConsumer done, Scorer scorer) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Optional<ScoreSheet>>> scores =
          IntStream.range(0, count)
              .mapToObj(i -> workers.submit((Callable<Optional<ScoreSheet>>) () -> scorer.score(i)))
              .toList();
      for (int i = 0; i < count; i++) {
        scores.get(i).get().ifPresentOrElse(sheet::addAll, () -> refused++);
        done.accept(i + 1);
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("A planted series could not be scored", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while series were scored", interrupted);
    } finally {
      workers.shutdownNow();
    }
  }
}
