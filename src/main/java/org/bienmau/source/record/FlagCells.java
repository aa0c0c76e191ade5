package org.bienmau.source.record;

import org.bienmau.source.ContractColumn;
import org.bienmau.source.ReasonCode;

/** True or false. */
final class FlagCells extends CellColumn {
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

  private final FlagVector vector = new FlagVector();

  FlagCells(ContractColumn contract, int place) {
    super(contract, place);
  }

  @Override
  FlagVector vector() {
    return vector;
  }

  @Override
  void read(Rows rows, int column, Refusals refusals) {
    boolean optional = !contract.required();
    int first = Rows.first(column);
    for (int row = 0; row < rows.count; row++) {
      int from = rows.from()[first + row];
      int to = rows.to()[first + row];
      if (optional && from == to) {
        vector.empty[row] = true;
      } else if (!isFlag(rows.bytes, from, to, row)) {
        byHand(rows, column, row, refusals);
      }
    }
  }

  private boolean isFlag(byte[] bytes, int from, int to, int row) {
    boolean isTrue = is(TRUE, bytes, from, to);
    vector.values[row] = isTrue;
    vector.empty[row] = false;
    return isTrue || is(FALSE, bytes, from, to);
  }

  private static boolean is(byte[] word, byte[] bytes, int from, int to) {
    if (to - from != word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean take(byte[] bytes, int length, int row) {
    return isFlag(bytes, 0, length, row);
  }

  @Override
  void judge(String text, int row, Refusals refusals) {
    vector.empty[row] = true;
    refuseValue(
        refusals,
        row,
        ReasonCode.NOT_TRUE_OR_FALSE,
        text,
        "which is neither true nor false; write one of them.");
  }

  @Override
  void addTo(long[] hashes, int count) {
    for (int row = 0; row < count; row++) {
      long value = vector.empty[row] ? Hash64.EMPTY : vector.values[row] ? 1 : 0;
      hashes[row] = Hash64.with(hashes[row], value);
    }
  }
}
