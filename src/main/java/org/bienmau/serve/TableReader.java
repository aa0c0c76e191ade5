package org.bienmau.serve;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.Table;

/** Hands out the rows of a table as one release holds them. */
@FunctionalInterface
public interface TableReader {
  /** The rows of a table, with its declared columns. */
  Dataset<Row> read(Table table);
}
