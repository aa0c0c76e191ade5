package org.bienmau.reference;

import java.util.Locale;

/** How exactly a source means its figure; ranges carry an upper bound beside their value. */
public enum Qualifier {
  EXACT,
  /** About, some: khoảng, ước. */
  APPROX,
  /** More than: trên, hơn. */
  OVER,
  /** Nearly, less than: gần, dưới. */
  UNDER,
  /** At most: tối đa, đến. */
  UPTO;

  /** The code that tables and files use, for example {@code over}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
