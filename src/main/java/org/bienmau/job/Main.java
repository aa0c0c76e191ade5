package org.bienmau.job;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The one entry point, for {@code jobs/bienmau} and for {@code spark-submit} alike.
 *
 * <p>Under Spark's launcher a returning {@code main} would end with 0 whatever happened, so the
 * process is ended here, in this one place, with the code of the command.
 */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandTree.of(surroundings()).execute(args));
  }

  private static Surroundings surroundings() {
    return new Surroundings(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        Boolean.getBoolean("bienmau.terminal"));
  }

  /** Whatever the locale says, names of places come out whole. */
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }
}
