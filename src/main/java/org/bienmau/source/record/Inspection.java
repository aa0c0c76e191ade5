package org.bienmau.source.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.bienmau.source.ContentHash;
import org.bienmau.source.ContractSet;

/**
 * What one pass over a file has found: which contract it is held to, what its bytes add up to, and
 * how it may be read by several tasks at once.
 *
 * @param dataset the dataset that its header is the contract of
 * @param content checksum and size of all its bytes
 * @param columns the cells of its header, in the file's order
 * @param rows how many rows it holds, header and blank lines not counted
 * @param chunks its parts in the file's order; none when it holds no rows
 */
public record Inspection(
    String dataset, ContentHash content, List<String> columns, long rows, List<Chunk> chunks)
    implements Serializable {
  /** Large enough that opening a file is nothing, small enough that many tasks share the work. */
  public static final long USUAL_CHUNK_BYTES = 48L << 20;

  public Inspection {
    columns = List.copyOf(columns);
    chunks = List.copyOf(chunks);
  }

  /**
   * Goes through a file once, and leaves closing it to the caller.
   *
   * @param file its name as the user knows it
   * @param bytes the whole file
   * @param contracts what it may be held to
   * @param chunkBytes how long a chunk is at least, but for the last one
   * @throws org.bienmau.source.SourceDataException if the file is empty or no text in UTF-8, if a
   *     line has no end, or if no contract has its header
   */
  public static Inspection of(
      String file, InputStream bytes, ContractSet contracts, long chunkBytes) throws IOException {
    return new FileInspector(file, bytes, contracts, chunkBytes).inspect();
  }
}
