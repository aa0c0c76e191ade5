package org.bienmau.reference;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An average exchange rate.
 *
 * @param kind month or year
 * @param start first day
 * @param end last day
 * @param base currency of which one unit is priced
 * @param quote currency of the price
 * @param rate units of {@code quote} for one {@code base}
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record FxRate(
    String kind,
    LocalDate start,
    LocalDate end,
    String base,
    String quote,
    BigDecimal rate,
    String source,
    String note)
    implements Serializable {}
