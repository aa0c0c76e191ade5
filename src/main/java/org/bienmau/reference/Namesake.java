package org.bienmau.reference;

import java.io.Serializable;

/**
 * One of the things that share a name, so that the name alone does not decide.
 *
 * @param name the shared name
 * @param scopeType section, gate or area, also of a place that is none of ours; null for anything
 *     else
 * @param scopeId our id; null when it is none of ours
 * @param what what it is, in English
 * @param where where it lies
 * @param province province whose name tells it apart; null when none
 * @param counterpart name on the other side of the border; null when none
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Namesake(
    String name,
    ScopeType scopeType,
    String scopeId,
    String what,
    String where,
    String province,
    String counterpart,
    String source,
    String note)
    implements Serializable {}
