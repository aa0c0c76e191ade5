package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a gate was from one day to another: its level, its parent and whether it worked.
 *
 * @param gateId the gate
 * @param validFrom first day the row holds; null when it held before anything recorded here
 * @param validTo last day the row holds; null while it holds
 * @param parentGateId the gate whose totals include it; null when it stands alone
 * @param level international, bilateral, auxiliary, opening, lane or planned
 * @param status open, people_only, suspended, planned or unknown
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record GateStatus(
    String gateId,
    LocalDate validFrom,
    LocalDate validTo,
    String parentGateId,
    String level,
    String status,
    String source,
    String note)
    implements Serializable {
  /** Whether the row holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return Validity.contains(validFrom, validTo, day);
  }
}
