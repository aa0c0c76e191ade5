package org.bienmau.source.record;

import java.util.List;
import org.bienmau.reference.HsCodes;
import org.bienmau.reference.HsVintage;

/**
 * The HS code of a row existed on its local day. Days before the first registered edition are let
 * pass.
 */
final class HsInForceCheck implements RowCheck {
  private final WordCells codes;
  private final LocalDays days;
  private final long[] firstDays;

  HsInForceCheck(WordCells codes, LocalDays days, HsCodes register) {
    this.codes = codes;
    this.days = days;
    List<HsVintage> vintages = register.vintages();
    this.firstDays =
        vintages.stream().mapToLong(vintage -> vintage.validFrom().toEpochDay()).toArray();
  }

  @Override
  public boolean mark(int count, boolean[] broken) {
    boolean any = false;
    WordVector words = codes.vector();
    for (int row = 0; row < count; row++) {
      // Nearly all codes are in every edition: then no bit is missing.
      if (!words.empty[row] && words.words[row].knowledge() != -1 && !days.isEmpty(row)) {
        int edition = edition(days.of(row));
        broken[row] = edition >= 0 && (words.words[row].knowledge() >> edition & 1) == 0;
        any |= broken[row];
      }
    }
    return any;
  }

  private int edition(long day) {
    int edition = firstDays.length - 1;
    while (edition >= 0 && day < firstDays[edition]) {
      edition--;
    }
    return edition;
  }
}
