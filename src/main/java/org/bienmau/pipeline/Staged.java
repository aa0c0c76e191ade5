package org.bienmau.pipeline;

import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.check.Checks.Audit;

/**
 * A table as a build leaves it, before it is published.
 *
 * @param rows all its rows
 * @param computed which part of it was computed anew
 * @param fresh the rows of that part
 * @param changed which part differs from the last release
 * @param total how many rows it has and their content hash
 * @param audit what the checks said of the fresh rows
 * @param madeOf fingerprint of what it was computed from
 */
record Staged(
    Supplier<Dataset<Row>> rows,
    Scope computed,
    Dataset<Row> fresh,
    Scope changed,
    Audit total,
    Audit audit,
    String madeOf) {

  /** Whether the checks let it be published. */
  boolean isGood() {
    return audit.blocking().isEmpty();
  }
}
