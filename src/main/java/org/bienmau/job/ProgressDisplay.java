package org.bienmau.job;

import org.bienmau.config.ProgressStyle;
import org.bienmau.pipeline.Progress;

/** The display that fits the settings and the terminal; closed at the end of the command. */
final class ProgressDisplay implements AutoCloseable {
  private static final int USUAL_WIDTH = 80;

  private final Progress progress;

  private ProgressDisplay(Progress progress) {
    this.progress = progress;
  }

  static ProgressDisplay of(ProgressStyle style, Surroundings around) {
    return switch (style) {
      case NONE -> new ProgressDisplay(Progress.silent());
      case PLAIN -> plain(around);
      case FANCY -> fancy(around);
      case AUTO ->
          around.isTerminal() && !"dumb".equals(around.environment().getOrDefault("TERM", "dumb"))
              ? fancy(around)
              : plain(around);
    };
  }

  Progress progress() {
    return progress;
  }

  @Override
  public void close() {
    if (progress instanceof TerminalProgress terminal) {
      terminal.close();
    }
  }

  private static ProgressDisplay plain(Surroundings around) {
    return new ProgressDisplay(new PlainProgress(around.err(), around.clock()));
  }

  private static ProgressDisplay fancy(Surroundings around) {
    boolean colour = around.environment().getOrDefault("NO_COLOR", "").isEmpty();
    return new ProgressDisplay(
        new TerminalProgress(around.err(), around.clock(), colour, width(around)));
  }

  private static int width(Surroundings around) {
    String columns = around.environment().getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }
}
