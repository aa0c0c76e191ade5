package org.bienmau.source;

import java.util.List;

/** A contract or provenance file is not well formed; somebody has to edit it. */
public final class InvalidContractException extends RuntimeException {
  private final List<String> problems;

  /**
   * All that is wrong, at once.
   *
   * @param problems one phrase each, beginning with the path inside the file
   */
  InvalidContractException(String file, List<String> problems) {
    super(
        "Cannot use %s: %s.%n  - %s%nCorrect the file."
            .formatted(
                file,
                problems.size() == 1 ? "1 problem" : problems.size() + " problems",
                String.join("%n  - ".formatted(), problems)));
    this.problems = List.copyOf(problems);
  }

  /** One phrase for each problem, beginning with the path inside the file. */
  public List<String> problems() {
    return problems;
  }
}
