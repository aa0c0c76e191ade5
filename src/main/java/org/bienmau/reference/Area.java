package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A group of sections or a region for which sources print figures of its own.
 *
 * @param id stable id, for example {@code border}
 * @param nameVi Vietnamese name with its marks
 * @param nameEn English name
 * @param aliases other spellings that sources print
 * @param kind border, national, customs_region, group or rail
 * @param members border section ids, from west to east
 * @param validFrom first day the row holds; null when it held before anything recorded here
 * @param validTo last day the row holds; null while it holds
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Area(
    String id,
    String nameVi,
    String nameEn,
    List<String> aliases,
    String kind,
    List<String> members,
    LocalDate validFrom,
    LocalDate validTo,
    String source,
    String note)
    implements Serializable {
  /** Whether the row holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return Validity.contains(validFrom, validTo, day);
  }
}
