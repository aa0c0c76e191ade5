package org.bienmau.reference;

import java.io.Serializable;
import java.math.BigDecimal;
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
 * @param borderKm length of the border line in km, which its sections add up to; null when it is
 *     not known, or the group is no stretch of the border
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
    BigDecimal borderKm,
    LocalDate validFrom,
    LocalDate validTo,
    String source,
    String note)
    implements Serializable {
  /** The kind of the one area that holds all sections. */
  static final String WHOLE_BORDER = "border";

  /** Whether the row holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return Validity.contains(validFrom, validTo, day);
  }
}
