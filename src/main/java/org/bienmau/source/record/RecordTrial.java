package org.bienmau.source.record;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.apache.spark.sql.types.DataTypes.createStructType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.bienmau.source.ContractSet;
import org.bienmau.source.Reason;
import org.bienmau.source.ReasonCode;

/** What the reader of records says of a small file, asked without a session. */
public final class RecordTrial {
  private static final StructType WANTED =
      createStructType(
          new StructField[] {
            createStructField(RecordColumns.LINE_NO, LongType, false),
            createStructField(RecordColumns.REASONS, RecordColumns.REASONS_TYPE, true)
          });

  private RecordTrial() {}

  /**
   * All refused rows by their lines, with everything that is wrong with them.
   *
   * @param name the file's name, for errors
   * @param csv a file with the header of the reading's contract
   */
  public static Map<Long, List<Reason>> refused(
      RecordReading reading, ContractSet contracts, String name, byte[] csv) throws IOException {
    Inspection file =
        Inspection.of(name, new ByteArrayInputStream(csv), contracts, Inspection.USUAL_CHUNK_BYTES);
    Map<Long, List<Reason>> refused = new LinkedHashMap<>();
    for (Chunk chunk : file.chunks()) {
      ByteArrayInputStream from =
          new ByteArrayInputStream(
              csv, Math.toIntExact(chunk.offset()), Math.toIntExact(chunk.bytes()));
      try (ChunkReader reader =
          new ChunkReader(reading, reading.columns(), from, chunk, "", file.columns(), WANTED)) {
        while (reader.next()) {
          addRefused(reader.batch(), refused);
        }
      }
    }
    return refused;
  }

  private static void addRefused(ColumnarBatch batch, Map<Long, List<Reason>> refused) {
    for (int i = 0; i < batch.numRows(); i++) {
      InternalRow row = batch.getRow(i);
      if (!row.isNullAt(1)) {
        refused.put(row.getLong(0), reasons(row.getArray(1)));
      }
    }
  }

  private static List<Reason> reasons(ArrayData given) {
    int parts = RecordColumns.REASONS_TYPE.elementType() instanceof StructType one ? one.size() : 0;
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < given.numElements(); i++) {
      InternalRow reason = given.getStruct(i, parts);
      reasons.add(
          new Reason(
              ReasonCode.valueOf(reason.getUTF8String(0).toString()),
              text(reason, 1),
              text(reason, 2),
              text(reason, 3)));
    }
    return reasons;
  }

  private static String text(InternalRow reason, int part) {
    return reason.isNullAt(part) ? "" : reason.getUTF8String(part).toString();
  }
}
