package org.bienmau.pipeline;

/** A lake was to be read that has no release yet. */
public final class NothingPublishedException extends RuntimeException {
  NothingPublishedException(String root) {
    super(
        "Cannot read the lake %s: nothing was published there yet. Run jobs/bienmau run first, or name another lake with --set lake.root=…."
            .formatted(root));
  }
}
