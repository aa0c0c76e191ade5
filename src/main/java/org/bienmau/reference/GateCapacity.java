package org.bienmau.reference;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How many vehicles a day a gate can take, as a range.
 *
 * @param gateId the gate
 * @param direction export, import or both together
 * @param validFrom first day the row holds; null when it held before anything recorded here
 * @param validTo last day the row holds; null while it holds
 * @param low vehicles a day, lower bound
 * @param high vehicles a day, upper bound; equal to {@code low} when one number was printed
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record GateCapacity(
    String gateId,
    Direction direction,
    LocalDate validFrom,
    LocalDate validTo,
    BigDecimal low,
    BigDecimal high,
    String source,
    String note)
    implements Serializable {
  /** Whether the row holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return Validity.contains(validFrom, validTo, day);
  }
}
