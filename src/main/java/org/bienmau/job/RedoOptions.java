package org.bienmau.job;

import java.time.YearMonth;
import org.bienmau.pipeline.Redo;
import picocli.CommandLine.Option;

/** What a build computes again although nothing has changed. */
final class RedoOptions {
  private static final YearMonth FIRST = YearMonth.of(1, 1);
  private static final YearMonth LAST = YearMonth.of(9999, 12);

  @Option(
      names = "--from",
      paramLabel = "MONTH",
      description = "Compute tables by month again from this month on, for example 2024-03.")
  private YearMonth from;

  @Option(
      names = "--to",
      paramLabel = "MONTH",
      description = "Compute tables by month again up to this month.")
  private YearMonth to;

  @Option(names = "--full", description = "Compute all tables again as a whole.")
  private boolean full;

  Redo redo() {
    if (full && (from != null || to != null)) {
      throw new RefusedException(
          ExitCode.USAGE, "Cannot build: --full means all months. Leave out --from and --to.");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw new RefusedException(
          ExitCode.USAGE,
          "Cannot build from %s to %s: the first month comes after the last.".formatted(from, to));
    }
    if (full) {
      return Redo.all();
    }
    return from == null && to == null
        ? Redo.nothing()
        : Redo.months(from == null ? FIRST : from, to == null ? LAST : to);
  }
}
