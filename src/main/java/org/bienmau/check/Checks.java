package org.bienmau.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Looks at all rows of a table once: counts them, sums them up and runs every check. */
public final class Checks {
  private Checks() {}

  /** Runs the checks in one pass over the rows. */
  public static Audit audit(Dataset<Row> rows, List<Check> checks) {
    return audit(rows.agg(count(lit(1)), totals(rows, checks)).head(), 0, checks);
  }

  /**
   * Runs the checks for each value of a column, in one pass over the rows. What no rule compares
   * across the values adds up to what {@link #audit} says of all rows.
   */
  public static Map<String, Audit> auditEach(Dataset<Row> rows, Column part, List<Check> checks) {
    Map<String, Audit> audits = new TreeMap<>();
    for (Row found : rows.groupBy(part).agg(count(lit(1)), totals(rows, checks)).collectAsList()) {
      audits.put(found.getString(0), audit(found, 1, checks));
    }
    return audits;
  }

  private static Column[] totals(Dataset<Row> rows, List<Check> checks) {
    List<Column> totals = new ArrayList<>();
    totals.add(contentHash(rows));
    checks.forEach(check -> totals.add(check.brokenRows()));
    return totals.toArray(Column[]::new);
  }

  /** Reads what was found from a column on: the rows, their hash, and the broken rows by check. */
  private static Audit audit(Row found, int from, List<Check> checks) {
    long rows = found.getLong(from);
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      results.add(new CheckResult(checks.get(i), found.getLong(from + i + 2), rows));
    }
    return new Audit(rows, found.getString(from + 1), results);
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
    public Audit {
      results = List.copyOf(results);
    }

    /** No rows, of which none can break a rule. */
    public static Audit ofNone(List<Check> checks) {
      return new Audit(0, "0", checks.stream().map(check -> new CheckResult(check, 0, 0)).toList());
    }

    /** What one look at these and other rows, by the same checks, would have found. */
    public Audit plus(Audit others) {
      List<CheckResult> sums = new ArrayList<>();
      for (int i = 0; i < results.size(); i++) {
        sums.add(results.get(i).plus(others.results.get(i)));
      }
      return new Audit(rows + others.rows, sum(contentHash, others.contentHash, 1), sums);
    }

    /** How many rows there are and what their hash is without others that are among them. */
    public Audit without(Audit others) {
      return new Audit(rows - others.rows, sum(contentHash, others.contentHash, -1), List.of());
    }

    /** Whether both looked at equal rows. */
    public boolean isOfSameRows(Audit other) {
      return rows == other.rows && contentHash.equals(other.contentHash);
    }

    private static String sum(String hash, String other, int sign) {
      return new BigInteger(hash)
          .add(new BigInteger(other).multiply(BigInteger.valueOf(sign)))
          .toString();
    }

    /** The results of broken rules that block publication. */
    public List<CheckResult> blocking() {
      return results.stream()
          .filter(result -> !result.passed())
          .filter(result -> result.check().severity() == Check.Severity.BLOCKS)
          .toList();
    }
  }
}
