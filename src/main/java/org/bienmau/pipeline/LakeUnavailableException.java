package org.bienmau.pipeline;

import java.io.IOException;

/** The storage under the lake did not do what was asked; the same run may go through later. */
public final class LakeUnavailableException extends RuntimeException {
  LakeUnavailableException(String what, IOException cause) {
    super(
        "Cannot %s: %s. Check the storage and its permissions, then run again."
            .formatted(what, cause.getMessage()),
        cause);
  }
}
