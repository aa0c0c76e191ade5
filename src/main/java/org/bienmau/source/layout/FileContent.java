package org.bienmau.source.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, which can be read more than once. */
@FunctionalInterface
public interface FileContent {

  /** Opens the file at its beginning; whoever opens it closes it. */
  InputStream open() throws IOException;

  /** Bytes held in memory. */
  static FileContent of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }
}
