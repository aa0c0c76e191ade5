package org.bienmau.source.record;

import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Files of records as Spark sees them: a table that can be read as a batch. */
final class RecordTable implements SupportsRead {
  private final RecordReading reading;
  private final Configuration hadoop;
  private final List<RecordFile> files;

  RecordTable(RecordReading reading, Configuration hadoop, List<RecordFile> files) {
    this.reading = reading;
    this.hadoop = hadoop;
    this.files = List.copyOf(files);
  }

  @Override
  public String name() {
    return "records of " + reading.contract().dataset();
  }

  @Override
  @SuppressWarnings("deprecation") // Its successor, columns(), is not known to all lanes' planners.
  public StructType schema() {
    return reading.schema();
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    return new RecordScan(reading, hadoop, files);
  }
}
