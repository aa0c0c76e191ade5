package org.bienmau.reference;

import java.io.Serializable;

/**
 * A chapter of the Harmonized System; chapters have been the same in all its editions.
 *
 * @param code two digits
 * @param nameVi Vietnamese name
 * @param nameEn English name
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record HsChapter(String code, String nameVi, String nameEn, String source, String note)
    implements Serializable {}
