package org.bienmau.config;

/** What becomes of the cells that say who somebody is. */
public enum PersonalColumns {
  /** They are replaced by keyed hashes. */
  KEYED,
  /** They are left out. */
  DROP
}
