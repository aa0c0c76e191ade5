package org.bienmau.source.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractFiles;
import org.bienmau.source.ContractSet;

/** Records as texts in, rows as maps out, by the real contracts and registers and without Spark. */
final class TestRecords {
  private static final Path CONF =
      Path.of(System.getProperty("bienmau.basedir", ".")).resolve("conf");

  static final ContractSet CONTRACTS = contracts();
  static final Registers REGISTERS = Registers.load(RegisterFiles.in(CONF.resolve("reference")));
  static final PersonalKey KEY =
      PersonalKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));

  private static final Map<String, String> DECLARATION = new LinkedHashMap<>();
  private static final Map<String, String> CROSSING = new LinkedHashMap<>();

  static {
    DECLARATION.put("source_id", "Vietnam Customs");
    DECLARATION.put("declaration_no", "301234567890");
    DECLARATION.put("item_no", "1");
    DECLARATION.put("revision_no", "0");
    DECLARATION.put("revised_at", "2024-03-05T08:12:00+07:00");
    DECLARATION.put("status", "active");
    DECLARATION.put("registered_at", "2024-03-05T08:12:00+07:00");
    DECLARATION.put("cleared_at", "2024-03-05T15:40:00+07:00");
    DECLARATION.put("gate_id", "huu_nghi");
    DECLARATION.put("direction", "export");
    DECLARATION.put("regime", "customs_declared");
    DECLARATION.put("hs_code", "08106000");
    DECLARATION.put("net_kg", "18250.500");
    DECLARATION.put("gross_kg", "19120");
    DECLARATION.put("value", "75400.25");
    DECLARATION.put("currency", "USD");
    DECLARATION.put("value_basis", "FOB");
    DECLARATION.put("partner_country", "CN");
    DECLARATION.put("trader_id", "4900212345");
    DECLARATION.put("origin_form", "E");
    DECLARATION.put("channel", "green");
    CROSSING.put("source_id", "Digital border-gate platform");
    CROSSING.put("visit_id", "LS-20240305-004711");
    CROSSING.put("revision_no", "0");
    CROSSING.put("revised_at", "2024-03-05T11:31:00+07:00");
    CROSSING.put("gate_id", "huu_nghi");
    CROSSING.put("direction", "import");
    CROSSING.put("cargo_kind", "fruit");
    CROSSING.put("outcome", "cleared");
    CROSSING.put("declared_at", "2024-03-05T06:20:00+07:00");
    CROSSING.put("arrived_at", "2024-03-05T08:05:00+07:00");
    CROSSING.put("inspected_at", "2024-03-05T10:30:00+07:00");
    CROSSING.put("cleared_at", "2024-03-05T11:02:00+07:00");
    CROSSING.put("departed_at", "2024-03-05T11:31:00+07:00");
    CROSSING.put("declared_online", "true");
    CROSSING.put("net_tonnes", "21.4");
    CROSSING.put("plate", "12C-045.67");
    CROSSING.put("driver_name", "Nguyễn Văn A");
  }

  private TestRecords() {}

  static Contract contract(String dataset) {
    return CONTRACTS.ofDataset(dataset);
  }

  /** A good declaration line with some cells replaced, given as column and cell in turn. */
  static Map<String, String> declaration(String... columnsAndCells) {
    return with(DECLARATION, columnsAndCells);
  }

  /** A good visit with some cells replaced, given as column and cell in turn. */
  static Map<String, String> crossing(String... columnsAndCells) {
    return with(CROSSING, columnsAndCells);
  }

  private static Map<String, String> with(Map<String, String> good, String... columnsAndCells) {
    Map<String, String> row = new LinkedHashMap<>(good);
    for (int i = 0; i < columnsAndCells.length; i += 2) {
      if (row.put(columnsAndCells[i], columnsAndCells[i + 1]) == null) {
        throw new IllegalArgumentException("no column " + columnsAndCells[i]);
      }
    }
    return row;
  }

  /** The rows as a file, their columns as in the first row. */
  @SafeVarargs
  static String file(Map<String, String>... rows) {
    StringBuilder text = new StringBuilder(String.join(",", rows[0].keySet())).append('\n');
    for (Map<String, String> row : rows) {
      text.append(String.join(",", row.values())).append('\n');
    }
    return text.toString();
  }

  static Inspection inspect(byte[] file, long chunkBytes) {
    try {
      return Inspection.of("a.csv", new ByteArrayInputStream(file), CONTRACTS, chunkBytes);
    } catch (IOException ofMemory) {
      throw new UncheckedIOException(ofMemory);
    }
  }

  static List<Map<String, Object>> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8), Inspection.USUAL_CHUNK_BYTES, KEY);
  }

  /** The rows of a file, all columns of each; decimals, days and instants as text. */
  static List<Map<String, Object>> read(byte[] file, long chunkBytes, PersonalKey key) {
    Inspection inspection = inspect(file, chunkBytes);
    RecordReading reading =
        RecordReading.of(CONTRACTS.ofDataset(inspection.dataset()), REGISTERS, key);
    StructType schema = reading.schema();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Chunk chunk : inspection.chunks()) {
      ByteArrayInputStream bytes = new ByteArrayInputStream(file);
      bytes.skip(chunk.offset());
      int before = rows.size();
      try (ChunkReader reader =
          new ChunkReader(
              reading, reading.columns(), bytes, chunk, "file1", inspection.columns(), schema)) {
        while (reader.next()) {
          reader.batch().rowIterator().forEachRemaining(row -> rows.add(map(row, schema)));
        }
      } catch (IOException ofMemory) {
        throw new UncheckedIOException(ofMemory);
      }
      if (rows.size() - before != chunk.rows()) {
        throw new IllegalStateException(
            "read %d rows of a chunk of %d".formatted(rows.size() - before, chunk.rows()));
      }
    }
    return rows;
  }

  private static Map<String, Object> map(InternalRow row, StructType schema) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < schema.size(); i++) {
      StructField field = schema.fields()[i];
      map.put(
          field.name(),
          row.isNullAt(i) ? null : shown(row.get(i, field.dataType()), field.dataType()));
    }
    return map;
  }

  private static Object shown(Object value, DataType type) {
    if (type instanceof ArrayType) {
      return reasons((ArrayData) value);
    } else if (type instanceof DateType) {
      return LocalDate.ofEpochDay((Integer) value).toString();
    } else if (type instanceof TimestampType) {
      return Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS).toString();
    } else if (type instanceof DecimalType || value instanceof UTF8String) {
      return value.toString();
    }
    return value;
  }

  private static List<String> reasons(ArrayData reasons) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < reasons.numElements(); i++) {
      InternalRow reason = reasons.getStruct(i, 4);
      texts.add(
          "%s|%s|%s|%s"
              .formatted(
                  reason.getUTF8String(0),
                  reason.getUTF8String(1),
                  reason.getUTF8String(2),
                  reason.getUTF8String(3)));
    }
    return texts;
  }

  /** The codes of a row's reasons with their columns, for example {@code TOO_LARGE net_kg}. */
  static List<String> codes(Map<String, Object> row) {
    List<?> reasons = (List<?>) row.get(RecordColumns.REASONS);
    return reasons == null
        ? List.of()
        : reasons.stream()
            .map(reason -> String.valueOf(reason).split("\\|"))
            .map(parts -> (parts[0] + " " + parts[1]).strip())
            .collect(Collectors.toList());
  }

  private static ContractSet contracts() {
    try {
      return ContractSet.load(ContractFiles.in(CONF.resolve("contracts")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
