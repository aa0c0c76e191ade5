package org.bienmau.source.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.Reason;
import org.bienmau.source.SourceRow;
import org.bienmau.source.Spelling;

/**
 * Personal cells of rows that are written down on their way to the reader of records: each is
 * replaced by its hash, or by its shape where it is not what the contract asks for, so that the
 * reader, through {@link RecordReading#ofHashedCells()}, judges it as it would have judged the
 * cell.
 */
public final class PersonalText {
  /** Behind this many letters, which no shape of a text begins with, stand the hash's digits. */
  static final int MARK = 1;

  /** What the cells of this class look like. */
  static final CellForm FORM = CellForm.of("^h[0-9a-f]{%d}$".formatted(PersonalHashes.LENGTH));

  private static final String MARKED = "h";
  private static final String NOT_KEPT = MARKED + "0".repeat(PersonalHashes.LENGTH);

  private final Map<String, CellForm> forms = new HashMap<>();
  private final PersonalHashes hashes;

  private PersonalText(Contract contract, PersonalKey key) {
    contract.columns().stream()
        .filter(ContractColumn::isPersonal)
        .forEach(column -> forms.put(column.name(), CellForm.of(column)));
    this.hashes = key.isDropping() || forms.isEmpty() ? null : new PersonalHashes(key);
  }

  /**
   * For the rows of a contract.
   *
   * @throws MissingPersonalKeyException if it has personal columns, and the key neither hashes nor
   *     drops them
   */
  public static PersonalText of(Contract contract, PersonalKey key) {
    key.holdTo(contract);
    return new PersonalText(contract, key);
  }

  /** What is written for a cell; other columns' cells stay as they are. */
  public String of(String column, String cell) {
    CellForm form = forms.get(column);
    String tidy = Spelling.tidyCell(cell);
    if (form == null || tidy.isEmpty()) {
      return cell;
    }
    byte[] bytes = tidy.getBytes(StandardCharsets.UTF_8);
    if (!form.fits(bytes, 0, bytes.length)) {
      return TextShape.of(tidy);
    }
    if (hashes == null) {
      return NOT_KEPT;
    }
    byte[] padded = Arrays.copyOf(bytes, bytes.length + ByteWindow.SLACK);
    byte[] digits = hashes.of(padded, 0, bytes.length);
    return MARKED
        + new String(digits, hashes.from(), PersonalHashes.LENGTH, StandardCharsets.US_ASCII);
  }

  /** A personal cell for a person who need not know whose it is: where letters and digits stand. */
  public static String hidden(String cell) {
    return TextShape.of(cell);
  }

  /**
   * The text of a row that is refused before the reader sees it: as received, or, where it may hold
   * personal cells, its shape.
   */
  public String raw(SourceRow refused) {
    return forms.isEmpty() ? refused.raw() : TextShape.of(refused.raw());
  }

  /** Why such a row is refused, without what a personal cell reads. */
  public List<Reason> reasons(SourceRow refused) {
    return refused.faults().stream().map(this::withoutCell).toList();
  }

  private Reason withoutCell(Reason reason) {
    if (!forms.containsKey(reason.column()) || reason.value().isEmpty()) {
      return reason;
    }
    String shape = TextShape.of(reason.value());
    return new Reason(
        reason.code(), reason.column(), shape, reason.message().replace(reason.value(), shape));
  }

  /** The hash or shape in a cell of this class. */
  static String unmarked(String cell) {
    return cell.startsWith(MARKED) ? cell.substring(MARK) : cell;
  }
}
