package org.bienmau.source.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.TradeDeclarations;
import org.bienmau.source.ContentHash;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The reader as Spark uses it. */
@ExtendWith(SparkExtension.class)
class RecordReadingTest {
  private static final int ROWS = 300;

  private final SparkSession spark;
  private Dataset<Row> rows;
  @TempDir Path folder;

  RecordReadingTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void read() throws IOException {
    StringBuilder text = new StringBuilder(TestRecords.file(TestRecords.declaration()));
    for (int i = 2; i <= ROWS; i++) {
      String[] change = {"item_no", String.valueOf(i), "net_kg", i % 100 == 0 ? "much" : i + ".5"};
      String file = TestRecords.file(TestRecords.declaration(change));
      text.append(file.substring(file.indexOf('\n') + 1));
    }
    Path file = Files.writeString(folder.resolve("march.csv"), text);
    Inspection inspection = TestRecords.inspect(Files.readAllBytes(file), 10_000);
    assertThat(inspection.chunks()).hasSizeGreaterThan(3);
    RecordReading reading =
        RecordReading.of(
            TestRecords.contract("trade_declarations"), TestRecords.REGISTERS, TestRecords.KEY);
    rows =
        reading.rows(
            spark.read(),
            spark.sparkContext().hadoopConfiguration(),
            List.of(new RecordFile(file.toUri().toString(), "file1", inspection)));
  }

  @Test
  void every_row_of_every_chunk_comes_once() {
    assertThat(rows.count()).isEqualTo(ROWS);
    assertThat(rows.select("line_no").distinct().count()).isEqualTo(ROWS);
    assertThat(rows.agg(functions.sum("net_kg"), functions.min("month")).head())
        .hasToString("[%s,2024-03]".formatted(sumOfNetKg()));
    assertThat(rows.groupBy("row_outcome").count().orderBy("row_outcome").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[accepted,297]", "[quarantined,3]");
  }

  private static String sumOfNetKg() {
    double sum = 18250.5;
    for (int i = 2; i <= ROWS; i++) {
      sum += i % 100 == 0 ? 0 : i + 0.5;
    }
    return "%.3f".formatted(sum);
  }

  @Test
  void small_chunks_share_a_task_and_large_ones_do_not() {
    assertThat(rows.javaRDD().getNumPartitions()).isEqualTo(1);
    List<RecordFile> files = new ArrayList<>();
    for (int day = 1; day <= 100; day++) {
      files.add(file("small" + day, 20L << 20));
    }
    files.add(file("large", 200L << 20));

    List<ChunkPartition> partitions = ChunkPartition.of(files);

    assertThat(partitions).hasSize(18);
    assertThat(partitions.get(0).parts()).hasSize(6);
    assertThat(partitions.get(17).parts())
        .extracting(ChunkPartition.Part::path)
        .containsExactly("large");
    assertThat(partitions.stream().mapToInt(one -> one.parts().size()).sum()).isEqualTo(101);
  }

  private static RecordFile file(String name, long bytes) {
    Inspection inspection =
        new Inspection(
            "fx_rates",
            new ContentHash(name, bytes),
            List.of(),
            1,
            List.of(new Chunk(0, bytes, 2, 1)));
    return new RecordFile(name, name, inspection);
  }

  @Test
  void refused_rows_keep_their_line_their_text_and_their_reasons() {
    Row refused = rows.filter("row_outcome = 'quarantined'").orderBy("line_no").first();

    assertThat(refused.<Long>getAs("line_no")).isEqualTo(101L);
    assertThat(refused.<String>getAs("raw")).contains(",100,0,").contains(",much,");
    assertThat(refused.<Object>getAs("item_no")).isNull();
    assertThat(refused.<Object>getAs("month")).isNull();
    List<Row> reasons = refused.getList(refused.fieldIndex("reasons"));
    assertThat(reasons)
        .extracting(Row::toString)
        .containsExactly(
            "[NOT_A_NUMBER,net_kg,much,Column net_kg holds \"much\", which is no number; write digits, and a point before decimals.]");
  }

  @Test
  void the_key_stands_in_no_plan_and_no_option() {
    Dataset<Row> query = rows.filter("net_kg > 10").groupBy("trader_id").count();

    assertThat(query.queryExecution().toString())
        .contains("records of trade_declarations")
        .doesNotContain("a key for tests");
    assertThat(TestRecords.KEY).hasToString("a key");
    assertThat(query.first().getString(0)).matches("[0-9a-f]{32}");
  }

  @Test
  void nobody_reads_records_by_the_name_of_the_source() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> spark.read().format(RecordSource.class.getName()).load())
        .withMessage("Cannot read records: this source is used through RecordReading.rows only.");
  }

  @Test
  void bronze_has_the_columns_of_a_reading() {
    StructType bronze = TradeDeclarations.TABLE.schema();
    List<String> columns = new ArrayList<>();
    for (String name : rows.columns()) {
      columns.add(name + " " + rows.schema().apply(name).dataType().sql());
    }

    assertThat(columns)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(bronze.fields())
                .map(field -> field.name() + " " + field.dataType().sql())
                .toList());
  }
}
