package org.bienmau.reference;

import java.time.LocalDate;

/**
 * What stands beside a place name in its source and helps to tell namesakes apart.
 *
 * @param scopeType {@code province}, {@code gate}, {@code region}, {@code national}, {@code
 *     section} or {@code area}; null when the source does not say
 * @param province name of the province the place lies in; null when the source does not say
 * @param date the last day the figure speaks of; null when there is none
 */
public record Hint(String scopeType, String province, LocalDate date) {
  private static final Hint NONE = new Hint(null, null, null);

  /** Blank texts count as not said. */
  public Hint {
    scopeType = scopeType == null || scopeType.isBlank() ? null : scopeType.strip();
    province = province == null || province.isBlank() ? null : province.strip();
  }

  /** Nothing but the name. */
  public static Hint none() {
    return NONE;
  }

  /** The same hint with a date. */
  public Hint on(LocalDate day) {
    return new Hint(scopeType, province, day);
  }

  /** The same hint with the name of a province. */
  public Hint inProvince(String name) {
    return new Hint(scopeType, name, date);
  }

  /** The same hint with the kind of place. */
  public Hint as(String type) {
    return new Hint(type, province, date);
  }
}
