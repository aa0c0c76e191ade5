package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * An edition of the Harmonized System as Vietnam applied it.
 *
 * @param id for example {@code HS 2022}
 * @param validFrom the first day on which Vietnam applied it; it holds until the next one does
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record HsVintage(String id, LocalDate validFrom, String source, String note)
    implements Serializable {}
