package org.bienmau.reference;

import java.util.List;
import java.util.stream.Collectors;

/** The wording of names that stand for no single place. */
final class ResolutionErrors {
  private ResolutionErrors() {}

  static String sentence(String text, String why, List<Resolution.Candidate> candidates) {
    String start = "Cannot resolve '%s': %s.".formatted(text, why);
    if (candidates.isEmpty()) {
      return start + " Add it to conf/reference if it is a place on this border.";
    }
    return candidates.stream()
        .map(ResolutionErrors::candidate)
        .collect(Collectors.joining("; ", start + " Use one of: ", "."));
  }

  private static String candidate(Resolution.Candidate candidate) {
    return candidate.scopeId() == null
        ? candidate.description() + " [not ours]"
        : "%s [%s %s]"
            .formatted(candidate.description(), candidate.scopeType().id(), candidate.scopeId());
  }
}
