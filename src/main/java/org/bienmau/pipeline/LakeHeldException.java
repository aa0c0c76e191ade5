package org.bienmau.pipeline;

/** Another run is writing to the lake; the same command goes through when that run has ended. */
public final class LakeHeldException extends RuntimeException {
  LakeHeldException(String lake, String holder, String file) {
    super(
        "Cannot write to %s: %s is writing to it. Wait for that run to end; if there is no such run, remove %s."
            .formatted(lake, holder, file));
  }
}
