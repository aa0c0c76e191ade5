package org.bienmau.job;

/** What the end of the process tells the shell, Airflow and spark-submit. */
public enum ExitCode {
  DONE(0, "done"),
  USAGE(2, "the command line, or a query, cannot be understood"),
  CONFIGURATION(3, "settings, registers, contracts or the installation need a correction"),
  INPUT_REFUSED(4, "an input as a whole was refused"),
  CHECK_FAILED(5, "a blocking check failed; readers keep the last release"),
  LAKE_HELD(6, "another run holds the lake; try again later"),
  STORAGE(7, "storage or cluster trouble; try again"),
  BUG(70, "a bug in Bienmau");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }

  /** What it means, without a capital letter and a period. */
  public String meaning() {
    return meaning;
  }
}
