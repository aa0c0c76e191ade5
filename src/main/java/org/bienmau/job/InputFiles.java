package org.bienmau.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.bienmau.pipeline.Incoming;
import org.bienmau.source.Provenance;
import org.bienmau.source.SourceDataException;

/** Finds the files that {@code inputs} names, each with the provenance beside it. */
final class InputFiles {
  private static final ZoneId LOCAL_DAY = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".xlsx", ".jsonl");

  /** A file may be written again within the same tick of a file system's clock. */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private final Configuration hadoop;
  private final Instant receivedAt;
  private final Instant now;

  /**
   * @param receivedAt when the files are said to have arrived
   * @param now the time of the clock
   */
  InputFiles(Configuration hadoop, Instant receivedAt, Instant now) {
    this.hadoop = hadoop;
    this.receivedAt = receivedAt;
    this.now = now;
  }

  /**
   * Finds all files, in the order of the settings and by path within a folder or glob. Folders are
   * searched with the folders in them; what begins with {@code _} or {@code .} is passed over.
   *
   * @throws SourceDataException if a name stands for no file
   */
  List<Incoming> find(List<String> inputs) {
    List<Incoming> files = new ArrayList<>();
    for (String input : inputs) {
      if (input.startsWith(Folders.CLASS_PATH)) {
        files.add(carried(input.substring(Folders.CLASS_PATH.length())));
      } else {
        files.addAll(stored(input));
      }
    }
    return files;
  }

  private Incoming carried(String resource) {
    try (InputStream in = Folders.resource(resource)) {
      byte[] bytes = in.readAllBytes();
      String provenance = Provenance.fileNameFor(resource);
      try (InputStream beside = Folders.resource(provenance)) {
        Provenance written = Provenance.load(provenance, beside);
        return new Incoming(
            resource.substring(resource.lastIndexOf('/') + 1),
            Incoming.CARRIED + resource,
            bytes.length,
            Optional.empty(),
            () -> new ByteArrayInputStream(bytes),
            receivedAt,
            written.accessed(),
            Optional.of(written));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s of the job jar.".formatted(resource), e);
    }
  }

  private List<Incoming> stored(String input) {
    try {
      // A path without a scheme is a file of this machine, whatever the cluster's default is.
      Path path = input.startsWith("/") ? new Path("file", "", input) : new Path(input);
      FileSystem files = path.getFileSystem(hadoop);
      List<FileStatus> found = matching(files, path);
      if (found.isEmpty()) {
        throw new SourceDataException(
            input, "there is no such file", "Correct --input or the setting inputs.");
      }
      List<Incoming> incoming = new ArrayList<>();
      for (FileStatus file : found) {
        incoming.add(stored(files, file));
      }
      return incoming;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s: %s.".formatted(input, e.getMessage()), e);
    }
  }

  private static List<FileStatus> matching(FileSystem files, Path path) throws IOException {
    FileStatus[] matched = files.globStatus(path);
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus status : matched == null ? new FileStatus[0] : matched) {
      if (status.isFile()) {
        found.add(status);
      } else {
        addInside(files, status.getPath(), found);
      }
    }
    found.sort(Comparator.comparing(status -> status.getPath().toString()));
    return found;
  }

  private static void addInside(FileSystem files, Path folder, List<FileStatus> found)
      throws IOException {
    for (FileStatus inside : files.listStatus(folder)) {
      String name = inside.getPath().getName();
      if (name.startsWith("_") || name.startsWith(".")) {
        continue;
      }
      if (inside.isDirectory()) {
        addInside(files, inside.getPath(), found);
      } else if (isInput(name)) {
        found.add(inside);
      }
    }
  }

  private static boolean isInput(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(small::endsWith);
  }

  private Incoming stored(FileSystem files, FileStatus file) throws IOException {
    Path path = file.getPath();
    Optional<Provenance> provenance = beside(files, path);
    Instant modified = Instant.ofEpochMilli(file.getModificationTime());
    return new Incoming(
        path.getName(),
        path.toString(),
        file.getLen(),
        Optional.of(modified).filter(time -> time.plus(SETTLED).isBefore(now)),
        () -> files.open(path),
        receivedAt,
        provenance
            .map(Provenance::accessed)
            .orElseGet(() -> LocalDate.ofInstant(receivedAt, LOCAL_DAY)),
        provenance);
  }

  private static Optional<Provenance> beside(FileSystem files, Path file) throws IOException {
    Path beside = new Path(file.getParent(), Provenance.fileNameFor(file.getName()));
    if (!files.exists(beside)) {
      return Optional.empty();
    }
    try (InputStream in = files.open(beside)) {
      return Optional.of(Provenance.load(beside.getName(), in));
    }
  }
}
