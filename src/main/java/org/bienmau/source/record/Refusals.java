package org.bienmau.source.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bienmau.source.ReasonCode;

/** Everything that is found wrong with the rows of a batch. */
final class Refusals {
  private final boolean[] refused = new boolean[Rows.CAPACITY];
  private final List<RowReason> reasons = new ArrayList<>();

  void clear() {
    if (!reasons.isEmpty()) {
      Arrays.fill(refused, false);
      reasons.clear();
    }
  }

  void refuse(RowReason reason) {
    refused[reason.row()] = true;
    reasons.add(reason);
  }

  void refuse(int row, int place, ReasonCode code, String column, String value, String message) {
    refuse(new RowReason(row, place, code.name(), column, value, message));
  }

  boolean areNone() {
    return reasons.isEmpty();
  }

  /** Which rows are refused. */
  boolean[] rows() {
    return refused;
  }

  /** All reasons, row by row, in the order of the contract's columns and rules. */
  List<RowReason> inOrder() {
    reasons.sort(Comparator.comparingInt(RowReason::row).thenComparingInt(RowReason::place));
    return reasons;
  }
}
