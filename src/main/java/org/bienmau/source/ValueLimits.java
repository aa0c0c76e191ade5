package org.bienmau.source;

import java.io.Serializable;

/**
 * The bounds of a column's values, as the contract writes them; an empty text is no bound.
 *
 * @param minimum the least value
 * @param exclusiveMinimum a value below all others, not allowed itself
 * @param maximum the greatest value
 * @param pattern a regular expression from {@code ^} to {@code $} that whole cells match
 */
public record ValueLimits(String minimum, String exclusiveMinimum, String maximum, String pattern)
    implements Serializable {
  /** No bounds at all. */
  public static final ValueLimits NONE = new ValueLimits("", "", "", "");
}
