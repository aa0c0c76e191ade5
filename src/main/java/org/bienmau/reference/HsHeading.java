package org.bienmau.reference;

import java.io.Serializable;

/**
 * A heading of the Harmonized System that came or went with an edition; all others are in every
 * edition.
 *
 * @param code four digits
 * @param firstVintage the first edition that has it; null when all earlier ones have it too
 * @param lastVintage the last edition that has it; null while it is in the newest
 * @param nameVi Vietnamese name
 * @param nameEn English name
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record HsHeading(
    String code,
    String firstVintage,
    String lastVintage,
    String nameVi,
    String nameEn,
    String source,
    String note)
    implements Serializable {}
