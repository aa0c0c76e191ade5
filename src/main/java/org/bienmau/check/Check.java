package org.bienmau.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * A rule that the rows of a table must keep.
 *
 * @param rule the rule as a sentence, as it appears in the docs and in the failure
 * @param brokenRows an aggregate: how many rows break the rule
 */
public record Check(Severity severity, String rule, Column brokenRows) {

  /** What happens to the new version of a table when a rule is broken. */
  public enum Severity {
    /** The version is not published and the job fails. */
    BLOCKS,
    /** The version is published; the count is recorded and shown. */
    WARNS
  }

  public static Check blocks(String rule, Column broken) {
    return new Check(Severity.BLOCKS, rule, rows(broken));
  }

  /**
   * A rule about all rows together, for example that two sums are equal.
   *
   * @param broken an aggregate that is true when the rule is broken; counts as one row
   */
  public static Check blocksAll(String rule, Column broken) {
    return new Check(Severity.BLOCKS, rule, when(broken, 1L).otherwise(0L));
  }

  public static Check warns(String rule, Column broken) {
    return new Check(Severity.WARNS, rule, rows(broken));
  }

  public static Check noRepeats(List<String> columns) {
    return new Check(
        Severity.BLOCKS,
        "No two rows share the same %s.".formatted(String.join(", ", columns)),
        count(lit(1))
            .minus(
                countDistinct(struct(columns.stream().map(c -> col(c)).toArray(Column[]::new)))));
  }

  private static Column rows(Column broken) {
    return coalesce(sum(when(broken, 1L).otherwise(0L)), lit(0L));
  }
}
