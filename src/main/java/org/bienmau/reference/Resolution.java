package org.bienmau.reference;

import java.io.Serializable;
import java.util.List;

/** What a printed place name stands for: one place of ours, several things, or nothing known. */
public sealed interface Resolution extends Serializable {

  /**
   * Exactly one place.
   *
   * @param scopeType section, gate or area
   * @param scopeId id in its register
   * @param sectionId the border section it lies in; null for areas
   * @param provinceId the province that held the section on the hint's date; null for areas and
   *     without a date
   * @param how what decided, for example {@code name} or {@code name without marks}
   */
  record Found(ScopeType scopeType, String scopeId, String sectionId, String provinceId, String how)
      implements Resolution {}

  /**
   * The name alone does not decide.
   *
   * @param text the name as printed
   * @param why what is missing or contradictory
   * @param candidates everything it may stand for
   */
  record Ambiguous(String text, String why, List<Candidate> candidates) implements Resolution {}

  /**
   * Nothing known has this name.
   *
   * @param text the name as printed
   * @param why what was looked for
   * @param candidates the names that come nearest; may be empty
   */
  record Unknown(String text, String why, List<Candidate> candidates) implements Resolution {}

  /**
   * Something a name may stand for.
   *
   * @param scopeType section, gate or area; null when it is none of ours
   * @param scopeId id in its register; null when it is none of ours
   * @param description name, kind and place, for a reader
   */
  record Candidate(ScopeType scopeType, String scopeId, String description)
      implements Serializable {}

  /** Whether exactly one place was found. */
  default boolean isFound() {
    return this instanceof Found;
  }

  /**
   * The error for a reader, in one line: what cannot be resolved, why, and the candidates.
   *
   * @throws IllegalStateException if a place was found
   */
  default String error() {
    if (this instanceof Ambiguous ambiguous) {
      return ResolutionErrors.ambiguous(ambiguous);
    }
    if (this instanceof Unknown unknown) {
      return ResolutionErrors.unknown(unknown);
    }
    throw new IllegalStateException("Cannot describe an error: " + this + " was found.");
  }
}
