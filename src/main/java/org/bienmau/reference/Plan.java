package org.bienmau.reference;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A target that an authority set.
 *
 * @param id stable id
 * @param scopeType section, gate or area
 * @param scopeId the section, gate or area
 * @param measureId measure the plan is set in, for example {@code trade_value}
 * @param direction export, import or total
 * @param regime what a trade target covers
 * @param period the time to which it applies
 * @param low target in base units of {@code unit}
 * @param high upper bound; equal to {@code low} when one number was printed
 * @param unit base unit
 * @param qualifier exact, about and so on
 * @param publishedOn day, month or year it was printed
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Plan(
    String id,
    ScopeType scopeType,
    String scopeId,
    String measureId,
    Direction direction,
    Regime regime,
    Period period,
    BigDecimal low,
    BigDecimal high,
    String unit,
    Qualifier qualifier,
    String publishedOn,
    String source,
    String note)
    implements Serializable {}
