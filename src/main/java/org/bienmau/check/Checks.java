package org.bienmau.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Looks at all rows of a table: counts them, sums them up and runs every check. */
public final class Checks {
  private Checks() {}

  private static final String PART = "part";

  /** Holds any sum of longs. */
  private static final DataType WIDE = DataTypes.createDecimalType(20, 0);

  /** The lower half of a hash. */
  private static final long LOW_BITS = 0xFFFF_FFFFL;

  /** Runs the checks: one pass over the rows, and one over their keys alone. */
  public static Audit audit(Dataset<Row> rows, List<Check> checks) {
    Row found = rows.agg(count(lit(1)), totals(rows, checks)).head();
    boolean isOne = found.getLong(0) <= 1;
    return audit(
        found,
        0,
        checks,
        check -> isOne ? 0 : surplus(rows, lit(""), check.key()).getOrDefault("", 0L));
  }

  /**
   * Runs the checks for each value of a column, in one pass over the rows and one over their keys.
   * What no rule compares across the values adds up to what {@link #audit} says of all rows.
   */
  public static Map<String, Audit> auditEach(Dataset<Row> rows, Column part, List<Check> checks) {
    Map<List<String>, Map<String, Long>> surplus = new HashMap<>();
    for (Check check : checks) {
      if (!check.key().isEmpty()) {
        surplus.put(check.key(), surplus(rows, part, check.key()));
      }
    }
    Map<String, Audit> audits = new TreeMap<>();
    for (Row found : rows.groupBy(part).agg(count(lit(1)), totals(rows, checks)).collectAsList()) {
      String one = found.getString(0);
      audits.put(
          one, audit(found, 1, checks, check -> surplus.get(check.key()).getOrDefault(one, 0L)));
    }
    return audits;
  }

  private static Column[] totals(Dataset<Row> rows, List<Check> checks) {
    List<Column> totals = new ArrayList<>();
    totals.add(contentHash(rows));
    checks.forEach(check -> totals.add(check.brokenRows()));
    return totals.toArray(Column[]::new);
  }

  /**
   * Reads what was found from a column on: the rows, their hash, and the broken rows by check.
   *
   * @param surplus how many rows repeat the key of a check
   */
  private static Audit audit(
      Row found, int from, List<Check> checks, ToLongFunction<Check> surplus) {
    long rows = found.getLong(from);
    List<CheckResult> results = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      long broken =
          check.key().isEmpty() ? found.getLong(from + i + 2) : surplus.applyAsLong(check);
      results.add(new CheckResult(check, broken, rows));
    }
    return new Audit(rows, found.getString(from + 1), results);
  }

  /**
   * How many rows of each part are not the first of their key; a part that is not named has none.
   * Rows are told apart by the hash of their key. Only where two hashes are equal, which in a good
   * table is next to never, are the keys themselves compared.
   */
  private static Map<String, Long> surplus(Dataset<Row> rows, Column part, List<String> key) {
    Column[] columns = key.stream().map(name -> col(name)).toArray(Column[]::new);
    Column more = count(lit(1)).minus(1);
    Dataset<Row> sameHash =
        rows.select(part.as(PART), xxhash64(columns).as("hash"))
            .groupBy(col(PART), col("hash"))
            .agg(more.as("more"))
            .filter(col("more").gt(0))
            .groupBy(PART)
            .agg(sum("more"));
    return byPart(sameHash).isEmpty()
        ? Map.of()
        : byPart(rows.groupBy(part).agg(count(lit(1)).minus(countDistinct(struct(columns)))));
  }

  private static Map<String, Long> byPart(Dataset<Row> counts) {
    return counts.collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  /**
   * The same for the same rows in any order. A sum of hashes, not an exclusive or: two equal rows
   * must not cancel each other out. Their upper and lower halves are added up apart, because sums
   * of decimals take longer than all checks; two thousand million rows would be refused.
   */
  private static Column contentHash(Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(rows.columns()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
    Column hash = xxhash64(columns);
    Column upper = sum(shiftright(hash, Integer.SIZE)).cast(WIDE).multiply(lit(LOW_BITS + 1));
    Column lower = sum(hash.bitwiseAND(lit(LOW_BITS))).cast(WIDE);
    return coalesce(upper.plus(lower), lit(0)).cast("string");
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
