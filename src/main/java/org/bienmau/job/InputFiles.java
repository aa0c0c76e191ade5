package org.bienmau.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.bienmau.pipeline.Incoming;
import org.bienmau.source.ContentHash;
import org.bienmau.source.Provenance;
import org.bienmau.source.SourceDataException;

/** Finds and reads the files that {@code inputs} names, each with the provenance beside it. */
final class InputFiles {
  private static final ZoneId LOCAL_DAY = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".xlsx", ".jsonl");

  private final Configuration hadoop;
  private final Instant receivedAt;

  InputFiles(Configuration hadoop, Instant receivedAt) {
    this.hadoop = hadoop;
    this.receivedAt = receivedAt;
  }

  /**
   * Reads all files, in the order of the settings and by name within a folder or glob.
   *
   * @throws SourceDataException if a name stands for no file
   */
  List<Incoming> read(List<String> inputs) {
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
        return incoming(
            resource.substring(resource.lastIndexOf('/') + 1),
            bytes,
            Provenance.load(provenance, beside));
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
      List<Path> found = matching(files, path);
      if (found.isEmpty()) {
        throw new SourceDataException(
            input, "there is no such file", "Correct --input or the setting inputs.");
      }
      List<Incoming> read = new ArrayList<>();
      for (Path file : found) {
        read.add(stored(files, file));
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s: %s.".formatted(input, e.getMessage()), e);
    }
  }

  private static List<Path> matching(FileSystem files, Path path) throws IOException {
    FileStatus[] matched = files.globStatus(path);
    List<Path> found = new ArrayList<>();
    for (FileStatus status : matched == null ? new FileStatus[0] : matched) {
      if (status.isFile()) {
        found.add(status.getPath());
      } else {
        Arrays.stream(files.listStatus(status.getPath()))
            .filter(inside -> inside.isFile() && isInput(inside.getPath().getName()))
            .forEach(inside -> found.add(inside.getPath()));
      }
    }
    found.sort(Comparator.comparing(Path::toString));
    return found;
  }

  private static boolean isInput(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(small::endsWith);
  }

  private Incoming stored(FileSystem files, Path file) throws IOException {
    byte[] bytes = bytes(files, file);
    Path beside = new Path(file.getParent(), Provenance.fileNameFor(file.getName()));
    if (!files.exists(beside)) {
      LocalDate accessed = LocalDate.ofInstant(receivedAt, LOCAL_DAY);
      return new Incoming(file.getName(), bytes, receivedAt, accessed);
    }
    try (InputStream in = files.open(beside)) {
      return incoming(file.getName(), bytes, Provenance.load(beside.getName(), in));
    }
  }

  private Incoming incoming(String name, byte[] bytes, Provenance provenance) throws IOException {
    provenance.holdTo(name, ContentHash.of(new ByteArrayInputStream(bytes)));
    return new Incoming(name, bytes, receivedAt, provenance.accessed(), provenance.told());
  }

  private static byte[] bytes(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }
}
