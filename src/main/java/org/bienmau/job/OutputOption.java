package org.bienmau.job;

import picocli.CommandLine.Option;

/** How a command that answers something writes its answer. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "How to print the answer: ${COMPLETION-CANDIDATES} (default: table).")
  private OutputFormat format;

  /** Prints the answer to standard output, and nothing else goes there. */
  void print(Answer answer, Surroundings around) {
    around.out().print(answer.as(format));
    around.out().flush();
  }
}
