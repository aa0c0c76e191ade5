package org.bienmau.pipeline;

/** A lake was to be read that has no release yet, or a table that its release does not have. */
public final class NothingPublishedException extends RuntimeException {
  NothingPublishedException(String root) {
    super(
        "Cannot read the lake %s: nothing was published there yet. Run jobs/bienmau run first, or name another lake with --set lake.root=…."
            .formatted(root));
  }

  NothingPublishedException(String table, long release) {
    super(
        "Cannot read %s: release %d was built without it. Build with the setting tables = all, or with this table in its list."
            .formatted(table, release));
  }
}
