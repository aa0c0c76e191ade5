package org.bienmau.source.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;

/** Makes the readers of chunks, where the tasks run. */
final class ChunkReaderFactory implements PartitionReaderFactory {
  private final RecordReading reading;
  private final SerializableConfiguration hadoop;
  private final StructType wanted;

  ChunkReaderFactory(RecordReading reading, SerializableConfiguration hadoop, StructType wanted) {
    this.reading = reading;
    this.hadoop = hadoop;
    this.wanted = wanted;
  }

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new IllegalStateException("Cannot read records row by row: they are read in columns.");
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    ChunkPartition part = (ChunkPartition) partition;
    ChunkReader reader = reader(part);
    return new PartitionReader<>() {
      @Override
      public boolean next() throws IOException {
        return reader.next();
      }

      @Override
      public ColumnarBatch get() {
        return reader.batch();
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  private ChunkReader reader(ChunkPartition part) {
    try {
      Path path = new Path(part.path());
      FSDataInputStream stream = path.getFileSystem(hadoop.value()).open(path);
      stream.seek(part.chunk().offset());
      return new ChunkReader(reading, stream, part.chunk(), part.fileId(), part.columns(), wanted);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + part.path(), unreadable);
    }
  }
}
