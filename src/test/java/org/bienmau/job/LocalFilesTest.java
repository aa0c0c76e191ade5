package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  private static final URI HERE = URI.create("file:///");

  @TempDir java.nio.file.Path folder;

  @Test
  void files_and_folders_get_the_permissions_that_hadoop_gives() throws IOException {
    assertThat(made("ours", LocalFiles.class)).isEqualTo(made("hadoop", LocalFileSystem.class));
  }

  @Test
  void a_permission_that_is_asked_for_is_set() throws IOException {
    java.nio.file.Path file = Files.createFile(folder.resolve("secret"));
    try (FileSystem files = files(LocalFiles.class)) {
      files.setPermission(new Path(file.toUri()), new FsPermission("640"));
    }
    assertThat(permissions(file)).isEqualTo("rw-r-----");
  }

  private String made(String name, Class<? extends FileSystem> kind) throws IOException {
    java.nio.file.Path in = folder.resolve(name);
    try (FileSystem files = files(kind)) {
      files.mkdirs(new Path(in.resolve("inner").toUri()));
      files.create(new Path(in.resolve("inner/file").toUri())).close();
    }
    return permissions(in)
        + permissions(in.resolve("inner"))
        + permissions(in.resolve("inner/file"));
  }

  private static FileSystem files(Class<? extends FileSystem> kind) throws IOException {
    Configuration conf = new Configuration();
    conf.setClass("fs.file.impl", kind, FileSystem.class);
    return FileSystem.newInstance(HERE, conf);
  }

  private static String permissions(java.nio.file.Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
