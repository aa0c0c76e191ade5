package org.bienmau.pipeline;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.bronze.Delivery;
import org.bienmau.table.AsOf;

/**
 * One delivery of a file, as the ledger has it; see {@link Delivery} for the meaning of each part.
 *
 * @param arrivalNo a later delivery of the same file name replaces the earlier ones
 * @param judgedWith fingerprint of the contract, the registers and the layout that its rows were
 *     judged by
 * @param layout name, version and hash of its layout; null without one
 * @param path where the file lay
 * @param modifiedAt when it had been changed for the last time; null when that proves nothing
 */
public record IngestedFile(
    String fileId,
    String dataset,
    String fileName,
    String sha256,
    long bytes,
    long arrivalNo,
    Instant receivedAt,
    LocalDate accessedOn,
    Counts counts,
    String contractVersion,
    String judgedWith,
    String layout,
    String path,
    Instant modifiedAt) {

  private static final ZoneOffset LOCAL_TIME = ZoneOffset.ofHours(7);

  /** What became of the rows; read is always the sum of the other three. */
  public record Counts(long read, long accepted, long quarantined, long duplicates) {
    String sentence() {
      return "%,d read = %,d accepted + %,d quarantined + %,d duplicates"
          .formatted(read, accepted, quarantined, duplicates);
    }

    private Counts plus(Counts others) {
      return new Counts(
          read + others.read,
          accepted + others.accepted,
          quarantined + others.quarantined,
          duplicates + others.duplicates);
    }
  }

  /** The counts of several deliveries together. */
  static Counts total(Collection<IngestedFile> files) {
    return files.stream().map(IngestedFile::counts).reduce(new Counts(0, 0, 0, 0), Counts::plus);
  }

  /** What became of its rows, and the layout that they came through. */
  String tally() {
    return layoutName()
        .map(name -> counts.sentence() + ", through layout " + name)
        .orElseGet(counts::sentence);
  }

  /** The same delivery after its rows were judged by other rules. */
  IngestedFile judgedAnew(Counts newCounts, String version, String rules, String newLayout) {
    return new IngestedFile(
        fileId,
        dataset,
        fileName,
        sha256,
        bytes,
        arrivalNo,
        receivedAt,
        accessedOn,
        newCounts,
        version,
        rules,
        newLayout,
        path,
        modifiedAt);
  }

  /** All deliveries in the order of their arrival. */
  static List<IngestedFile> all(Lake lake) {
    return lake.read(Delivery.TABLE).collectAsList().stream()
        .map(IngestedFile::of)
        .sorted(Comparator.comparingLong(IngestedFile::arrivalNo))
        .toList();
  }

  /** Of the deliveries of each file name the last one received by then: whose records count. */
  static List<IngestedFile> live(List<IngestedFile> arrived, AsOf asOf) {
    Map<List<String>, IngestedFile> newest = new LinkedHashMap<>();
    arrived.stream()
        .filter(file -> asOf.knew(file.receivedAt().atOffset(LOCAL_TIME).toLocalDate()))
        .forEach(file -> newest.put(List.of(file.dataset(), file.fileName()), file));
    return List.copyOf(newest.values());
  }

  private static IngestedFile of(Row row) {
    return new IngestedFile(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        row.getTimestamp(6).toInstant(),
        row.getDate(7).toLocalDate(),
        new Counts(row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11)),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(15),
        row.isNullAt(16) ? null : row.getTimestamp(16).toInstant());
  }

  Row row() {
    return RowFactory.create(
        fileId,
        dataset,
        fileName,
        sha256,
        bytes,
        arrivalNo,
        Timestamp.from(receivedAt),
        Date.valueOf(accessedOn),
        counts.read(),
        counts.accepted(),
        counts.quarantined(),
        counts.duplicates(),
        contractVersion,
        judgedWith,
        layout,
        path,
        modifiedAt == null ? null : Timestamp.from(modifiedAt));
  }

  /** The name of its layout without version and hash. */
  public Optional<String> layoutName() {
    return Optional.ofNullable(layout).map(id -> id.split(" ", 2)[0]);
  }
}
