package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Something dated that may have changed flows.
 *
 * @param id stable id
 * @param start first day, or first day of the month or year
 * @param end last day; null when open or not known
 * @param precision day, range, month or year: how exactly the dates are known
 * @param scopeType section, gate or area
 * @param scopeIds the sections, gates or areas it touched
 * @param kind what it was, for example closure_pandemic
 * @param effect what it did to the flow
 * @param labelVi one Vietnamese sentence
 * @param labelEn one English sentence
 * @param source page address or document that says so
 * @param confidence high, medium or low
 * @param note doubts and remarks; empty when there are none
 */
public record Event(
    String id,
    LocalDate start,
    LocalDate end,
    String precision,
    ScopeType scopeType,
    List<String> scopeIds,
    String kind,
    String effect,
    String labelVi,
    String labelEn,
    String source,
    String confidence,
    String note)
    implements Serializable {

  /** Whether it was a holiday, which calendars know by themselves. */
  public boolean isHoliday() {
    return kind.equals("holiday");
  }

  /** Whether nothing but its year is known. */
  public boolean isKnownByYearOnly() {
    return precision.equals("year");
  }
}
