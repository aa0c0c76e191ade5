package org.bienmau.check;

/** How many rows were looked at and how many of them broke the rule. */
public record CheckResult(Check check, long brokenRows, long rows) {
  public boolean passed() {
    return brokenRows == 0;
  }

  /** The same check over these rows and others. */
  CheckResult plus(CheckResult others) {
    return new CheckResult(check, brokenRows + others.brokenRows, rows + others.rows);
  }
}
