package org.bienmau.check;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * A rule that the rows of a table must keep.
 *
 * @param rule the rule as a sentence, as it appears in the docs and in the failure
 * @param brokenRows an aggregate: how many rows break the rule; none for one about repeated keys
 * @param key the columns that no two rows may share; none for a rule about anything else
 */
public record Check(Severity severity, String rule, Column brokenRows, List<String> key) {
  public Check {
    key = List.copyOf(key);
  }

  /** What happens to the new version of a table when a rule is broken. */
  public enum Severity {
    /** The version is not published and the job fails. */
    BLOCKS,
    /** The version is published; the count is recorded and shown. */
    WARNS
  }

  public static Check blocks(String rule, Column broken) {
    return new Check(Severity.BLOCKS, rule, rows(broken), List.of());
  }

  /**
   * A rule about all rows together, for example that two sums are equal.
   *
   * @param broken an aggregate that is true when the rule is broken; counts as one row
   */
  public static Check blocksAll(String rule, Column broken) {
    return new Check(Severity.BLOCKS, rule, when(broken, 1L).otherwise(0L), List.of());
  }

  public static Check warns(String rule, Column broken) {
    return new Check(Severity.WARNS, rule, rows(broken), List.of());
  }

  /** A rule about keys; the broken rows are all but one of each key. */
  public static Check noRepeats(List<String> columns) {
    String rule = "No two rows share the same %s.".formatted(String.join(", ", columns));
    return new Check(Severity.BLOCKS, rule, lit(0L), columns);
  }

  private static Column rows(Column broken) {
    return count(when(broken, 1L));
  }
}
