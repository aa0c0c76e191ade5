package org.bienmau.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.StatementDataset;

/**
 * Turns deliveries into vintages: which wording of a statement stood from when to when.
 *
 * <p>A later delivery of the same file name replaces the earlier one: a row it changes gets a new
 * vintage, a row it leaves out is withdrawn, a row it repeats goes on. When two files state the
 * same thing differently, the one that arrived later stands.
 */
final class Vintages {
  private Vintages() {}

  private static final Column FOREVER = lit("9999-12-31 00:00:00").cast("timestamp");

  /** The bronze row of each vintage, with its number and the times between which it stood. */
  static Dataset<Row> of(Dataset<Row> received, Dataset<Row> deliveries) {
    WindowSpec statement =
        Window.partitionBy(StatementDataset.STATEMENT_KEY.col())
            .orderBy(Delivery.ARRIVAL_NO.col(), StatementDataset.LINE_NO.col());
    Column goesOn =
        StatementDataset.CONTENT_HASH
            .col()
            .equalTo(lag(StatementDataset.CONTENT_HASH.col(), 1).over(statement))
            .and(
                max(col("until"))
                    .over(statement.rowsBetween(Window.unboundedPreceding(), -1))
                    .geq(Delivery.RECEIVED_AT.col()));
    Dataset<Row> numbered =
        received
            .filter(not(StatementDataset.OUTCOME.col().equalTo("quarantined")))
            .join(withUntil(deliveries), StatementDataset.FILE_ID.name())
            .withColumn("begins", when(coalesce(goesOn, lit(false)), 0).otherwise(1))
            .withColumn(Figure.VINTAGE_NO.name(), sum(col("begins")).over(statement).cast("int"));
    return withTimes(numbered);
  }

  /** A delivery stands until the next one of the same name. */
  private static Dataset<Row> withUntil(Dataset<Row> deliveries) {
    WindowSpec sameName =
        Window.partitionBy(Delivery.DATASET.col(), Delivery.FILE_NAME.col())
            .orderBy(Delivery.ARRIVAL_NO.col());
    return deliveries
        .withColumn("until", coalesce(lead(Delivery.RECEIVED_AT.col(), 1).over(sameName), FOREVER))
        .select(
            Delivery.FILE_ID.col(),
            Delivery.DATASET.col(),
            Delivery.ARRIVAL_NO.col(),
            Delivery.RECEIVED_AT.col(),
            Delivery.ACCESSED_ON.col(),
            col("until"));
  }

  private static Dataset<Row> withTimes(Dataset<Row> numbered) {
    WindowSpec vintage =
        Window.partitionBy(StatementDataset.STATEMENT_KEY.col(), Figure.VINTAGE_NO.col());
    Column first = Delivery.ARRIVAL_NO.col();
    Dataset<Row> vintages =
        numbered
            .withColumn(
                "place", row_number().over(vintage.orderBy(first, StatementDataset.LINE_NO.col())))
            .withColumn(Figure.RECORDED_FROM.name(), min(Delivery.RECEIVED_AT.col()).over(vintage))
            .withColumn("last", max(col("until")).over(vintage))
            .filter(col("place").equalTo(1));
    WindowSpec next =
        Window.partitionBy(StatementDataset.STATEMENT_KEY.col()).orderBy(Figure.VINTAGE_NO.col());
    Column replaced = coalesce(lead(Figure.RECORDED_FROM.col(), 1).over(next), FOREVER);
    Column stoodUntil = least(col("last"), replaced);
    return vintages
        .withColumn("stood_until", stoodUntil)
        .withColumn(
            Figure.RECORDED_TO.name(), when(col("stood_until").lt(FOREVER), col("stood_until")));
  }
}
