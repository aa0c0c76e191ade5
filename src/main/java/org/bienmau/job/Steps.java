package org.bienmau.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bienmau.pipeline.IngestedFile;
import org.bienmau.pipeline.Maintenance;
import org.bienmau.pipeline.Redo;
import org.bienmau.pipeline.Release;

/** What each command that changes the lake does, and what it answers. */
final class Steps {
  private Steps() {}

  /** Takes in what is new, builds, publishes and writes the report. */
  static ResultTable run(LakeWork work, Redo redo) {
    work.ingest();
    Release release = work.build(redo);
    work.report(release);
    return release(release);
  }

  /** The same, and a page of the simulated figures beside the one of real ones. */
  static ResultTable demo(LakeWork work) {
    work.ingest();
    Release release = work.build(Redo.nothing());
    work.report(release);
    work.reportSimulated(release);
    return release(release);
  }

  /** Takes in what is new. */
  static ResultTable ingest(LakeWork work) {
    return files(work.ingest());
  }

  /** Builds and publishes. */
  static ResultTable build(LakeWork work, Redo redo) {
    return release(work.build(redo));
  }

  /** Judges refused rows again. */
  static ResultTable replay(LakeWork work) {
    return files(work.replay());
  }

  /** Puts small files together and removes old ones. */
  static ResultTable maintain(LakeWork work, Duration kept) {
    return files(work.maintain(kept), true);
  }

  /** What {@link #maintain} would do. */
  static ResultTable maintenance(LakeWork work, Duration kept) {
    return files(work.maintenance(kept), false);
  }

  /** Tables in which there was something to do. */
  private static ResultTable files(List<Maintenance.Work> works, boolean isDone) {
    ResultTable table =
        ResultTable.of("table", "files", "small", "unneeded", "unneeded_bytes", "done");
    for (Maintenance.Work work : works) {
      if (!work.isNothing()) {
        table =
            table.with(
                work.table().id(),
                work.files(),
                work.small(),
                work.unneeded(),
                work.unneededBytes(),
                isDone);
      }
    }
    return table;
  }

  /** A release, one row per table. */
  private static ResultTable release(Release release) {
    ResultTable table = ResultTable.of("release", "table", "delta_version", "rows", "changed");
    for (Map.Entry<String, Release.Content> entry : release.tables().entrySet()) {
      Release.Content content = entry.getValue();
      table =
          table.with(
              release.number(),
              entry.getKey(),
              content.version(),
              content.rows(),
              content.changed());
    }
    return table;
  }

  /** Files with the counts that must add up. */
  private static ResultTable files(List<IngestedFile> files) {
    ResultTable table =
        ResultTable.of(
            "file_id",
            "file",
            "dataset",
            "layout",
            "read",
            "accepted",
            "quarantined",
            "duplicates");
    for (IngestedFile file : files) {
      IngestedFile.Counts counts = file.counts();
      table =
          table.with(
              file.fileId(),
              file.fileName(),
              file.dataset(),
              file.layoutName().orElse(null),
              counts.read(),
              counts.accepted(),
              counts.quarantined(),
              counts.duplicates());
    }
    return table;
  }
}
