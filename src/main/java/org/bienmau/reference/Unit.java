package org.bienmau.reference;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A unit that sources print, and how many base units it is.
 *
 * @param id the unit as our tables write it, for example {@code million USD}
 * @param aliases other ways of printing it
 * @param baseUnit the unit that values are kept in
 * @param factor base units in one of it
 * @param dimension money, weight, vehicles, rate, length, share or count
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Unit(
    String id,
    List<String> aliases,
    String baseUnit,
    BigDecimal factor,
    String dimension,
    String source,
    String note)
    implements Serializable {}
