package org.bienmau.job;

import java.util.Locale;

/** How a result is written to standard output. */
enum OutputFormat {
  /** For a person: aligned columns and a line that counts the rows. */
  TABLE,
  /** For a program: an array with one object per row, one to a line. */
  JSON,
  /** For a spreadsheet: RFC 4180 with a header, UTF-8. */
  CSV;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
