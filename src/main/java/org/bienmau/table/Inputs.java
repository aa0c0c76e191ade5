package org.bienmau.table;

import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables that one computation declared as its inputs, and no others. */
public final class Inputs {
  private final Table reader;
  private final Function<Table, Dataset<Row>> source;

  public Inputs(Table reader, Function<Table, Dataset<Row>> source) {
    this.reader = reader;
    this.source = source;
  }

  public Dataset<Row> read(Table table) {
    if (!reader.inputs().contains(table)) {
      throw new IllegalStateException(
          "Cannot read %s while computing %s: it is not among its declared inputs %s. Add it to from(...) in %s."
              .formatted(
                  table.id(),
                  reader.id(),
                  reader.inputs().stream().map(Table::id).toList(),
                  reader.id()));
    }
    return source.apply(table);
  }
}
