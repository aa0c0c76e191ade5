package org.bienmau.job;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Runs a command as {@code Main} does and keeps what came out. */
record CommandRun(int exitCode, String out, String err) {
  static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  static CommandRun of(Path directory, Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings around =
        new Surroundings(
            new PrintWriter(out), new PrintWriter(err), environment, directory, NOON, false);
    int code = CommandTree.of(around).execute(args);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
