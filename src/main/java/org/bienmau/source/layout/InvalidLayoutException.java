package org.bienmau.source.layout;

import java.util.List;

/** Layout files are not well formed; somebody has to edit them. */
public final class InvalidLayoutException extends RuntimeException {
  private final List<String> problems;

  /**
   * All that is wrong, at once.
   *
   * @param problems one phrase each, beginning with the file and the line
   */
  InvalidLayoutException(List<String> problems) {
    super(
        "Cannot use the layouts: %s.%n  - %s%nCorrect them; src/site/markdown/layouts.md tells what may stand where."
            .formatted(
                problems.size() == 1 ? "1 problem" : problems.size() + " problems",
                String.join("%n  - ".formatted(), problems)));
    this.problems = List.copyOf(problems);
  }

  /** One phrase for each problem, beginning with the file and the line. */
  public List<String> problems() {
    return problems;
  }
}
