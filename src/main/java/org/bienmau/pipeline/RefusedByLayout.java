package org.bienmau.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Quarantine;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordRow;
import org.bienmau.source.SourceRow;
import org.bienmau.source.layout.CanonicalCsv;
import org.bienmau.source.record.RecordColumns;
import org.bienmau.table.TableColumn;

/** What the reader of records cannot know of files that came through a layout. */
final class RefusedByLayout {
  private RefusedByLayout() {}

  /** How many rows of a file its layout could not read. */
  static long count(Arrival arrival) {
    return arrival.table() == null ? 0 : arrival.table().refused().size();
  }

  /** Those rows of some files as bronze keeps refused rows. */
  static Dataset<Row> rows(Lake lake, RecordDataset dataset, List<Arrival> arrivals) {
    List<Row> rows =
        arrivals.stream()
            .filter(arrival -> count(arrival) > 0)
            .flatMap(
                arrival ->
                    arrival.table().refused().stream()
                        .map(refused -> row(dataset, arrival.fileId(), refused)))
            .toList();
    return lake.local(rows, dataset.table().schema());
  }

  private static Row row(RecordDataset dataset, String fileId, SourceRow refused) {
    Row[] reasons =
        refused.faults().stream()
            .map(r -> RowFactory.create(r.code().name(), r.column(), r.value(), r.message()))
            .toArray(Row[]::new);
    Map<TableColumn, Object> known = new HashMap<>();
    known.put(RecordRow.FILE_ID, fileId);
    known.put(RecordRow.LINE_NO, refused.line());
    known.put(RecordRow.ROW_OUTCOME, RecordColumns.QUARANTINED);
    known.put(RecordRow.REASONS, reasons);
    known.put(RecordRow.RAW, refused.raw());
    return RowFactory.create(dataset.table().columns().stream().map(known::get).toArray());
  }

  /** Refused rows with where in their files they stand, for those that came through a layout. */
  static Dataset<Row> withOrigins(Lake lake, Dataset<Row> refused, List<FileRows> files) {
    StructType columns =
        new StructType().add(RecordRow.LINE_NO.field()).add(Quarantine.ORIGIN.field());
    Dataset<Row> origins =
        lake.local(List.of(), columns).withColumn(RecordRow.FILE_ID.name(), functions.lit(""));
    for (FileRows file : files) {
      LaidOutRecords.Table table = file.arrival().table();
      if (table != null) {
        origins =
            origins.unionByName(
                lake.spark()
                    .read()
                    .schema(columns)
                    .option("sep", String.valueOf(CanonicalCsv.ORIGIN_DELIMITER))
                    .option("quote", "")
                    .csv(table.origins())
                    .withColumn(RecordRow.FILE_ID.name(), functions.lit(file.fileId())));
      }
    }
    return refused.join(
        origins, new String[] {RecordRow.FILE_ID.name(), RecordRow.LINE_NO.name()}, "left");
  }
}
