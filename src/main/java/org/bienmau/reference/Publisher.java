package org.bienmau.reference;

import java.io.Serializable;

/**
 * Who prints figures, and how far the print is from the authority that counted.
 *
 * @param pattern the printed publisher it stands for; see {@link Publishers}
 * @param name name for readers
 * @param tier 1 authorities, 2 agencies and the trade, customs and party press, 3 other press, 4
 *     copies and unknown
 * @param kind authority, agency, press, mirror and so on
 * @param simulated whether its figures are made up; they never meet those of a real one
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Publisher(
    String pattern,
    String name,
    int tier,
    String kind,
    boolean simulated,
    String source,
    String note)
    implements Serializable {}
