package org.bienmau.source.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What one task reads: a chunk of a large file, or several that follow each other.
 *
 * @param parts the chunks, in the order of the files
 */
record ChunkPartition(List<Part> parts) implements InputPartition {
  private static final long FEWEST_BYTES = 16L << 20;
  private static final long MOST_BYTES = 128L << 20;

  /** As many tasks as this there are at least, if there is work for them. */
  private static final int TASKS = 16;

  /**
   * A chunk and where it lies.
   *
   * @param path the file
   * @param fileId the delivery that the file is
   * @param columns the file's columns in its order
   */
  record Part(String path, String fileId, List<String> columns, Chunk chunk)
      implements Serializable {}

  /**
   * The work for files. Thousands of small ones, such as one for each day, make few tasks, each of
   * which writes few files.
   */
  static List<ChunkPartition> of(List<RecordFile> files) {
    List<Part> all = new ArrayList<>();
    for (RecordFile file : files) {
      List<String> columns = file.inspection().columns();
      for (Chunk chunk : file.inspection().chunks()) {
        all.add(new Part(file.path(), file.fileId(), columns, chunk));
      }
    }
    long total = all.stream().mapToLong(part -> part.chunk().bytes()).sum();
    long most = Math.max(FEWEST_BYTES, Math.min(MOST_BYTES, total / TASKS));
    List<ChunkPartition> partitions = new ArrayList<>();
    List<Part> open = new ArrayList<>();
    long bytes = 0;
    for (Part part : all) {
      if (!open.isEmpty() && bytes + part.chunk().bytes() > most) {
        partitions.add(new ChunkPartition(List.copyOf(open)));
        open.clear();
        bytes = 0;
      }
      open.add(part);
      bytes += part.chunk().bytes();
    }
    if (!open.isEmpty()) {
      partitions.add(new ChunkPartition(List.copyOf(open)));
    }
    return partitions;
  }
}
