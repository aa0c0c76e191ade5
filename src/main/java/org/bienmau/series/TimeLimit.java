package org.bienmau.series;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a computation as long as one series may take.
 *
 * <p>What counts is time on a processor, so that a series is given up on a busy machine if it is on
 * an idle one. The library cannot be stopped from outside: a computation that is given up runs to
 * its end in a thread of its own, which keeps nobody from leaving; its result is thrown away.
 *
 * @param longest processor time that it may take
 */
record TimeLimit(Duration longest) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** In nanoseconds; whoever waits takes no more than a thousandth of a processor for it. */
  private static final long SHORTEST_WAIT = 10_000_000;

  /** A computation that may refuse its series. */
  interface Work<T> extends Callable<T> {
    @Override
    T call() throws RefusedException;
  }

  /**
   * @throws RefusedException if the work refuses, fails, or takes too long
   */
  <T> T on(Work<T> work) throws RefusedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "one series");
    thread.setDaemon(true);
    thread.start();
    try {
      return result(task, thread);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw new RefusedException(
          Refusal.ENGINE_FAILED, "It failed with %s".formatted(failure.getCause()), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a series was adjusted", interrupted);
    }
  }

  private <T> T result(FutureTask<T> task, Thread thread)
      throws RefusedException, ExecutionException, InterruptedException {
    long left = longest.toNanos();
    while (true) {
      try {
        return task.get(Math.max(left, SHORTEST_WAIT), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        left = longest.toNanos() - THREADS.getThreadCpuTime(thread.getId());
        if (left <= 0) {
          throw new RefusedException(
              Refusal.TIME_LIMIT,
              "It took longer than %d ms of a processor.".formatted(longest.toMillis()),
              late);
        }
      }
    }
  }
}
