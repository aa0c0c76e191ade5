package org.bienmau.source.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.bienmau.source.Contract;
import org.bienmau.source.Shape;

/** What the reader knows of a row beside its cells: its place, its day and its hashes. */
final class RowKnowledge {
  private static final Set<String> OF_FILE = Set.of(RecordColumns.FILE_ID, RecordColumns.LINE_NO);

  private final CellColumn[] columns;
  private final CellColumn[] key;
  private final LocalDays days;
  private final LocalMonths months = new LocalMonths();

  private final LongVector eventOn = new LongVector(DataTypes.DateType);
  private final StringsVector month = new StringsVector();
  private final LongVector keyHash = new LongVector(DataTypes.LongType);
  private final LongVector contentHash = new LongVector(DataTypes.LongType);
  private final LongVector line = new LongVector(DataTypes.LongType);
  private final StringsVector file = new StringsVector();

  RowKnowledge(Contract contract, CellColumn[] columns, String fileId) {
    Shape.Records records = contract.records();
    this.columns = columns;
    this.key = records.key().stream().map(name -> column(columns, name)).toArray(CellColumn[]::new);
    this.days = new LocalDays((LongVector) column(columns, records.periodColumn()).vector());
    Arrays.fill(file.values, UTF8String.fromString(fileId));
  }

  private static CellColumn column(CellColumn[] columns, String name) {
    return Arrays.stream(columns).filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** Whether a column says where a row stands, and nothing about its cells. */
  static boolean isOfFile(String column) {
    return OF_FILE.contains(column);
  }

  Optional<ColumnVector> vector(String name) {
    return Optional.ofNullable(
        switch (name) {
          case RecordColumns.EVENT_ON -> eventOn;
          case RecordColumns.MONTH -> month;
          case RecordColumns.KEY_HASH -> keyHash;
          case RecordColumns.CONTENT_HASH -> contentHash;
          case RecordColumns.LINE_NO -> line;
          case RecordColumns.FILE_ID -> file;
          default -> null;
        });
  }

  void learnLines(Rows rows) {
    System.arraycopy(rows.line, 0, line.values, 0, rows.count);
  }

  void learn(Rows rows, Refusals refusals) {
    for (int row = 0; row < rows.count; row++) {
      boolean refused = refusals.rows()[row];
      eventOn.empty[row] = refused;
      month.empty[row] = refused;
      keyHash.empty[row] = refused;
      contentHash.empty[row] = refused;
      if (!refused) {
        long day = days.of(row);
        eventOn.values[row] = day;
        month.values[row] = months.of(day);
      }
    }
    hash(keyHash.values, List.of(key), rows.count);
    hash(contentHash.values, List.of(columns), rows.count);
  }

  private static void hash(long[] hashes, List<CellColumn> cells, int count) {
    Arrays.fill(hashes, 0, count, 0);
    for (CellColumn column : cells) {
      column.addTo(hashes, count);
    }
    for (int row = 0; row < count; row++) {
      hashes[row] = Hash64.finished(hashes[row]);
    }
  }
}
