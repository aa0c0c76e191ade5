package org.bienmau.reference;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A province as it was from one day to another.
 *
 * @param id stable id of the province; it may have several rows, one after the other
 * @param nameVi Vietnamese name with its marks
 * @param nameEn English name
 * @param aliases other spellings that sources print
 * @param gsoCode code of the statistics office, null when not known
 * @param isoCode ISO 3166-2 code, null when not known
 * @param validFrom first day the row holds; null when it held before anything recorded here
 * @param validTo last day the row holds; null while it holds
 * @param sectionIds border sections inside it; empty when it has no border with China
 * @param predecessors ids of the provinces it was made of
 * @param successor id of the province it became part of, null when none
 * @param population inhabitants, null when no source was read
 * @param areaKm2 area in km², null when no source was read
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Province(
    String id,
    String nameVi,
    String nameEn,
    List<String> aliases,
    String gsoCode,
    String isoCode,
    LocalDate validFrom,
    LocalDate validTo,
    List<String> sectionIds,
    List<String> predecessors,
    String successor,
    Integer population,
    BigDecimal areaKm2,
    String source,
    String note)
    implements Serializable {
  /** Whether the row holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return Validity.contains(validFrom, validTo, day);
  }
}
