package org.bienmau.silver;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.bienmau.table.TableColumn.required;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordRow;
import org.bienmau.table.AsOf;
import org.bienmau.table.Inputs;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * The views of records: the rows of bronze that count.
 *
 * <p>A row counts when its delivery is live, it was accepted and nothing supersedes it. The rows
 * themselves are stored once, in bronze.
 */
final class CurrentRows {
  private CurrentRows() {}

  static final TableColumn KNOWN_FROM =
      required(
          "known_from", TimestampType, "", "When the delivery that brought the row came (UTC).");

  /** Begins the declaration of the view over a dataset's rows. */
  static Table.Builder view(String name, RecordDataset records, TableColumn... cells) {
    return Table.named(Layer.SILVER, name)
        .columns(
            Stream.concat(
                    Arrays.stream(cells),
                    Stream.of(
                        RecordRow.EVENT_ON,
                        RecordRow.MONTH,
                        RecordRow.REMARKS,
                        Publisher.IS_SIMULATED,
                        KNOWN_FROM,
                        RecordRow.FILE_ID,
                        RecordRow.LINE_NO))
                .toArray(TableColumn[]::new))
        .oneRowPer(
            Stream.concat(records.key().stream(), Stream.of(RecordRow.MONTH))
                .distinct()
                .toArray(TableColumn[]::new))
        .from(records.table(), Superseded.TABLE, Delivery.TABLE, Publisher.TABLE)
        .byMonth(RecordRow.MONTH)
        .virtual();
  }

  static Dataset<Row> of(RecordDataset records, Table view, Inputs inputs) {
    AsOf asOf = inputs.given(AsOf.class);
    Dataset<Row> deliveries =
        Delivery.live(
            inputs.read(Delivery.TABLE).filter(Delivery.DATASET.col().equalTo(records.name())),
            asOf);
    Dataset<Row> accepted =
        inputs
            .read(records.table())
            .filter(RecordRow.MONTH.col().isNotNull())
            .join(
                broadcast(
                    deliveries.select(
                        Delivery.FILE_ID.col(), Delivery.RECEIVED_AT.col().as(KNOWN_FROM.name()))),
                Delivery.FILE_ID.name());
    Dataset<Row> superseded =
        asOf.isLatest()
            ? inputs.read(Superseded.TABLE).filter(Superseded.DATASET.col().equalTo(records.name()))
            : Superseded.among(records, Superseded.candidates(records, accepted), deliveries);
    return current(accepted, superseded, inputs.read(Publisher.TABLE)).select(view.cols());
  }

  /** Pure: accepted rows of live deliveries without the superseded ones, real or simulated. */
  static Dataset<Row> current(
      Dataset<Row> accepted, Dataset<Row> superseded, Dataset<Row> publishers) {
    Column isSimulated = coalesce(Publisher.IS_SIMULATED.col(), lit(false));
    String[] row = {Superseded.FILE_ID.name(), Superseded.LINE_NO.name()};
    return accepted
        .join(
            broadcast(superseded.select(Superseded.FILE_ID.col(), Superseded.LINE_NO.col())),
            row,
            "left_anti")
        .join(
            broadcast(publishers.select(Publisher.SOURCE_ID.col(), Publisher.IS_SIMULATED.col())),
            new String[] {Publisher.SOURCE_ID.name()},
            "left")
        .withColumn(Publisher.IS_SIMULATED.name(), isSimulated);
  }
}
