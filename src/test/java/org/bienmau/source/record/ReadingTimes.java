package org.bienmau.source.record;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Measures how long reading takes, against Spark's own typed CSV reader on the same file in the
 * same process, turn by turn. Not a test; run its main with a folder and a number of lines.
 */
final class ReadingTimes {
  private static final int TURNS = 5;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final String[] GATES = {
    "huu_nghi", "tan_thanh", "chi_ma", "lao_cai_road", "kim_thanh", "mong_cai", "bac_luan_2"
  };
  private static final String[] CODES = {
    "08106000", "08109030", "08071100", "85171300", "84713020", "39269099", "61091010", "72085100"
  };

  private ReadingTimes() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).resolve("declarations.csv");
    int lines = Integer.parseInt(arguments[1]);
    if (!Files.exists(file)) {
      write(file, lines);
    }
    System.out.printf("%,d lines, %,d MB%n", lines, Files.size(file) >> 20);
    Inspection inspection = inspect(file);
    SparkSession spark =
        SparkSession.builder()
            .master("local[%s]".formatted(arguments.length > 2 ? arguments[2] : "1"))
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("WARN");
    RecordReading reading =
        RecordReading.of(
            TestRecords.contract(inspection.dataset()), TestRecords.REGISTERS, TestRecords.KEY);
    for (int turn = 1; turn <= TURNS; turn++) {
      measure(
          "records, all columns",
          lines,
          () ->
              reading.rows(
                  spark.read(),
                  spark.sparkContext().hadoopConfiguration(),
                  List.of(new RecordFile(file.toUri().toString(), "file1", inspection))));
      measure(
          "records, cells only",
          lines,
          () ->
              reading
                  .rows(
                      spark.read(),
                      spark.sparkContext().hadoopConfiguration(),
                      List.of(new RecordFile(file.toUri().toString(), "file1", inspection)))
                  .select(
                      TestRecords.declaration().keySet().stream()
                          .map(functions::col)
                          .toArray(Column[]::new)));
      measure("Spark CSV, typed", lines, () -> csv(spark, reading, file));
      directly(reading, inspection, file, lines);
    }
    spark.stop();
  }

  private static Inspection inspect(Path file) throws IOException {
    Inspection inspection = null;
    for (int turn = 0; turn < 3; turn++) {
      long start = System.nanoTime();
      try (InputStream bytes = Files.newInputStream(file)) {
        inspection =
            Inspection.of("a.csv", bytes, TestRecords.CONTRACTS, Inspection.USUAL_CHUNK_BYTES);
      }
      System.out.printf("inspection %.2f s%n", (System.nanoTime() - start) / 1e9);
    }
    return inspection;
  }

  /** The reader alone, without Spark's rows. */
  private static void directly(RecordReading reading, Inspection inspection, Path file, int lines)
      throws IOException {
    long cpu = cpu();
    long rows = 0;
    for (Chunk chunk : inspection.chunks()) {
      InputStream stream = Files.newInputStream(file);
      stream.skipNBytes(chunk.offset());
      try (ChunkReader reader =
          new ChunkReader(
              reading,
              reading.columns(),
              stream,
              chunk,
              "file1",
              inspection.columns(),
              reading.schema())) {
        while (reader.next()) {
          rows += reader.batch().numRows();
        }
      }
    }
    print("records, vectors only", rows, cpu() - cpu);
    if (rows != lines) {
      throw new IllegalStateException("read " + rows);
    }
  }

  private static Dataset<Row> csv(SparkSession spark, RecordReading reading, Path file) {
    StructType typed = new StructType();
    for (String name : TestRecords.declaration().keySet()) {
      StructField field = reading.schema().apply(name);
      typed = typed.add(name, field.dataType(), true);
    }
    return spark.read().schema(typed).option("header", true).csv(file.toUri().toString());
  }

  private interface Rows {
    Dataset<Row> get();
  }

  private static void measure(String what, int lines, Rows rows) {
    long cpu = cpu();
    rows.get().write().format("noop").mode("overwrite").save();
    print(what, lines, cpu() - cpu);
  }

  private static void print(String what, long rows, long cpuNanos) {
    System.out.printf(
        "%-24s %6.2f s of CPU %,10.0f rows/s/core%n",
        what, cpuNanos / 1e9, rows / (cpuNanos / 1e9));
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void write(Path file, int lines) throws IOException {
    Random random = new Random(5);
    long second = OffsetDateTime.parse("2024-01-01T00:00:00+07:00").toEpochSecond();
    long declaration = 301_000_000_000L;
    int item = 0;
    String trader = "";
    String gate = "";
    String registered = "";
    String cleared = "";
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(String.join(",", TestRecords.declaration().keySet()));
      out.newLine();
      for (int i = 0; i < lines; i++) {
        item++;
        if (random.nextInt(3) == 0) {
          item = 1;
          declaration += 1 + random.nextInt(9);
          second += random.nextInt(40);
          trader = String.valueOf(4_900_000_000L + random.nextInt(9000));
          gate = GATES[random.nextInt(GATES.length)];
          registered = time(second);
          cleared = random.nextInt(20) == 0 ? "" : time(second + 600 + random.nextInt(80_000));
        }
        boolean export = random.nextBoolean();
        double net = 100 + random.nextInt(2_000_000) / 100.0;
        out.write(
            "Vietnam Customs,%d,%d,0,%s,active,%s,%s,%s,%s,customs_declared,%s,%.2f,%.1f,%.2f,USD,%s,CN,%s,%s,%s"
                .formatted(
                    declaration,
                    item,
                    registered,
                    registered,
                    cleared,
                    gate,
                    export ? "export" : "import",
                    CODES[random.nextInt(CODES.length)],
                    net,
                    net * 1.05 + 1,
                    net * (1 + random.nextInt(80)),
                    export ? "FOB" : "CIF",
                    trader,
                    random.nextInt(4) == 0 ? "E" : "",
                    random.nextInt(10) == 0 ? "red" : "green"));
        out.newLine();
      }
    }
  }

  private static String time(long second) {
    return SECONDS.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(7)));
  }
}
