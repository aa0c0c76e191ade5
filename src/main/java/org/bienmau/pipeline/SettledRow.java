package org.bienmau.pipeline;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.bronze.StatementDataset;
import org.bienmau.source.Reason;
import org.bienmau.source.SourceRow;
import org.bienmau.table.TableColumn;

/**
 * A row of which is known what becomes of it.
 *
 * @param statementKey null for a refused row
 * @param reasons why it is refused; empty for the others
 */
record SettledRow(
    SourceRow row, Outcome outcome, String statementKey, String contentHash, List<Reason> reasons) {

  /** What becomes of a row; every row has exactly one. */
  enum Outcome {
    ACCEPTED("accepted"),
    QUARANTINED("quarantined"),
    DUPLICATE("duplicate");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  Row bronze(String fileId, StatementDataset dataset) {
    Object[] cells = new Object[7 + dataset.cells().size()];
    cells[0] = fileId;
    cells[1] = row.line();
    cells[2] = outcome.id();
    cells[3] = statementKey;
    cells[4] = contentHash;
    cells[5] = row.raw();
    cells[6] = row.origin();
    int next = 7;
    for (TableColumn column : dataset.cells()) {
      cells[next++] = row.cells().get(column.name());
    }
    return RowFactory.create(cells);
  }

  Row quarantine(String fileId, String dataset, String fileName) {
    List<Row> why =
        reasons.stream()
            .map(r -> RowFactory.create(r.code().name(), r.column(), r.value(), r.message()))
            .toList();
    return RowFactory.create(
        fileId, dataset, fileName, row.line(), row.origin(), row.raw(), why.toArray(Row[]::new));
  }
}
