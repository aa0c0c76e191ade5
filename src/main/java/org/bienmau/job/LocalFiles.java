package org.bienmau.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The files of this machine, as Hadoop sees them, but for one thing: without its native library
 * Hadoop starts a process, {@code chmod}, for every file and folder that it makes. A Delta table is
 * many small files, so this sets the same permissions in Java.
 */
public final class LocalFiles extends LocalFileSystem {
  /** Made by Hadoop, by the name of the class. */
  public LocalFiles() {
    super(new Raw());
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      PosixFileAttributeView posix =
          Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
      if (posix == null || permission.getStickyBit()) {
        super.setPermission(path, permission);
      } else {
        posix.setPermissions(
            PosixFilePermissions.fromString(
                permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL));
      }
    }
  }
}
