package org.bienmau.job;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command finds around it, so that a test can give it another world.
 *
 * @param out for results, nothing else
 * @param err for progress and messages
 * @param environment the environment variables
 * @param workingDirectory what relative paths start at
 * @param clock the time
 * @param isTerminal whether a person watches {@code err}
 */
record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path workingDirectory,
    Clock clock,
    boolean isTerminal) {

  /** The name of this machine, as far as its environment knows it. */
  String host() {
    return environment.getOrDefault(
        "HOSTNAME", environment.getOrDefault("COMPUTERNAME", "localhost"));
  }
}
