package org.bienmau.reference;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One of the constant stretches of the border, ordered from west to east.
 *
 * <p>Provinces merge and are renamed; sections never change, so series are kept by section.
 *
 * @param id stable id, for example {@code lao_cai}
 * @param order 1 in the west
 * @param nameVi Vietnamese name with its marks
 * @param nameEn English name
 * @param borderKm length of the border with China in km
 * @param faces the region on the other side, for example {@code yunnan}; {@code both} where several
 *     meet
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Section(
    String id,
    int order,
    String nameVi,
    String nameEn,
    BigDecimal borderKm,
    String faces,
    String source,
    String note)
    implements Serializable {}
