package org.bienmau.source.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bienmau.reference.Registers;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FigureJudge;
import org.bienmau.source.Judgement;
import org.bienmau.source.Reason;
import org.bienmau.source.SourceRow;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.source.record.PersonalText;
import org.bienmau.source.record.RecordReading;
import org.bienmau.source.record.RecordTrial;

/**
 * What a layout makes of a file, and what an ingest would say of each row, found without a lake.
 *
 * @param rows the rows of the contract's table, personal cells hidden
 * @param uses what the columns of the file are used for
 * @param tally what became of the file's rows, as a sentence
 * @param isWhole whether the file was read to its end
 */
public record LayoutTrial(List<Row> rows, List<ColumnUse> uses, String tally, boolean isWhole) {
  /** Somebody who writes a layout looks at no more rows than these. */
  private static final int MOST_ROWS = 100_000;

  public LayoutTrial {
    rows = List.copyOf(rows);
    uses = List.copyOf(uses);
  }

  /**
   * A row of the contract's table.
   *
   * @param cells by column
   * @param reasons why it would be refused; none for a row that would be accepted
   */
  public record Row(long line, String origin, Map<String, String> cells, List<Reason> reasons) {
    /** Whether an ingest would refuse it. */
    public boolean isRefused() {
      return !reasons.isEmpty();
    }
  }

  /**
   * Tries a layout on a file.
   *
   * @param accessed the day on which the file was read at its source
   * @param told what is known of the file besides, by column
   * @throws org.bienmau.source.SourceDataException if the file is not what the layout is for
   */
  public static LayoutTrial of(
      String name,
      FileContent content,
      Layout layout,
      ContractSet contracts,
      Registers registers,
      LocalDate accessed,
      Map<String, String> told)
      throws IOException {
    Contract contract = contracts.ofDataset(layout.dataset());
    try (LaidOutFile file = LaidOutFile.open(name, content, layout, contract, told)) {
      List<SourceRow> made = new ArrayList<>();
      Iterator<SourceRow> rows = file.iterator();
      while (rows.hasNext() && made.size() < MOST_ROWS) {
        made.add(rows.next());
      }
      boolean isWhole = !rows.hasNext();
      Map<Long, List<Reason>> refused =
          contract.isOfRecords()
              ? refusedRecords(name, made, contract, contracts, registers)
              : refusedStatements(made, new FigureJudge(contract, registers, accessed));
      PersonalText personal = PersonalText.of(contract, PersonalKey.dropping());
      return new LayoutTrial(
          made.stream().map(row -> row(row, contract, personal, refused)).toList(),
          file.uses(),
          file.tally(),
          isWhole);
    }
  }

  private static Row row(
      SourceRow made, Contract contract, PersonalText personal, Map<Long, List<Reason>> refused) {
    Map<String, String> cells = new HashMap<>();
    for (ContractColumn column : contract.columns()) {
      String cell = made.cell(column.name());
      cells.put(column.name(), column.isPersonal() ? PersonalText.hidden(cell) : cell);
    }
    List<Reason> reasons =
        refused.containsKey(made.line()) ? refused.get(made.line()) : personal.reasons(made);
    return new Row(made.line(), made.origin(), cells, reasons);
  }

  private static Map<Long, List<Reason>> refusedStatements(
      List<SourceRow> rows, FigureJudge judge) {
    Map<Long, List<Reason>> refused = new HashMap<>();
    for (SourceRow row : rows) {
      if (judge.judge(row) instanceof Judgement.Rejected rejected) {
        refused.put(row.line(), rejected.reasons());
      }
    }
    return refused;
  }

  private static Map<Long, List<Reason>> refusedRecords(
      String name,
      List<SourceRow> rows,
      Contract contract,
      ContractSet contracts,
      Registers registers)
      throws IOException {
    PersonalKey nobody = PersonalKey.dropping();
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    new CanonicalCsv(contract, PersonalText.of(contract, nobody))
        .write(rows, csv, OutputStream.nullOutputStream());
    return RecordTrial.refused(
        RecordReading.of(contract, registers, nobody).ofHashedCells(),
        contracts,
        name,
        csv.toByteArray());
  }
}
