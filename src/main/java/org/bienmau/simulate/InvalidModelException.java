package org.bienmau.simulate;

import java.util.List;

/** The files that describe what is simulated cannot be used as they are. */
public final class InvalidModelException extends RuntimeException {
  InvalidModelException(List<String> problems) {
    super(
        "Cannot use the model of the simulation, %s:\n  %s"
            .formatted(
                problems.size() == 1 ? "1 problem" : problems.size() + " problems",
                String.join("\n  ", problems)));
  }
}
