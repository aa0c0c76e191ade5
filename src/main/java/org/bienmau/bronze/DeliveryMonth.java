package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The ledger's months: which months each delivery of records has to do with. */
public final class DeliveryMonth {
  private DeliveryMonth() {}

  public static final TableColumn FILE_ID = Delivery.FILE_ID;
  public static final TableColumn DATASET = Delivery.DATASET;
  public static final TableColumn MONTH = RecordRow.MONTH;
  public static final TableColumn ROWS_ACCEPTED =
      required("rows_accepted", LongType, "count", "Accepted rows of the delivery in this month.");
  public static final TableColumn FIRST_MONTH =
      required("first_month", StringType, "", "First month that one of these rows has to do with.");
  public static final TableColumn LAST_MONTH =
      required(
          "last_month",
          StringType,
          "",
          "Last month that one of these rows has to do with; 9999-12 while one has not ended.");
  public static final TableColumn ENTRY_NO =
      required(
          "entry_no",
          LongType,
          "",
          "Number of the ledger's entry that wrote the row: of the arrival, or of a later judging.");

  public static final Table TABLE =
      Table.named(Layer.OPS, "ingested_month")
          .purpose(
              "For building only what a delivery touches: the months of its records, and from where to where each of them reaches.")
          .columns(FILE_ID, DATASET, MONTH, ROWS_ACCEPTED, FIRST_MONTH, LAST_MONTH, ENTRY_NO)
          .oneRowPer(FILE_ID, MONTH)
          .check(
              blocks(
                  "No last_month lies before its first_month.",
                  LAST_MONTH.col().lt(FIRST_MONTH.col())))
          .recorded();
}
