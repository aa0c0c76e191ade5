package org.bienmau.job;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bienmau.pipeline.Progress;

/** One line when a step begins and one when it ends; for logs. */
final class PlainProgress implements Progress {
  private final PrintWriter err;
  private final Clock clock;
  private final Instant begin;
  private Instant stepBegin;

  PlainProgress(PrintWriter err, Clock clock) {
    this.err = err;
    this.clock = clock;
    this.begin = clock.instant();
    this.stepBegin = begin;
  }

  @Override
  public void step(String what) {
    stepBegin = clock.instant();
    line(what + " ...");
  }

  @Override
  public void parts(int done, int of) {
    // A log wants to know that a step ended, not how it is getting on.
  }

  @Override
  public void done(String what, String detail) {
    line(
        "%s done%s in %s"
            .formatted(
                what,
                detail.isEmpty() ? "" : ": " + detail,
                seconds(Duration.between(stepBegin, clock.instant()))));
  }

  @Override
  public void skipped(String what, String why) {
    line("%s skipped: %s".formatted(what, why));
  }

  @Override
  public void note(String text) {
    line(text);
  }

  private void line(String text) {
    err.printf(
        "[%7s] %s%n", seconds(Duration.between(begin, clock.instant())), TextWidth.printable(text));
    err.flush();
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
