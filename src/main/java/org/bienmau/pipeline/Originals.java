package org.bienmau.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Files of records where the ledger says they lay. Their refused rows can only be judged again from
 * there, because the lake keeps no personal cells.
 */
final class Originals {
  private Originals() {}

  /** Those of the deliveries that are still there with the same size. */
  static List<Incoming> of(Lake lake, List<IngestedFile> deliveries, Progress progress) {
    Configuration hadoop = lake.spark().sparkContext().hadoopConfiguration();
    List<Incoming> found = new ArrayList<>();
    for (IngestedFile delivery : deliveries) {
      Optional<Incoming> original = of(delivery, hadoop);
      original.ifPresent(found::add);
      if (original.isEmpty()) {
        progress.note(missing(delivery));
      }
    }
    return found;
  }

  /** What to do when the original is gone, or another file lies in its place. */
  static String missing(IngestedFile delivery) {
    return "Cannot judge the refused rows of %s again: the file is not as it was at %s. Put it back there, or deliver it under another name."
        .formatted(delivery.fileName(), delivery.path());
  }

  private static Optional<Incoming> of(IngestedFile delivery, Configuration hadoop) {
    Path path = new Path(delivery.path());
    try {
      FileSystem files = path.getFileSystem(hadoop);
      if (!files.exists(path)) {
        return Optional.empty();
      }
      FileStatus status = files.getFileStatus(path);
      return Optional.of(status)
          .filter(file -> file.getLen() == delivery.bytes())
          .map(
              file ->
                  new Incoming(
                      delivery.fileName(),
                      delivery.path(),
                      delivery.bytes(),
                      Optional.ofNullable(delivery.modifiedAt()),
                      () -> files.open(path),
                      delivery.receivedAt(),
                      delivery.accessedOn(),
                      Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for %s.".formatted(path), e);
    }
  }
}
