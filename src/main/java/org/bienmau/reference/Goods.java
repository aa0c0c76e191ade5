package org.bienmau.reference;

import java.io.Serializable;
import java.util.List;

/**
 * A commodity or a group of commodities that sources name.
 *
 * @param id stable id, for example {@code dragon_fruit}
 * @param printedNames keys and names under which data sets print it
 * @param nameVi Vietnamese name with its marks
 * @param nameEn English name
 * @param parentId the group that contains it; null for the root
 * @param hsCodes codes of the Harmonized System that come closest; empty when none does
 * @param hsVintage edition of the Harmonized System, null without codes
 * @param homogeneous true when it is so much of one kind that a change of its value per tonne may
 *     be read as a change of price
 * @param overlaps true when it holds goods that others beside it hold too, so that it is never
 *     added to them as a part of their group
 * @param source page address or document that says so
 * @param note doubts and remarks; empty when there are none
 */
public record Goods(
    String id,
    List<String> printedNames,
    String nameVi,
    String nameEn,
    String parentId,
    List<String> hsCodes,
    String hsVintage,
    boolean homogeneous,
    boolean overlaps,
    String source,
    String note)
    implements Serializable {
  /** Whether it stands for everything that no other goods claim. */
  public boolean takesTheRest() {
    return hsCodes.equals(List.of(GoodsCodes.REST));
  }
}
