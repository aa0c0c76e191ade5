package org.bienmau.job;

/** What the user asked for cannot be done as asked; the message says what to do instead. */
final class RefusedException extends RuntimeException {
  private final ExitCode exitCode;

  RefusedException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  RefusedException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
