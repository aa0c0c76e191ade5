package org.bienmau.pipeline;

import org.bienmau.source.ContentHash;
import org.bienmau.source.record.Inspection;
import org.bienmau.source.record.RecordFile;

/**
 * A file that is taken in as a new delivery.
 *
 * @param content checksum and size of its bytes
 * @param inspection what one pass over it has found; null for a file that only a layout can read
 * @param fileId the delivery's id
 * @param arrivalNo its number among all deliveries
 * @param table what a layout made of it for the reader of records, and what was inspected; null
 *     where that reader reads the file itself
 */
record Arrival(
    Incoming file,
    ContentHash content,
    Inspection inspection,
    String fileId,
    long arrivalNo,
    LaidOutRecords.Table table) {

  /** The same with its number. */
  Arrival numbered(long number) {
    return new Arrival(file, content, inspection, fileId, number, table);
  }

  /** What the reader of records reads. */
  RecordFile read() {
    return new RecordFile(table == null ? file.path() : table.file().path(), fileId, inspection);
  }

  /** Id of the layout that a file of records came through; null without one. */
  String layout() {
    return table == null ? null : table.layout().id();
  }

  /**
   * The delivery as the ledger has it.
   *
   * @param layout id of the layout it was read through; null without one
   */
  IngestedFile delivery(
      String dataset,
      IngestedFile.Counts counts,
      String contractVersion,
      String judgedWith,
      String layout) {
    return new IngestedFile(
        fileId,
        dataset,
        file.name(),
        content.sha256(),
        content.bytes(),
        arrivalNo,
        file.receivedAt(),
        file.accessedOn(),
        counts,
        contractVersion,
        judgedWith,
        layout,
        file.path(),
        file.modifiedAt().orElse(null));
  }
}
