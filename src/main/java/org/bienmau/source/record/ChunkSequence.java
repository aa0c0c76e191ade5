package org.bienmau.source.record;

import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads the chunks of a task one after the other, with what was learnt of cells kept. */
final class ChunkSequence implements PartitionReader<ColumnarBatch> {
  private final RecordReading reading;
  private final Configuration hadoop;
  private final StructType wanted;
  private final CellColumn[] columns;
  private final Iterator<ChunkPartition.Part> parts;
  private ChunkReader current;

  ChunkSequence(
      RecordReading reading, Configuration hadoop, StructType wanted, ChunkPartition partition) {
    this.reading = reading;
    this.hadoop = hadoop;
    this.wanted = wanted;
    this.columns = reading.columns();
    this.parts = partition.parts().iterator();
  }

  @Override
  public boolean next() throws IOException {
    while (current == null || !current.next()) {
      close();
      if (!parts.hasNext()) {
        return false;
      }
      current = open(parts.next());
    }
    return true;
  }

  @Override
  public ColumnarBatch get() {
    return current.batch();
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }

  private ChunkReader open(ChunkPartition.Part part) throws IOException {
    Path path = new Path(part.path());
    FSDataInputStream stream = path.getFileSystem(hadoop).open(path);
    try {
      stream.seek(part.chunk().offset());
    } catch (IOException unreadable) {
      stream.close();
      throw unreadable;
    }
    return new ChunkReader(
        reading, columns, stream, part.chunk(), part.fileId(), part.columns(), wanted);
  }
}
