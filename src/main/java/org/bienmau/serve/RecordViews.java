package org.bienmau.serve;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordDatasets;
import org.bienmau.bronze.RecordRow;
import org.bienmau.pipeline.Published;
import org.bienmau.silver.Publisher;
import org.bienmau.silver.Superseded;
import org.bienmau.table.AsOf;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * The rows of records that count, as SQL over what a release was computed from; a test holds it to
 * what the tables of silver compute.
 */
final class RecordViews {
  private RecordViews() {}

  /** What stands behind FROM in the view of a virtual table. */
  static String rows(Table view, Published published) {
    RecordDataset records =
        RecordDatasets.ALL.stream()
            .filter(one -> view.inputs().contains(one.table()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cannot show %s: it is virtual and shows no records."
                            .formatted(view.id())));
    AsOf asOf = published.release().asOf();
    String live = live(records, published, asOf);
    return asOf.isLatest()
        ? """
        (SELECT b.*, d.received_at AS known_from, coalesce(p.is_simulated, false) AS is_simulated
         FROM %s AS b
         JOIN %s AS d ON b.file_id = d.file_id
         LEFT ANTI JOIN (SELECT file_id, line_no FROM %s WHERE dataset = '%s') AS s
           ON b.file_id = s.file_id AND b.line_no = s.line_no
         LEFT JOIN %s AS p ON b.source_id = p.source_id
         WHERE b.month IS NOT NULL)"""
            .formatted(
                published.source(records.table()),
                live,
                published.source(Superseded.TABLE),
                records.name(),
                publishers(published))
        : """
        (SELECT b.*, coalesce(p.is_simulated, false) AS is_simulated
         FROM (SELECT b.*, d.received_at AS known_from,
                 row_number() OVER (PARTITION BY %s ORDER BY %s) AS place
               FROM %s AS b
               JOIN %s AS d ON b.file_id = d.file_id
               WHERE b.month IS NOT NULL) AS b
         LEFT JOIN %s AS p ON b.source_id = p.source_id
         WHERE b.place = 1)"""
            .formatted(
                key(records),
                order(records),
                published.source(records.table()),
                live,
                publishers(published));
  }

  /** The newest delivery of each file name, of those received by the end of the day. */
  private static String live(RecordDataset records, Published published, AsOf asOf) {
    String known =
        asOf.isLatest()
            ? ""
            : " AND CAST(received_at + INTERVAL 7 HOURS AS DATE) <= DATE'%s'".formatted(asOf.day());
    return """
        (SELECT file_id, file_name, received_at
         FROM (SELECT *,
                 row_number() OVER (PARTITION BY file_name ORDER BY arrival_no DESC) AS newest
               FROM %s WHERE dataset = '%s'%s) AS named
         WHERE newest = 1)"""
        .formatted(published.source(Delivery.TABLE), records.name(), known);
  }

  private static String publishers(Published published) {
    return "(SELECT source_id, is_simulated FROM %s)".formatted(published.source(Publisher.TABLE));
  }

  private static String key(RecordDataset records) {
    return Stream.concat(Stream.of(RecordRow.MONTH), records.key().stream())
        .map(column -> "b." + column.name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** As {@link Superseded} orders the states of a record, the one that counts first. */
  private static String order(RecordDataset records) {
    List<TableColumn> revision = records.revision();
    return Stream.concat(
            revision.stream().map(column -> "b.%s DESC".formatted(column.name())),
            Stream.of("b.content_hash", "d.file_name", "b.line_no"))
        .collect(Collectors.joining(", "));
  }
}
