package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The rows that were refused, each with its text as received and every reason. */
public final class Quarantine {
  private Quarantine() {}

  /** One reason: its stable code, the column and value it is about, and a sentence. */
  public static final StructType REASON =
      createStructType(
          new StructField[] {
            createStructField("code", StringType, true),
            createStructField("column", StringType, true),
            createStructField("value", StringType, true),
            createStructField("message", StringType, true)
          });

  public static final TableColumn FILE_ID = Delivery.FILE_ID;
  public static final TableColumn DATASET = Delivery.DATASET;
  public static final TableColumn FILE_NAME = Delivery.FILE_NAME;
  public static final TableColumn LINE_NO = StatementDataset.LINE_NO;
  public static final TableColumn RAW = StatementDataset.RAW;
  public static final TableColumn ORIGIN = StatementDataset.ORIGIN;
  public static final TableColumn REASONS =
      required("reasons", createArrayType(REASON), "", "Everything that is wrong with the row.");

  public static final Table TABLE =
      Table.named(Layer.OPS, "quarantine")
          .purpose(
              "For repairing what was refused: the row's text and all reasons; gone once a replay accepts it.")
          .columns(FILE_ID, DATASET, FILE_NAME, LINE_NO, ORIGIN, RAW, REASONS)
          .oneRowPer(FILE_ID, LINE_NO)
          .check(blocks("Every row has a reason.", functions.size(REASONS.col()).lt(1)))
          .recorded();
}
