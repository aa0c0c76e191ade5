package org.bienmau.source.record;

import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** One reading of some columns of files, a task for a few chunks. */
final class RecordScan implements SupportsPushDownRequiredColumns, SupportsReportStatistics, Batch {
  private final RecordReading reading;
  private final Configuration hadoop;
  private final List<RecordFile> files;
  private StructType wanted;

  RecordScan(RecordReading reading, Configuration hadoop, List<RecordFile> files) {
    this.reading = reading;
    this.hadoop = hadoop;
    this.files = files;
    this.wanted = reading.schema();
  }

  @Override
  public void pruneColumns(StructType columns) {
    wanted = columns;
  }

  @Override
  public Scan build() {
    return this;
  }

  @Override
  public StructType readSchema() {
    return wanted;
  }

  @Override
  public String description() {
    return "%d files of records of %s".formatted(files.size(), reading.contract().dataset());
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    return ChunkPartition.of(files).toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new ChunkReaderFactory(reading, new SerializableConfiguration(hadoop), wanted);
  }

  @Override
  public Statistics estimateStatistics() {
    long bytes = files.stream().mapToLong(file -> file.inspection().content().bytes()).sum();
    long rows = files.stream().mapToLong(file -> file.inspection().rows()).sum();
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of(bytes);
      }

      @Override
      public OptionalLong numRows() {
        return OptionalLong.of(rows);
      }
    };
  }
}
