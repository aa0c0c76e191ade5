package org.bienmau.reference;

import java.util.List;
import java.util.stream.Collectors;

/** The wording of names that stand for no single place. */
final class ResolutionErrors {
  private ResolutionErrors() {}

  static String ambiguous(Resolution.Ambiguous ambiguous) {
    return sentence(
        ambiguous.text(),
        ambiguous.why(),
        "Say which by its full name, its kind or its province",
        ambiguous.candidates());
  }

  static String unknown(Resolution.Unknown unknown) {
    return sentence(
        unknown.text(),
        unknown.why(),
        unknown.candidates().isEmpty()
            ? "Add it to conf/reference if it is a place on this border"
            : "Correct it to one of these or add it to conf/reference",
        unknown.candidates());
  }

  private static String sentence(
      String text, String why, String whatToDo, List<Resolution.Candidate> candidates) {
    String start = "Cannot resolve '%s': %s. %s".formatted(text, why, whatToDo);
    return candidates.isEmpty()
        ? start + "."
        : candidates.stream()
            .map(ResolutionErrors::candidate)
            .collect(Collectors.joining("; ", start + ": ", "."));
  }

  private static String candidate(Resolution.Candidate candidate) {
    return candidate.scopeId() == null
        ? candidate.description() + " [none of ours]"
        : "%s [%s %s]"
            .formatted(candidate.description(), candidate.scopeType().id(), candidate.scopeId());
  }
}
