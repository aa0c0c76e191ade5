package org.bienmau.reference;

import java.io.Serializable;
import java.util.List;

/** Finds the section, gate or area that a printed name stands for. */
public final class Places implements Serializable {
  Places() {}

  /**
   * What a printed name stands for. A name that stands for several things is never decided by
   * itself: the hint must.
   *
   * @param text name as printed, for example {@code CKQT HỮU NGHỊ} or {@code Lang Son/Huu Nghi}
   * @param hint what stands beside it in the source
   */
  public Resolution resolve(String text, Hint hint) {
    return new Resolution.Unknown(text, "no place of this name is registered", List.of());
  }
}
