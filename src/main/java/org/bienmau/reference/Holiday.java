package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The first day of a lunar year, computed for one country.
 *
 * @param country {@code VN} or {@code CN}
 * @param year Gregorian year
 * @param firstDay day 1 of lunar month 1
 * @param nameVi Vietnamese name with its marks
 * @param nameEn English name
 * @param source where the computation is described
 */
public record Holiday(
    String country, int year, LocalDate firstDay, String nameVi, String nameEn, String source)
    implements Serializable {}
