package org.bienmau.reference;

import java.util.Locale;

/**
 * What a trade figure covers.
 *
 * <p>Figures of different regimes are never added or compared: Lạng Sơn's trade of 2023 is 4.8
 * billion USD declared at its customs and 52 billion USD through its territory.
 */
public enum Regime {
  /** Declared at the customs offices of the place. */
  CUSTOMS_DECLARED,
  /**
   * Everything that crosses the place, declared anywhere: transit, bonded and re-exported goods.
   */
  VIA_TERRITORY,
  /** Trade of border residents, free of duty up to a limit. */
  BORDER_RESIDENT,
  /** Goods in transit, temporarily imported for re-export, and bonded. */
  TRANSIT_REEXPORT,
  /** Counted by China's customs, not Vietnam's. */
  CHINA_CUSTOMS,
  /**
   * The source does not say; comparable with nothing, not even with itself unless one publisher
   * prints both.
   */
  UNKNOWN,
  /** The measure is not trade: trucks, firms, certificates, capacity. */
  NOT_APPLICABLE;

  /** The code that tables and files use, for example {@code via_territory}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
