package org.bienmau.source.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bienmau.reference.Gate;
import org.bienmau.reference.GateStatus;
import org.bienmau.reference.Registers;

/**
 * The gate of a row was open to goods on its local day. Where the register does not know, it may
 * have been.
 */
final class OpenGateCheck implements RowCheck {
  private static final Set<String> MAY_BE_OPEN = Set.of("open", "unknown");

  private final WordCells gates;
  private final LocalDays days;

  /** By gate: first and last day, again and again, between which it may have been open. */
  private final long[][] open;

  OpenGateCheck(WordCells gates, LocalDays days, Registers registers) {
    this.gates = gates;
    this.days = days;
    this.open =
        registers.gates().stream()
            .map(gate -> openDays(gate, registers.gateStatuses()))
            .toArray(long[][]::new);
  }

  private static long[] openDays(Gate gate, List<GateStatus> statuses) {
    List<Long> days = new ArrayList<>();
    statuses.stream()
        .filter(status -> status.gateId().equals(gate.id()))
        .filter(status -> MAY_BE_OPEN.contains(status.status()))
        .forEach(
            status -> {
              days.add(day(status.validFrom(), Long.MIN_VALUE));
              days.add(day(status.validTo(), Long.MAX_VALUE));
            });
    return days.stream().mapToLong(Long::longValue).toArray();
  }

  private static long day(LocalDate day, long none) {
    return day == null ? none : day.toEpochDay();
  }

  @Override
  public boolean mark(int count, boolean[] broken) {
    boolean any = false;
    WordVector words = gates.vector();
    for (int row = 0; row < count; row++) {
      if (!words.empty[row] && !days.isEmpty(row)) {
        broken[row] = !isOpen(open[(int) words.words[row].knowledge()], days.of(row));
        any |= broken[row];
      }
    }
    return any;
  }

  private static boolean isOpen(long[] stretches, long day) {
    for (int i = 0; i < stretches.length; i += 2) {
      if (day >= stretches[i] && day <= stretches[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
