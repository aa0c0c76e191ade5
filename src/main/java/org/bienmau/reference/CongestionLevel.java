package org.bienmau.reference;

import java.io.Serializable;

/**
 * An official level of congestion.
 *
 * @param id for example {@code yellow}
 * @param order 0 for the level without congestion, then counted up
 * @param nameVi Vietnamese name with its marks
 * @param nameEn English name
 * @param above the level holds when more vehicles than this wait, and no more than the next level's
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record CongestionLevel(
    String id, int order, String nameVi, String nameEn, int above, String source, String note)
    implements Serializable {}
