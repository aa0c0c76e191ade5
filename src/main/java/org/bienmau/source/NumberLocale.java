package org.bienmau.source;

/** Which marks a file's numbers use to group thousands and to begin decimals. */
public enum NumberLocale {
  /** Vietnamese: {@code 1.449,566}. */
  VI('.', ','),
  /** English and machines: {@code 1,449.566}. */
  EN(',', '.'),
  /** Nobody declared it, so a text with two readings is an error and never a guess. */
  UNDECLARED('\0', '\0');

  private final char grouping;
  private final char decimal;

  NumberLocale(char grouping, char decimal) {
    this.grouping = grouping;
    this.decimal = decimal;
  }

  char grouping() {
    return grouping;
  }

  char decimal() {
    return decimal;
  }
}
