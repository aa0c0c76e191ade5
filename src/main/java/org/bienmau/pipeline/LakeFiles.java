package org.bienmau.pipeline;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.RuntimeConfig;
import org.bienmau.table.Table;

/** The files that tables lie in. Delta gives every file a name that no other has. */
final class LakeFiles {
  private static final String SMALLER_THAN = "spark.databricks.delta.optimize.minFileSize";

  private final Lake lake;

  LakeFiles(Lake lake) {
    this.lake = lake;
  }

  /**
   * A file of rows.
   *
   * @param path where it lies
   * @param modifiedAt when it was written
   */
  record Stored(Path path, long bytes, Instant modifiedAt) {
    String name() {
      return path.getName();
    }

    Path folder() {
      return path.getParent();
    }
  }

  /** Every file of rows in the folder of a table, whether a version has it or not. */
  List<Stored> of(Table table) {
    Path root = new Path(lake.path(table));
    try {
      List<Stored> found = new ArrayList<>();
      RemoteIterator<LocatedFileStatus> all = files(root).listFiles(root, true);
      while (all.hasNext()) {
        LocatedFileStatus file = all.next();
        if (!isHidden(root, file.getPath())) {
          found.add(
              new Stored(
                  file.getPath(), file.getLen(), Instant.ofEpochMilli(file.getModificationTime())));
        }
      }
      return found;
    } catch (IOException e) {
      throw new LakeUnavailableException("list the files of " + table.id(), e);
    }
  }

  /** Delta's log, and what is not its own, lies under names that begin so. */
  private static boolean isHidden(Path root, Path file) {
    return Arrays.stream(root.toUri().relativize(file.toUri()).getPath().split("/"))
        .anyMatch(name -> name.startsWith("_") || name.startsWith("."));
  }

  /**
   * Names of files, as the log of a table has them.
   *
   * @param newest the files of its newest version
   * @param since those and all others that it had at some time since an older version
   */
  record Named(Set<String> newest, Set<String> since) {}

  /** The names of the files that a table has now, and has had since a version. */
  Named named(Table table, long version) {
    Path root = new Path(lake.path(table));
    try {
      FileSystem files = files(root);
      NavigableMap<Long, Path> commits = CommitLog.commits(files, root);
      boolean isWhole = commits.firstKey() == 0;
      // Delta knows what its log began with before it forgot; it takes Spark jobs to say so.
      Set<String> now = isWhole ? new HashSet<>() : of(table, version);
      Set<String> since = new HashSet<>(now);
      for (Path commit : commits.tailMap(isWhole ? 0 : version + 1).values()) {
        CommitLog.Changed changed = CommitLog.changed(files, commit);
        now.removeAll(changed.removed());
        now.addAll(changed.added());
        if (CommitLog.version(commit) == version) {
          since.addAll(now);
        } else if (CommitLog.version(commit) > version) {
          since.addAll(changed.added());
        }
      }
      return new Named(now, since);
    } catch (IOException e) {
      throw new LakeUnavailableException("read the log of " + table.id(), e);
    }
  }

  private Set<String> of(Table table, long version) {
    return Arrays.stream(lake.read(table, version).inputFiles())
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Puts files together that are smaller than so many bytes and lie in one folder. */
  void compact(Table table, long smallerThan) {
    RuntimeConfig settings = lake.spark().conf();
    settings.set(SMALLER_THAN, smallerThan);
    try {
      DeltaTable.forPath(lake.spark(), lake.path(table)).optimize().executeCompaction();
    } finally {
      settings.unset(SMALLER_THAN);
    }
  }

  /** Removes files for good. */
  void delete(Collection<Stored> unneeded) {
    for (Stored file : unneeded) {
      try {
        files(file.path()).delete(file.path(), false);
      } catch (IOException e) {
        throw new LakeUnavailableException("remove " + file.path(), e);
      }
    }
  }

  private FileSystem files(Path path) throws IOException {
    return path.getFileSystem(lake.spark().sparkContext().hadoopConfiguration());
  }
}
