package org.bienmau.source.record;

import org.bienmau.source.ContractColumn;
import org.bienmau.source.ReasonCode;

/** Texts of which each may be another. */
final class TextCells extends CellColumn {
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final TextVector vector = new TextVector();
  private final long[] hashes = new long[Rows.CAPACITY];
  private final CellForm form;

  TextCells(ContractColumn contract, int place) {
    super(contract, place);
    this.form = CellForm.of(contract);
  }

  @Override
  TextVector vector() {
    return vector;
  }

  @Override
  void read(Rows rows, int column, Refusals refusals) {
    vector.clear(rows.bytes);
    boolean optional = !contract.required();
    int first = Rows.first(column);
    for (int row = 0; row < rows.count; row++) {
      int from = rows.from()[first + row];
      int to = rows.to()[first + row];
      if (optional && from == to) {
        vector.empty[row] = true;
      } else if (to <= from || !isTidy(rows.bytes, from, to) || !form.fits(rows.bytes, from, to)) {
        byHand(rows, column, row, refusals);
      } else {
        vector.inWindow(row, from, to);
        hashes[row] = Hash64.of(rows.bytes, from, to);
      }
    }
  }

  /** Whether a cell is ASCII without space or control characters at its ends. */
  static boolean isTidy(byte[] bytes, int from, int to) {
    if (bytes[from] <= ' ' || bytes[to - 1] <= ' ') {
      return false;
    }
    long all = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      all |= Delimiters.word(bytes, at);
    }
    for (; at < to; at++) {
      all |= bytes[at];
    }
    return (all & HIGH_BITS) == 0;
  }

  @Override
  boolean take(byte[] bytes, int length, int row) {
    vector.copied(row, bytes, 0, length);
    hashes[row] = Hash64.of(bytes, 0, length);
    return form.fits(bytes, 0, length);
  }

  @Override
  void judge(String text, int row, Refusals refusals) {
    vector.empty[row] = true;
    refuse(
        refusals,
        row,
        ReasonCode.PATTERN_MISMATCH,
        text,
        Vocabularies.patternMessage(contract, text));
  }

  @Override
  void addTo(long[] hashes, int count) {
    for (int row = 0; row < count; row++) {
      long cell = vector.empty[row] ? Hash64.EMPTY : this.hashes[row];
      hashes[row] = Hash64.with(hashes[row], cell);
    }
  }
}
