package org.bienmau.reference;

import java.time.LocalDate;

/** Questions about a stretch of days whose open ends are null. */
final class Validity {
  private Validity() {}

  static boolean contains(LocalDate from, LocalDate to, LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
