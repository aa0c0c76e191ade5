package org.bienmau.source.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.Reason;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.RowFaults;
import org.bienmau.source.Spelling;
import org.bienmau.source.StrictUtf8;

/**
 * Reads the cells of one column into a vector.
 *
 * <p>Each kind has a loop of its own over the rows of a batch, so that the compiler sees one way of
 * reading in it, and hands cells that are not written as they should be to {@link #byHand}.
 */
abstract class CellColumn {
  final ContractColumn contract;

  /** Its place among the contract's columns. */
  final int place;

  private final String name;

  CellColumn(ContractColumn contract, int place) {
    this.contract = contract;
    this.place = place;
    this.name = contract.name();
  }

  final String name() {
    return name;
  }

  abstract BatchVector vector();

  /**
   * Reads the cells of all rows.
   *
   * @param column its place in the file
   */
  abstract void read(Rows rows, int column, Refusals refusals);

  /** Adds its values to the hashes of the rows. */
  abstract void addTo(long[] hashes, int count);

  /**
   * Takes a cell that has been made tidy.
   *
   * @param bytes the cell, with zero bytes behind it
   * @return whether it is a value; then the vector holds it
   */
  abstract boolean take(byte[] bytes, int length, int row);

  /** Says all that is wrong with a cell that is no value. */
  abstract void judge(String text, int row, Refusals refusals);

  /** Reads a cell slowly: it may be empty, have spaces around it, or be wrong. */
  final void byHand(Rows rows, int column, int row, Refusals refusals) {
    vector().empty[row] = true;
    if (rows.state[row] != Rows.CUT) {
      return;
    }
    String received = rows.text(column, row);
    if (StrictUtf8.hasForeignBytes(received)) {
      Reason reason = RowFaults.encoding(rows.line[row], name, received);
      refusals.refuse(row, place, reason.code(), name, shown(reason.value()), reason.message());
      return;
    }
    String text = Spelling.tidyCell(received);
    if (text.isEmpty()) {
      if (contract.required()) {
        refuse(
            refusals,
            row,
            ReasonCode.REQUIRED_EMPTY,
            "",
            "Column %s is empty; every row needs it.".formatted(name));
      }
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!take(Arrays.copyOf(bytes, bytes.length + ByteWindow.SLACK), bytes.length, row)) {
      judge(text, row, refusals);
    }
  }

  /**
   * Refuses a row for its cell.
   *
   * @param what what is wrong and what to do, behind "Column x holds …"
   */
  final void refuseValue(Refusals refusals, int row, ReasonCode code, String text, String what) {
    refuse(
        refusals, row, code, text, "Column %s holds \"%s\", %s".formatted(name, shown(text), what));
  }

  final void refuse(Refusals refusals, int row, ReasonCode code, String text, String message) {
    refusals.refuse(row, place, code, name, shown(text), message);
  }

  /** A cell as others may see it. */
  private String shown(String text) {
    return contract.isPersonal() ? TextShape.of(text) : text;
  }
}
