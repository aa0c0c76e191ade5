package org.bienmau.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Looks at all rows of a table once: counts them, sums them up and runs every check. */
public final class Checks {
  private Checks() {}

  /** Runs the checks in one pass over the rows. */
  public static Audit audit(Dataset<Row> rows, List<Check> checks) {
    List<Column> totals = new ArrayList<>();
    totals.add(contentHash(rows));
    checks.forEach(check -> totals.add(check.brokenRows()));
    Row found = rows.agg(count(lit(1)), totals.toArray(Column[]::new)).head();
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      results.add(new CheckResult(checks.get(i), found.getLong(i + 2), found.getLong(0)));
    }
    return new Audit(found.getLong(0), found.getString(1), results);
  }

  /**
   * The same for the same rows in any order. A sum of hashes, not an exclusive or: two equal rows
   * must not cancel each other out.
   */
  private static Column contentHash(Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(rows.columns()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
    Column hash = xxhash64(columns).cast(DataTypes.createDecimalType(38, 0));
    return coalesce(sum(hash), lit(0)).cast("string");
  }

  /**
   * What one look at a table's rows found.
   *
   * @param rows how many there are
   * @param contentHash equal for equal rows, whatever their order
   */
  public record Audit(long rows, String contentHash, List<CheckResult> results) {
    /** The results of broken rules that block publication. */
    public List<CheckResult> blocking() {
      return results.stream()
          .filter(result -> !result.passed())
          .filter(result -> result.check().severity() == Check.Severity.BLOCKS)
          .toList();
    }
  }
}
