package org.bienmau.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.bienmau.table.Table;

/**
 * Does something for each of several tables, for each as soon as it is done for its inputs.
 *
 * <p>Small tables cost planning and committing, which one thread does alone, more than computing,
 * so several go on at once. The order in which they end changes no result.
 */
final class TableTasks {
  private static final int AT_ONCE = 3;

  private TableTasks() {}

  /**
   * Runs the task for every table.
   *
   * @throws RuntimeException the first failure in the order of the tables, once all have ended
   */
  static void run(List<Table> tables, Consumer<Table> task) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Map<Table, CompletableFuture<Void>> tasks = new HashMap<>();
      for (Table table : tables) {
        CompletableFuture<?>[] inputs =
            table.inputs().stream()
                .filter(tasks::containsKey)
                .map(tasks::get)
                .toArray(CompletableFuture[]::new);
        tasks.put(
            table, CompletableFuture.allOf(inputs).thenRunAsync(() -> task.accept(table), threads));
      }
      tables.forEach(table -> join(tasks.get(table)));
    } finally {
      threads.shutdown();
    }
  }

  private static void join(CompletableFuture<Void> task) {
    try {
      task.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
