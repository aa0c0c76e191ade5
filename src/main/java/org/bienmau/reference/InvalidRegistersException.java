package org.bienmau.reference;

import java.util.List;

/** The registers contradict themselves or cannot be read; somebody has to edit conf/reference. */
public final class InvalidRegistersException extends RuntimeException {
  private final List<String> problems;

  /**
   * All that is wrong, at once.
   *
   * @param problems one sentence each, beginning with file and line
   */
  public InvalidRegistersException(List<String> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each problem, beginning with file and line. */
  public List<String> problems() {
    return problems;
  }

  private static String message(List<String> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return "Cannot use the registers: " + count + ".\n  - " + String.join("\n  - ", problems);
  }
}
