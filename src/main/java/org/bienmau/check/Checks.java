package org.bienmau.check;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs all of a table's checks in one pass over its rows. */
public final class Checks {
  private Checks() {}

  public static List<CheckResult> run(Dataset<Row> rows, List<Check> checks) {
    Column[] counts = checks.stream().map(Check::brokenRows).toArray(Column[]::new);
    Row totals = rows.agg(count(lit(1)), counts).head();
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      results.add(new CheckResult(checks.get(i), totals.getLong(i + 1), totals.getLong(0)));
    }
    return results;
  }
}
