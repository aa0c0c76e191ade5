package org.bienmau.source.record;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.DecimalType;

/** The columns that a reading gives: the contract's, typed, and what the reader knows of a row. */
public final class RecordColumns {
  /** Local day of the period column; empty in a refused row. */
  public static final String EVENT_ON = "event_on";

  /** Local month of the period column, for example 2024-03; empty in a refused row. */
  public static final String MONTH = "month";

  /** Hash of the record's key; empty in a refused row. */
  public static final String KEY_HASH = "key_hash";

  /** Hash of all cells but the personal ones; empty in a refused row. */
  public static final String CONTENT_HASH = "content_hash";

  /** {@link #ACCEPTED} or {@link #QUARANTINED}. */
  public static final String ROW_OUTCOME = "row_outcome";

  /** Everything that is wrong with the row; empty in an accepted row. */
  public static final String REASONS = "reasons";

  /** Codes of what is odd about an accepted row, separated by spaces; empty when nothing is. */
  public static final String REMARKS = "remarks";

  /** The text of a refused row without its personal cells; empty in an accepted row. */
  public static final String RAW = "raw";

  /** The delivery. */
  public static final String FILE_ID = "file_id";

  /** The physical line on which the row begins. */
  public static final String LINE_NO = "line_no";

  /** The outcome of a row that keeps all rules of severity error. */
  public static final String ACCEPTED = "accepted";

  /** The outcome of a row that breaks one. */
  public static final String QUARANTINED = "quarantined";

  static final ArrayType REASONS_TYPE =
      createArrayType(
          createStructType(
              new StructField[] {
                createStructField("code", StringType, true),
                createStructField("column", StringType, true),
                createStructField("value", StringType, true),
                createStructField("message", StringType, true)
              }));

  private RecordColumns() {}

  static StructType schema(Contract contract) {
    List<StructField> fields = new ArrayList<>();
    contract.columns().forEach(column -> fields.add(optional(column.name(), type(column))));
    fields.add(optional(EVENT_ON, DateType));
    fields.add(optional(MONTH, StringType));
    fields.add(optional(KEY_HASH, LongType));
    fields.add(optional(CONTENT_HASH, LongType));
    fields.add(createStructField(ROW_OUTCOME, StringType, false));
    fields.add(optional(REASONS, REASONS_TYPE));
    fields.add(optional(REMARKS, StringType));
    fields.add(optional(RAW, StringType));
    fields.add(createStructField(FILE_ID, StringType, false));
    fields.add(createStructField(LINE_NO, LongType, false));
    return createStructType(fields);
  }

  static DataType type(ContractColumn column) {
    return switch (column.logicalType()) {
      case "integer" -> IntegerType;
      case "number" -> {
        DecimalType type = DecimalType.of(column).orElseThrow();
        yield createDecimalType(type.precision(), type.scale());
      }
      case "date" -> DateType;
      case "timestamp" -> TimestampType;
      case "boolean" -> BooleanType;
      default -> StringType;
    };
  }

  private static StructField optional(String name, DataType type) {
    return createStructField(name, type, true);
  }
}
