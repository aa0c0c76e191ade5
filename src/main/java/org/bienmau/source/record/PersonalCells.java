package org.bienmau.source.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.Spelling;
import org.bienmau.source.StrictUtf8;

/** Cells that say who somebody is; what they say ends here. */
final class PersonalCells extends CellColumn {
  private final TextVector vector = new TextVector();
  private final CellForm form;
  private final PersonalHashes hashes;
  private final boolean areHashed;

  /**
   * @param areHashed whether the cells are what {@link PersonalText} makes of them
   */
  PersonalCells(ContractColumn contract, int place, PersonalKey key, boolean areHashed) {
    super(contract, place);
    this.form = areHashed ? PersonalText.FORM : CellForm.of(contract);
    this.hashes = key.isDropping() ? null : new PersonalHashes(key);
    this.areHashed = areHashed;
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
      } else if (to <= from
          || !TextCells.isTidy(rows.bytes, from, to)
          || !form.fits(rows.bytes, from, to)) {
        byHand(rows, column, row, refusals);
      } else {
        replace(rows.bytes, from, to, row);
      }
    }
  }

  private void replace(byte[] bytes, int from, int to, int row) {
    if (hashes == null) {
      vector.empty[row] = true;
    } else if (areHashed) {
      vector.copied(row, bytes, from + PersonalText.MARK, to);
    } else {
      byte[] digits = hashes.of(bytes, from, to);
      vector.copied(row, digits, hashes.from(), hashes.from() + PersonalHashes.LENGTH);
    }
  }

  @Override
  boolean take(byte[] bytes, int length, int row) {
    replace(bytes, 0, length, row);
    return form.fits(bytes, 0, length);
  }

  @Override
  void judge(String text, int row, Refusals refusals) {
    vector.empty[row] = true;
    String shape = TextShape.of(text);
    refuse(
        refusals,
        row,
        ReasonCode.PATTERN_MISMATCH,
        text,
        Vocabularies.patternMessage(contract, shape));
  }

  /** Personal cells are no part of what rows are compared by. */
  @Override
  void addTo(long[] rowHashes, int count) {}

  /** What stands for the cell in the text of a refused row. */
  String instead(Rows rows, int column, int row) {
    String received = rows.text(column, row);
    if (hashes == null) {
      return "";
    }
    if (areHashed) {
      return PersonalText.unmarked(received);
    }
    if (StrictUtf8.hasForeignBytes(received)) {
      return TextShape.of(StrictUtf8.shown(received));
    }
    byte[] tidy = Spelling.tidyCell(received).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(tidy, tidy.length + ByteWindow.SLACK);
    byte[] digits = hashes.of(padded, 0, tidy.length);
    return new String(digits, hashes.from(), PersonalHashes.LENGTH, StandardCharsets.US_ASCII);
  }
}
