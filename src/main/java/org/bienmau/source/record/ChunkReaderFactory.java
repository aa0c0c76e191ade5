package org.bienmau.source.record;

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
    return new ChunkSequence(reading, hadoop.value(), wanted, (ChunkPartition) partition);
  }
}
