package org.bienmau.source.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.bienmau.source.ContractRule;
import org.bienmau.source.Reason;
import org.bienmau.source.RowFaults;
import org.bienmau.source.Spelling;
import org.bienmau.source.StrictUtf8;

/** Holds rows to the rules about several cells, and writes down what becomes of each row. */
final class RowJudge {
  private record Checked(ContractRule rule, RowCheck check, int place) {}

  private final CellColumn[] columns;
  private final int[] placesInFile;
  private final List<Checked> rules = new ArrayList<>();
  private final boolean[] broken = new boolean[Rows.CAPACITY];
  private final long[] warnings = new long[Rows.CAPACITY];
  private final Map<Long, UTF8String> remarkTexts = new HashMap<>();
  private final boolean hasPersonal;

  private final OutcomeVector outcomes;
  private final ReasonsVector reasons = new ReasonsVector(RecordColumns.REASONS_TYPE);
  private final StringsVector remarks = new StringsVector();
  private final StringsVector raw = new StringsVector();

  RowJudge(RecordReading reading, CellColumn[] columns, int[] placesInFile) {
    this.columns = columns;
    this.placesInFile = placesInFile;
    this.outcomes = new OutcomeVector();
    Map<String, CellColumn> byName =
        Arrays.stream(columns).collect(Collectors.toMap(CellColumn::name, column -> column));
    RowChecks checks = new RowChecks(byName, reading.registers());
    for (ContractRule rule : reading.rowRules()) {
      rules.add(
          new Checked(rule, checks.of(rule.ofRows().orElseThrow()), columns.length + rules.size()));
    }
    this.hasPersonal = Arrays.stream(columns).anyMatch(column -> column.contract.isPersonal());
  }

  Optional<ColumnVector> vector(String name) {
    return Optional.ofNullable(
        switch (name) {
          case RecordColumns.ROW_OUTCOME -> outcomes;
          case RecordColumns.REASONS -> reasons;
          case RecordColumns.REMARKS -> remarks;
          case RecordColumns.RAW -> raw;
          default -> null;
        });
  }

  void judge(Rows rows, Refusals refusals) {
    refuseUncut(rows, refusals);
    boolean warned = holdToRules(rows, refusals);
    outcomes.set(refusals.rows());
    Arrays.fill(remarks.empty, 0, rows.count, true);
    Arrays.fill(raw.empty, 0, rows.count, true);
    reasons.clear();
    if (warned) {
      remark(rows, refusals);
    }
    if (!refusals.areNone()) {
      writeDown(rows, refusals);
    }
  }

  private static void refuseUncut(Rows rows, Refusals refusals) {
    for (int row = 0; rows.uncut > 0 && row < rows.count; row++) {
      if (rows.state[row] != Rows.CUT) {
        Reason reason =
            rows.state[row] == Rows.WRONG_QUOTING
                ? RowFaults.quoting(rows.line[row])
                : RowFaults.cellCount(rows.line[row], rows.cells[row], rows.columns());
        refusals.refuse(row, -1, reason.code(), "", "", reason.message());
      }
    }
  }

  /** Whether any row is warned of anything. */
  private boolean holdToRules(Rows rows, Refusals refusals) {
    boolean warned = false;
    for (int i = 0; i < rules.size(); i++) {
      Checked rule = rules.get(i);
      if (rule.check.mark(rows.count, broken)) {
        for (int row = 0; row < rows.count; row++) {
          if (broken[row] && rule.rule.refuses()) {
            refusals.refuse(reason(rule, rows, row));
          } else if (broken[row]) {
            warnings[row] |= 1L << i;
            warned = true;
          }
        }
        Arrays.fill(broken, 0, rows.count, false);
      }
    }
    return warned;
  }

  private RowReason reason(Checked rule, Rows rows, int row) {
    List<String> names = rule.rule.ofRows().orElseThrow().columns();
    List<String> cells = new ArrayList<>();
    for (String name : names) {
      cells.add("%s is \"%s\"".formatted(name, cell(name, rows, row)));
    }
    return new RowReason(
        row,
        rule.place,
        rule.rule.name(),
        names.get(0),
        cell(names.get(0), rows, row),
        "%s Here %s.".formatted(rule.rule.description(), String.join(", ", cells)));
  }

  private String cell(String name, Rows rows, int row) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].name().equals(name)) {
        return Spelling.tidyCell(StrictUtf8.shown(rows.text(placesInFile[i], row)));
      }
    }
    return "";
  }

  private void remark(Rows rows, Refusals refusals) {
    for (int row = 0; row < rows.count; row++) {
      if (warnings[row] != 0 && !refusals.rows()[row]) {
        remarks.set(row, remarkTexts.computeIfAbsent(warnings[row], this::remarkText));
      }
      warnings[row] = 0;
    }
  }

  private UTF8String remarkText(long which) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if ((which >> i & 1) == 1) {
        codes.add(rules.get(i).rule.name());
      }
    }
    return UTF8String.fromString(String.join(" ", codes));
  }

  private void writeDown(Rows rows, Refusals refusals) {
    for (RowReason reason : refusals.inOrder()) {
      reasons.add(reason.row(), reason);
      if (raw.empty[reason.row()]) {
        raw.set(reason.row(), UTF8String.fromString(text(rows, reason.row())));
      }
    }
    for (CellColumn column : columns) {
      boolean[] empty = column.vector().empty;
      for (int row = 0; row < rows.count; row++) {
        empty[row] |= refusals.rows()[row];
      }
    }
  }

  /** A refused row's text, in which nobody can be recognised. */
  private String text(Rows rows, int row) {
    if (!hasPersonal) {
      return rows.raw(row);
    }
    if (rows.state[row] != Rows.CUT) {
      return TextShape.of(rows.raw(row));
    }
    String[] instead = new String[rows.columns()];
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] instanceof PersonalCells personal) {
        instead[placesInFile[i]] = personal.instead(rows, placesInFile[i], row);
      }
    }
    return rows.raw(row, instead);
  }
}
