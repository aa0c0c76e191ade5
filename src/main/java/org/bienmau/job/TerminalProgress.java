package org.bienmau.job;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bienmau.pipeline.Progress;

/**
 * One line per step, which counts the seconds while the step runs; for a person at a terminal.
 *
 * <p>The line under way is overwritten with a carriage return and spaces only, which every terminal
 * understands; colour is the one thing that needs more and can be left out.
 */
final class TerminalProgress implements Progress, AutoCloseable {
  private static final String[] FRAMES = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
  private static final int BAR = 16;

  private final PrintWriter err;
  private final Clock clock;
  private final boolean colour;
  private final int width;
  private final ScheduledExecutorService ticker;
  private String step = "";
  private String parts = "";
  private Instant stepBegin;
  private int frame;
  private int shown;

  TerminalProgress(PrintWriter err, Clock clock, boolean colour, int width) {
    this.err = err;
    this.clock = clock;
    this.colour = colour;
    this.width = width;
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    ticker.scheduleAtFixedRate(this::tick, 100, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void step(String what) {
    step = TextWidth.printable(what);
    parts = "";
    stepBegin = clock.instant();
    tick();
  }

  @Override
  public synchronized void parts(int done, int of) {
    int filled = of == 0 ? BAR : BAR * done / of;
    parts = "  %s%s %d of %d".formatted("━".repeat(filled), "┄".repeat(BAR - filled), done, of);
  }

  @Override
  public synchronized void done(String what, String detail) {
    String time =
        stepBegin == null
            ? ""
            : PlainProgress.seconds(Duration.between(stepBegin, clock.instant()));
    finish("32", "✓", what, detail, time);
  }

  @Override
  public synchronized void skipped(String what, String why) {
    finish("2", "·", what, why, "");
  }

  @Override
  public synchronized void note(String text) {
    clear();
    err.println(painted("33", "!") + " " + TextWidth.printable(text));
    err.flush();
  }

  /** Leaves the line of a step that did not end where it can be read, marked as broken off. */
  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (!step.isEmpty()) {
      finish("31", "✗", step, "", "");
    }
  }

  private void finish(String code, String mark, String what, String detail, String time) {
    clear();
    String name = TextWidth.printable(what);
    String text = detail.isEmpty() ? name : TextWidth.left(name, 32) + " " + detail;
    int room = Math.max(0, width - 12);
    err.println(
        painted(code, mark)
            + " "
            + (time.isEmpty()
                ? text
                : TextWidth.left(text, room) + " " + painted("2", TextWidth.right(time, 8))));
    err.flush();
    step = "";
    stepBegin = null;
  }

  private synchronized void tick() {
    if (step.isEmpty()) {
      return;
    }
    String time = PlainProgress.seconds(Duration.between(stepBegin, clock.instant()));
    frame = (frame + 1) % FRAMES.length;
    String line = "%s %s%s  %s".formatted(FRAMES[frame], step, parts, time);
    if (TextWidth.of(line) >= width) {
      line = "%s %s".formatted(FRAMES[frame], time);
    }
    int now = TextWidth.of(line);
    err.print("\r" + line + " ".repeat(Math.max(0, shown - now)));
    err.flush();
    shown = now;
  }

  private void clear() {
    err.print("\r" + " ".repeat(shown) + "\r");
    shown = 0;
  }

  private String painted(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
