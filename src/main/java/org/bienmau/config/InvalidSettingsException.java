package org.bienmau.config;

import java.util.List;

/** The settings cannot be used; the message names every problem at once and where it stands. */
public final class InvalidSettingsException extends RuntimeException {
  private final List<String> problems;

  InvalidSettingsException(List<String> problems) {
    super(
        "Cannot use the settings:\n  - %s\nSee jobs/bienmau config show --help for what may be set."
            .formatted(String.join("\n  - ", problems)));
    this.problems = List.copyOf(problems);
  }

  /** One sentence per problem. */
  public List<String> problems() {
    return problems;
  }
}
