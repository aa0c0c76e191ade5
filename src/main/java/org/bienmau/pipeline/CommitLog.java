package org.bienmau.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The commits of a Delta table, as the Delta protocol lays them down: a file of JSON per version.
 *
 * <p>Asked through Delta, the newest version and its remark cost a Spark job per table, which is
 * more than everything else that a run with nothing to do does.
 */
final class CommitLog {
  /** Where a table keeps the remark of the commit that made it, which can carry none itself. */
  static final String REMARK = "bienmau.remark";

  private static final ObjectMapper JSON = new ObjectMapper();

  private CommitLog() {}

  /** The newest commit of a table; empty if there is no table. */
  static Optional<Lake.Commit> head(FileSystem files, Path table) throws IOException {
    Path log = new Path(table, "_delta_log");
    try {
      return Arrays.stream(files.listStatus(log, CommitLog::isCommit))
          .map(FileStatus::getPath)
          .max(Comparator.comparing(Path::getName))
          .map(newest -> commit(files, newest));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The commits of a table that its log still has, by version. */
  static NavigableMap<Long, Path> commits(FileSystem files, Path table) throws IOException {
    NavigableMap<Long, Path> commits = new TreeMap<>();
    for (FileStatus commit : files.listStatus(new Path(table, "_delta_log"), CommitLog::isCommit)) {
      commits.put(version(commit.getPath()), commit.getPath());
    }
    return commits;
  }

  /** Names of the files that a commit has taken out of a table, and of those it has put in. */
  record Changed(Set<String> removed, Set<String> added) {}

  /** What a commit has done to the files of its table. */
  static Changed changed(FileSystem files, Path commit) throws IOException {
    Changed changed = new Changed(new HashSet<>(), new HashSet<>());
    try (BufferedReader actions = open(files, commit)) {
      for (String line = actions.readLine(); line != null; line = actions.readLine()) {
        if (line.startsWith("{\"add\"")) {
          changed.added.add(name(line, "/add/path"));
        } else if (line.startsWith("{\"remove\"")) {
          changed.removed.add(name(line, "/remove/path"));
        }
      }
    }
    return changed;
  }

  private static String name(String action, String where) throws IOException {
    String path = JSON.readTree(action).at(where).asText();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static long version(Path commit) {
    return Long.parseLong(commit.getName().replace(".json", ""));
  }

  private static BufferedReader open(FileSystem files, Path commit) throws IOException {
    return new BufferedReader(new InputStreamReader(files.open(commit), StandardCharsets.UTF_8));
  }

  private static boolean isCommit(Path file) {
    return file.getName().matches("\\d{20}\\.json");
  }

  private static Lake.Commit commit(FileSystem files, Path file) {
    try (BufferedReader actions = open(files, file)) {
      String remark = "";
      for (String line = actions.readLine(); line != null; line = actions.readLine()) {
        if (line.startsWith("{\"commitInfo\"") || line.startsWith("{\"metaData\"")) {
          JsonNode action = JSON.readTree(line);
          remark = action.at("/commitInfo/userMetadata").asText(remark);
          remark = action.path("metaData").path("configuration").path(REMARK).asText(remark);
        }
      }
      return new Lake.Commit(version(file), remark);
    } catch (IOException e) {
      throw new LakeUnavailableException("read " + file, e);
    }
  }
}
