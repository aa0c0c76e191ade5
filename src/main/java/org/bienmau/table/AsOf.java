package org.bienmau.table;

import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;

/**
 * The day whose knowledge a build uses.
 *
 * @param day last day of publication that counts; null for everything known today
 */
public record AsOf(LocalDate day) {

  /** Everything that is known. */
  public static AsOf latest() {
    return new AsOf(null);
  }

  /** Whether everything counts that is known. */
  public boolean isLatest() {
    return day == null;
  }

  /** Whether something that became known on a day was known by then. */
  public boolean knew(LocalDate knownFrom) {
    return day == null || !knownFrom.isAfter(day);
  }

  /** Whether something that became known on a day was known by then. */
  public Column knew(Column knownFrom) {
    return day == null ? lit(true) : knownFrom.leq(lit(Date.valueOf(day)));
  }
}
